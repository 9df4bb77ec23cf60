import type { Predecessor } from '../digest/digest.ts';
import { type Cell, findRow, findTable, numberIn, type Report } from '../report/report.ts';
import { pushTo } from '../text/push-to.ts';
import type { Comparison } from './claims.ts';
import { type Evidence, type Statement, sumOfAddends } from './evidence.ts';
import type { Context } from './finding.ts';

/**
 * What prose and last year's report state of cells. Only a claim without any doubt is a witness; of a wording with several
 * meanings (受理: 一, or 一 and 二) only what all the meanings have in common that agree with it. The 结转下年度 of the report
 * of the year before states this year's 上年结转.
 */
export function gatherEvidence({
  report,
  prose,
  predecessor,
  stale = [],
}: Pick<Context, 'report' | 'prose' | 'predecessor' | 'stale'>): Evidence {
  const statements = new Map<Cell, Statement[]>();
  const add = (statement: Statement) => {
    for (const { cell } of statement.addends) {
      pushTo(statements, cell, statement);
    }
  };
  for (const comparison of prose.comparisons) for (const statement of statementsOf(comparison)) add(statement);
  if (predecessor) for (const statement of carriedIn(report, predecessor)) add(statement);
  return { statements, stale };
}

function statementsOf({ claim, candidates, outcome }: Comparison): Statement[] {
  if (claim.doubts.length > 0 || claim.unit === '元' || claim.unit === '万元') return [];
  const agreeing = candidates.filter(({ value }) => value === claim.value);
  if (outcome === 'equal' && agreeing.length > 0) {
    // What only some of the meanings count is not stated for sure.
    const [first, ...alike] = agreeing;
    const common = (first?.addends ?? []).filter(({ cell }) =>
      alike.every(({ addends }) => addends.some((each) => each.cell === cell)),
    );
    if (common.length === 0) return [];
    const others = candidates
      .filter(({ value }) => value !== claim.value)
      .map(({ addends }) => ({ addends, value: claim.value }));
    return [{ source: 'prose', addends: common, value: sumOfAddends(common, numberIn) ?? Number.NaN, others }];
  }
  const [only] = candidates;
  return only && claim.quantity.length === 1 ? [{ source: 'prose', addends: only.addends, value: claim.value }] : [];
}

function carriedIn(report: Report, { digest }: Predecessor): Statement[] {
  const cells = findRow(findTable(report, 3), 'carried-in')?.cells ?? [];
  return cells.flatMap((cell) => {
    const value = digest.carriedOut[cell.column]?.value ?? undefined;
    return value === undefined
      ? []
      : [{ source: 'year-before' as const, addends: [{ cell, sign: 1 as const }], value }];
  });
}
