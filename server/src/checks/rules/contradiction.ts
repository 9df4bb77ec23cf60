import { bindSum } from '../../prose/binding.ts';
import { CARRIED_OUT } from '../../prose/quantities.ts';
import { numberIn } from '../../report/report.ts';
import type { Rule } from '../finding.ts';

/**
 * The prose says that all was settled (均已答复, 全部办结) while 结转下年度继续办理 is more than none. When the prose itself says how
 * many are left for next year, 全部 meant the others, or that number has a finding of its own.
 */
export const contradiction: Rule = {
  codes: ['contradiction'],
  find: (report, _identities, { settled, comparisons }) => {
    const [left] = bindSum(report, CARRIED_OUT) ?? [];
    const value = numberIn(left?.cell);
    const told = comparisons.some(({ claim }) => claim.quantity.includes(CARRIED_OUT));
    if (!left || !value || told) return [];
    const { table, cell } = left;
    return settled.map(({ span }) => {
      const written = report.text.slice(span.start, span.end);
      return { code: 'contradiction', severity: 'warning', span, written, table, cell, value };
    });
  },
};
