import type { Analysis } from '../../checks/analysis.ts';
import type { Locale } from '../../checks/finding.ts';
import type { Report } from '../../report/report.ts';
import { skipSpaces } from '../../text/characters.ts';
import { lineAt } from '../../text/lines.ts';
import type { Caret, Completion } from './completion.ts';
import { missingAspects, missingSections } from './headings.ts';
import { namedNumbers } from './numbers.ts';
import { formRows } from './rows.ts';
import { sentences } from './sentences.ts';

export type { Completion };

/** What can be written at an offset (UTF-16), the likeliest first. */
export function completionsAt(analysis: Analysis, offset: number, locale: Locale): Completion[] {
  const { report } = analysis;
  const caret = caretAt(report, offset);
  const rows = formRows(report, caret, locale);
  if (rows.length > 0) return rows;
  return [
    ...missingSections(report, caret, locale),
    ...missingAspects(report, caret, locale),
    ...namedNumbers(analysis, caret),
    ...sentences(report, caret, locale),
  ];
}

function caretAt({ text, lines }: Report, offset: number): Caret {
  const line = lines.span(lineAt(lines, offset));
  let start = skipSpaces(text, line.start, offset);
  while (start < offset && text[start] === '#') start = skipSpaces(text, start + 1, offset);
  return { offset, line, typed: { start, end: offset }, atEnd: skipSpaces(text, offset, line.end) === line.end };
}
