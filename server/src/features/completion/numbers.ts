import type { Analysis } from '../../checks/analysis.ts';
import { type Candidate, type Comparison, compareProse } from '../../checks/claims.ts';
import { candidateName } from '../../checks/wording/quantity.ts';
import { parseVersion } from '../../report/parse.ts';
import type { Report } from '../../report/report.ts';
import { digitOf, skipSpaces, trimEnd } from '../../text/characters.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { tableAt } from '../locate.ts';
import type { Caret, Completion } from './completion.ts';

/** No number of a draft, no year, no date. */
const PROBE = '8731';

/**
 * The number that the words in front of the caret name: a number is written there on a copy, and what the sentence then
 * claims is looked up in the tables. `收到政府信息公开申请|` gives that of 一、总计.
 */
export function namedNumbers({ report, prose }: Analysis, caret: Caret): Completion[] {
  const { text } = report;
  const { offset } = caret;
  let start = offset;
  while (start > caret.line.start && digitOf(text.charCodeAt(start - 1)) >= 0) start--;
  if (start === caret.typed.start && !goesOn(report, caret)) return [];
  if (digitOf(text.charCodeAt(offset)) >= 0 || tableAt(report, offset)) return [];
  const span = { start, end: offset };
  const hasUnit = '件条起例宗份元万'.includes(text[skipSpaces(text, offset, caret.line.end)] ?? '。');
  const unit = hasUnit ? '' : '件';
  const found = probe(report, prose.silent, span, PROBE + unit);
  if (!found || found.claim.doubts.length > 0) return [];
  const seen = new Set<number>();
  return found.candidates.flatMap((candidate): Completion[] => {
    const { value } = candidate;
    if (value === undefined || seen.has(value) || found.claim.unit === '元') return [];
    seen.add(value);
    return [completion(candidate, value, span, unit)];
  });
}

/** Whether the line goes on with a sentence of the one above, as text of a PDF does. */
function goesOn({ text, lines }: Report, { line }: Caret): boolean {
  const above = lineAt(lines, line.start) - 1;
  if (above < 0) return false;
  const { start, end } = lines.span(above);
  const last = trimEnd(text, start, end);
  return last > start && !'。；：！？'.includes(text[last - 1] as string);
}

function completion(candidate: Candidate, value: number, span: Span, unit: string): Completion {
  const text = `${value}${unit}`;
  return { kind: 'number', label: text, detail: candidateName(candidate), span, newText: text };
}

function probe(
  report: Report,
  silent: Analysis['prose']['silent'],
  { start, end }: Span,
  written: string,
): Comparison | undefined {
  const text = report.text.slice(0, start) + written + report.text.slice(end);
  const parsed = parseVersion(text, { always: true, blankCells: report.blankCells }, report);
  if (!parsed) return undefined;
  const { kept } = parsed;
  const { comparisons } = compareProse(parsed.report, () => [], kept && { kept, silent });
  return comparisons.find(({ claim }) => claim.span.start === start);
}
