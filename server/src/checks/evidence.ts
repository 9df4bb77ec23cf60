import type { Predecessor } from '../digest/digest.ts';
import type { Addend } from '../prose/binding.ts';
import { type Cell, findRow, findTable, numberIn, type Report } from '../report/report.ts';
import type { Comparison } from './claims.ts';
import type { Context } from './finding.ts';
import type { Values } from './identities.ts';

/** A number that is stated outside the tables of cells that add up to it; one cell stands for itself. */
export interface Statement {
  readonly addends: readonly Pick<Addend, 'cell' | 'sign'>[];
  readonly value: number;
}

/** What is known of cells beside the sums of their table: from the prose, and from the report of the year before. */
export interface Evidence {
  /** By the cells that they speak of. */
  readonly statements: ReadonlyMap<Cell, readonly Statement[]>;
}

export const NO_EVIDENCE: Evidence = { statements: new Map() };

/**
 * The witnesses of a report. Only a claim without any doubt is one; of a wording with several meanings (受理: 一, or 一 and
 * 二) only what all the meanings have in common that agree with it.
 The 结转下年度 of the report of the year before states this year's 上年结转.
 */
export function gatherEvidence({
  report,
  prose,
  predecessor,
}: Pick<Context, 'report' | 'prose' | 'predecessor'>): Evidence {
  const statements = new Map<Cell, Statement[]>();
  const add = (statement: Statement) => {
    for (const { cell } of statement.addends) {
      const known = statements.get(cell);
      if (known) known.push(statement);
      else statements.set(cell, [statement]);
    }
  };
  for (const comparison of prose.comparisons) for (const statement of statementsOf(comparison)) add(statement);
  if (predecessor) for (const statement of carriedIn(report, predecessor)) add(statement);
  return { statements };
}

function statementsOf({ claim, candidates, outcome }: Comparison): Statement[] {
  if (claim.doubts.length > 0 || claim.unit === '元' || claim.unit === '万元') return [];
  const agreeing = candidates.filter(({ value }) => value === claim.value);
  if (outcome === 'equal' && agreeing.length > 0) {
    // What only some of the meanings count is not stated for sure.
    const [first, ...others] = agreeing;
    const common = (first?.addends ?? []).filter(({ cell }) =>
      others.every(({ addends }) => addends.some((each) => each.cell === cell)),
    );
    return common.length > 0 ? [{ addends: common, value: sumOf(common, numberIn) ?? Number.NaN }] : [];
  }
  const [only] = candidates;
  return only && claim.quantity.length === 1 ? [{ addends: only.addends, value: claim.value }] : [];
}

function carriedIn(report: Report, { digest }: Predecessor): Statement[] {
  const cells = findRow(findTable(report, 3), 'carried-in')?.cells ?? [];
  return cells.flatMap((cell) => {
    const value = digest.carriedOut[cell.column]?.value ?? undefined;
    return value === undefined ? [] : [{ addends: [{ cell, sign: 1 }], value }];
  });
}

function sumOf(addends: Statement['addends'], values: Values): number | undefined {
  let sum = 0;
  for (const { cell, sign } of addends) {
    const value = values(cell);
    if (value === undefined) return undefined;
    sum += sign * value;
  }
  return sum;
}

/** Whether a statement agrees with the number that a cell holds. */
export function isConfirmed({ statements }: Evidence, cell: Cell, values: Values): boolean {
  return (statements.get(cell) ?? []).some((each) => sumOf(each.addends, values) === each.value);
}

/** How many statements agree with a number in place of the one in a cell, and how many still do not. */
export function heard({ statements }: Evidence, cell: Cell, value: number, values: Values) {
  const changed: Values = (each) => (each === cell ? value : values(each));
  const known = (statements.get(cell) ?? []).filter(({ addends }) => sumOf(addends, changed) !== undefined);
  const agreeing = known.filter((each) => sumOf(each.addends, changed) === each.value).length;
  return { agreeing, disagreeing: known.length - agreeing };
}

/** Whether no statement disagrees with the numbers of its cells. */
export function agreesThroughout({ statements }: Evidence, values: Values): boolean {
  const all = new Set([...statements.values()].flat());
  return [...all].every(({ addends, value }) => (sumOf(addends, values) ?? value) === value);
}
