import type { Cell } from '../report/report.ts';
import type { Values } from './identities.ts';

/** A number that is stated outside the tables of cells that add up to it; one cell stands for itself. */
export interface Statement {
  readonly addends: readonly { readonly cell: Cell; readonly sign: 1 | -1 }[];
  readonly value: number;
}

/** What is known of cells beside the sums of their table: from the prose, and from the report of the year before. */
export interface Evidence {
  /** By the cells that they speak of. */
  readonly statements: ReadonlyMap<Cell, readonly Statement[]>;
}

export const NO_EVIDENCE: Evidence = { statements: new Map() };

/** What the cells of a statement add up to; undefined when one of them is unknown. */
export function sumOfAddends(addends: Statement['addends'], values: Values): number | undefined {
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
  return (statements.get(cell) ?? []).some((each) => sumOfAddends(each.addends, values) === each.value);
}

/** How many statements agree with a number in place of the one in a cell, and how many do not. */
export function hear({ statements }: Evidence, cell: Cell, value: number, values: Values) {
  const changed: Values = (each) => (each === cell ? value : values(each));
  let agreeing = 0;
  let disagreeing = 0;
  for (const statement of statements.get(cell) ?? []) {
    const sum = sumOfAddends(statement.addends, changed);
    if (sum === statement.value) agreeing += 1;
    else if (sum !== undefined) disagreeing += 1;
  }
  return { agreeing, disagreeing };
}

/** Whether no statement disagrees with the numbers of its cells. */
export function agreesThroughout({ statements }: Evidence, values: Values): boolean {
  const all = new Set([...statements.values()].flat());
  return [...all].every(({ addends, value }) => (sumOfAddends(addends, values) ?? value) === value);
}
