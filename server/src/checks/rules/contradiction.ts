import { bindSum } from '../../prose/binding.ts';
import { CARRIED_OUT } from '../../prose/quantities.ts';
import { type Cell, numberIn, type Table } from '../../report/report.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';
import { cellData } from '../finding-data.ts';
import { writeAddend } from '../wording/change.ts';
import { cellName } from '../wording/names.ts';

interface Contradiction {
  readonly written: string;
  readonly table: Table;
  /** 四、结转下年度继续办理·总计 */
  readonly cell: Cell;
  readonly value: number;
}

/**
 * The prose says that all was settled (均已答复, 全部办结) while 结转下年度继续办理 is more than none. When the prose itself says how
 * many are left for next year, 全部 meant the others, or that number has a finding of its own.
 */
export const contradiction: Rule<Contradiction> = {
  code: 'contradiction',
  title: {
    zh: '正文说全部办结，表中却有结转',
    en: 'The prose says that all was settled, the table that some were carried over',
  },
  severity: 'warning',
  find({ report, prose: { settled, comparisons } }, emit) {
    if (settled.length === 0) return;
    const [left] = bindSum(report, CARRIED_OUT) ?? [];
    const value = numberIn(left?.cell);
    const told = comparisons.some(({ claim }) => claim.quantity.includes(CARRIED_OUT));
    if (!left || !value || told) return;
    for (const { span } of settled) {
      emit(span, { written: report.text.slice(span.start, span.end), table: left.table, cell: left.cell, value });
    }
  },
  message: {
    zh: ({ written, table, cell, value }) =>
      `正文说“${excerpt(written)}”，而统计表中“${cellName(table, cell)}”是 ${value}。请核对：如有 ${value} 件结转，正文应当写明。`,
    en: ({ written, table, cell, value }) =>
      `The prose says “${excerpt(written)}”, but “${cellName(table, cell)}” is ${value}. If ${value} were carried over, the prose should say so.`,
  },
  related: ({ table, cell, value }, locale) => [
    { span: cell.span, message: writeAddend(locale, cellName(table, cell), value) },
  ],
  data: ({ table, cell }) => cellData(table, cell),
};
