import { numberIn } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Finding } from '../finding.ts';
import { cellName } from './names.ts';
import type { Words } from './words.ts';

/** The places that explain a finding on the prose: the cells that it speaks of, or the numbers beside it. */
export function relateProse(finding: Finding, words: Words): { span: Span; message: string }[] {
  switch (finding.code) {
    case 'prose-mismatch': {
      const addends = finding.comparison.candidates.flatMap((candidate) => candidate.addends);
      const shown = [...new Map(addends.map((addend) => [addend.cell, addend])).values()];
      const some = shown.length > 1 ? shown.filter(({ cell }) => numberIn(cell) !== 0) : shown;
      return (some.length > 0 ? some : shown.slice(0, 1)).map(({ table, cell }) => ({
        span: cell.span,
        message: words.addend(cellName(table, cell), String(numberIn(cell) ?? '')),
      }));
    }
    case 'parts-mismatch':
      return finding.parts.map(({ span, value }) => ({ span, message: words.said(String(value)) }));
    case 'ratio-mismatch':
      return finding.from.map(({ span, value }) => ({ span, message: words.said(String(value)) }));
    case 'year-mismatch':
      return finding.others.map(({ span, year }) => ({ span, message: words.said(String(year)) }));
    case 'contradiction': {
      const { table, cell, value } = finding;
      return [{ span: cell.span, message: words.addend(cellName(table, cell), String(value)) }];
    }
    default:
      return [];
  }
}
