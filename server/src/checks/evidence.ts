import type { Addend } from '../prose/binding.ts';
import type { Cell } from '../report/report.ts';
import type { Values } from './identities.ts';
import type { StaleTotals } from './stale-totals.ts';
import type { Correction } from './suspect.ts';

/** Where a number is stated beside the tables. */
export type StatementSource = 'prose' | 'year-before';

type SignedCell = Pick<Addend, 'cell' | 'sign'>;

/** A number, and the cells that add up to it; one cell stands for itself. */
interface Stated {
  readonly addends: readonly SignedCell[];
  readonly value: number;
}

/** A number that is stated outside the tables. */
export interface Statement extends Stated {
  readonly source: StatementSource;
  /** What else the wording may mean: where that is right, nothing is said against the tables. */
  readonly others?: readonly Stated[];
}

/** What is known of cells beside the sums of their table: from the prose, and from the report of the year before. */
export interface Evidence {
  /** By the cells that they speak of. */
  readonly statements: ReadonlyMap<Cell, readonly Statement[]>;
  /** Tables whose totals are to follow what was just typed. */
  readonly stale: readonly StaleTotals[];
}

export const NO_EVIDENCE: Evidence = { statements: new Map(), stale: [] };

/** What the cells of a statement add up to; undefined when one of them is unknown. */
export function sumOfAddends(addends: readonly SignedCell[], values: Values): number | undefined {
  let sum = 0;
  for (const { cell, sign } of addends) {
    const value = values(cell);
    if (value === undefined) return undefined;
    sum += sign * value;
  }
  return sum;
}

/**
 * Whether a statement agrees with the number that a cell holds.
 *
 * @param right the number that it may have to be; a statement that agrees with that in another of its meanings confirms nothing
 */
export function isConfirmed({ statements }: Evidence, cell: Cell, values: Values, right?: number): boolean {
  const changed: Values = (each) => (each === cell && right !== undefined ? right : values(each));
  return (statements.get(cell) ?? []).some(
    ({ addends, value, others = [] }) =>
      sumOfAddends(addends, values) === value &&
      (right === undefined || !others.some((each) => sumOfAddends(each.addends, changed) === each.value)),
  );
}

/** What the statements on some cells say to other numbers in them. */
export interface Hearing {
  readonly agreeing: number;
  readonly disagreeing: number;
  /** How many speak of one cell alone and agree, while they do not agree with the number that is there. */
  readonly gained: number;
}

export function hear({ statements }: Pick<Evidence, 'statements'>, changes: Correction, values: Values): Hearing {
  const changed = new Map(changes.map(({ cell, value }) => [cell, value]));
  const after: Values = (cell) => changed.get(cell) ?? values(cell);
  const hearing = { agreeing: 0, disagreeing: 0, gained: 0 };
  for (const { addends, value, others = [] } of new Set(changes.flatMap(({ cell }) => statements.get(cell) ?? []))) {
    const sum = sumOfAddends(addends, after);
    if (sum === value) {
      hearing.agreeing += 1;
      if (addends.length === 1 && sumOfAddends(addends, values) !== value) hearing.gained += 1;
    } else if (sum !== undefined && !others.some((each) => sumOfAddends(each.addends, after) === each.value))
      hearing.disagreeing += 1;
  }
  return hearing;
}

/** Where some of the cells are said to hold what a correction would have them hold. */
export function supportFor({ statements }: Evidence, correction: Correction, values: Values): StatementSource[] {
  const changed = new Map(correction.map(({ cell, value }) => [cell, value]));
  const after: Values = (cell) => changed.get(cell) ?? values(cell);
  const agreeing = correction
    .flatMap(({ cell }) => statements.get(cell) ?? [])
    .filter(({ addends, value }) => sumOfAddends(addends, after) === value && sumOfAddends(addends, values) !== value);
  return [...new Set(agreeing.map(({ source }) => source))];
}

/** Of several corrections those that the most statements agree with: what they say wants an explanation, too. */
export function mostAgreed<Each extends Correction>(
  corrections: readonly Each[],
  evidence: Evidence,
  values: Values,
): readonly Each[] {
  const agreed = corrections.map((each) => hear(evidence, each, values).agreeing);
  const most = agreed.reduce((a, b) => Math.max(a, b), 0);
  return corrections.filter((_, at) => agreed[at] === most);
}

/** Whether no statement disagrees with the numbers of its cells. */
export function agreesThroughout({ statements }: Evidence, values: Values): boolean {
  const all = new Set([...statements.values()].flat());
  return [...all].every(({ addends, value }) => (sumOfAddends(addends, values) ?? value) === value);
}
