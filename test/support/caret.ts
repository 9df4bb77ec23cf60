import type { Analysis } from '../../server/src/checks/analysis.ts';
import { cellName } from '../../server/src/checks/wording/names.ts';
import type { Span } from '../../server/src/text/span.ts';
import { compareWith, mustAnalyse } from './analysis.ts';
import { readMarked } from './marked.ts';
import { type Parts, report } from './report.ts';

/** A report in which the caret `‸` stands somewhere. */
export interface AtCaret {
  readonly text: string;
  readonly offset: number;
  readonly analysis: Analysis;
  /** What a reader calls a place: the name of its cell with its value, else its words. */
  readonly name: (span: Span) => string;
}

/** Reads a report that holds one caret; with `before` also last year's. */
export function atCaret(parts: Parts): AtCaret {
  const [head, tail] = readMarked(report(parts)).text.split('‸') as [string, string?];
  if (tail === undefined) throw new Error('the report holds no caret');
  const text = head + tail;
  const alone = mustAnalyse(text);
  const layout = parts.layout ?? 'tsv';
  const analysis = parts.before ? compareWith(alone, report({ layout, ...parts.before })) : alone;
  const name = ({ start, end }: Span) => {
    const words = text.slice(start, end);
    for (const table of analysis.report.tables) {
      const cells = table.rows.flatMap((row) => row?.cells ?? []);
      const cell = cells.find(({ span }) => span.start === start && span.end === end);
      if (cell) return `${cellName(table, cell)} ${words}`;
    }
    return words;
  };
  return { text, offset: head.length, analysis, name };
}
