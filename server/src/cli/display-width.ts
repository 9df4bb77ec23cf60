import { lookUpWidth } from '../text/width.ts';

/**
 * How many columns of a terminal a text takes. What is not looked up in `text/width.ts` joins with its neighbours and is left
 * to `string-width`, which costs a hundred times as much and 10 ms to load.
 */

let measure: ((text: string) => number) | undefined;

/** Must be awaited before `displayWidth` is asked about a text that comes from somebody's file. */
export async function prepareDisplayWidth(text: string): Promise<void> {
  if (!measure && lookUpWidth(text) === undefined) measure = (await import('string-width')).default;
}

/** The columns of `text`, which holds no control characters. */
export function displayWidth(text: string): number {
  return lookUpWidth(text) ?? measure?.(text) ?? text.length;
}
