import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import type { Demands } from '../../server/src/checks/demands.ts';

/**
 * A report with the expected findings marked in place: `⟦15⟧{row-total}` says that a finding of this code spans
 * exactly `15`; several codes stand between the braces, parted by blanks. `⟦⟧{section-missing}` marks a place.
 */
export interface Marked {
  readonly text: string;
  /** `start-end code "marked text"`, in the order of the text. */
  readonly expected: readonly string[];
}

const OPEN = '⟦';
const CLOSE = '⟧{';

export function readMarked(marked: string): Marked {
  let text = '';
  const expected: { start: number; end: number; code: string }[] = [];
  for (let at = 0; at < marked.length; ) {
    const open = marked.indexOf(OPEN, at);
    if (open < 0) {
      text += marked.slice(at);
      break;
    }
    const close = marked.indexOf(CLOSE, open);
    const brace = marked.indexOf('}', close);
    if (close < 0 || brace < 0) throw new Error(`a mark is not closed: ${marked.slice(open, open + 40)}`);
    text += marked.slice(at, open);
    const start = text.length;
    text += marked.slice(open + OPEN.length, close);
    for (const code of marked.slice(close + CLOSE.length, brace).split(' '))
      expected.push({ start, end: text.length, code });
    at = brace + 1;
  }
  return { text, expected: describeAll(text, expected) };
}

/** The findings of an analysis in the words of `Marked.expected`; none when the text is no report. */
export function foundIn(text: string, analysis: Analysis | undefined): string[] {
  const findings = (analysis?.findings ?? []).map(({ span, code }) => ({ ...span, code }));
  return describeAll(text, findings);
}

/** What the engine finds in a marked text, and what the marks expect: equal when nothing is missed or invented. */
export function compare(marked: string, demands?: Demands): { found: string[]; expected: readonly string[] } {
  const { text, expected } = readMarked(marked);
  return { found: foundIn(text, analyse(text, { demands })), expected };
}

function describeAll(text: string, findings: readonly { start: number; end: number; code: string }[]): string[] {
  return findings
    .map(({ start, end, code }) => ({
      start,
      line: `${start}-${end} ${code} ${JSON.stringify(text.slice(start, end))}`,
    }))
    .sort((a, b) => a.start - b.start || (a.line < b.line ? -1 : 1))
    .map(({ line }) => line);
}
