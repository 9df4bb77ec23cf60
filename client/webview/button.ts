import type { ButtonFix } from '../../server/src/view/places.ts';

/** `3.1`, as a button of the list carries it, or `3`, as one in a cell does. */
export function readButton(text: string): ButtonFix {
  const [finding, choice] = text.split('.').map(Number);
  return { finding: finding ?? -1, ...(choice === undefined ? {} : { choice }) };
}
