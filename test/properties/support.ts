import fc from 'fast-check';
import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import { isOf, isSum } from '../../server/src/checks/finding.ts';
import { identitiesIn, outcomeOf } from '../../server/src/checks/identities.ts';
import { cellInvalid } from '../../server/src/checks/rules/cell-invalid.ts';
import type { Cell, Report } from '../../server/src/report/report.ts';
import type { Place } from '../support/generate/render.ts';

/** Runs of one property: enough to meet the rare styles, few enough for two cores. */
export const RUNS = 40;

/** One seed for all, so that a failure on another machine is the same failure here. */
export const SEED = 20241231;

export function holds<T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, numRuns = RUNS): void {
  fc.assert(property, { seed: SEED, numRuns });
}

/** The analysis of a text that must be a report. */
export function analysed(text: string): Analysis {
  const analysis = analyse(text);
  if (!analysis) throw new Error('the text was not taken for a report');
  return analysis;
}

export function cellsOf(report: Report): Cell[] {
  return report.tables.flatMap((table) => table.rows.flatMap((row) => row?.cells ?? []));
}

export function cellOf(report: Report, { table, row, column }: Place): Cell | undefined {
  return report.tables.find((each) => each.number === table)?.rows[row]?.cells[column];
}

/** The place of a cell in the words of the generator, to compare cells of different texts. */
export function placeOf({ table, row, column }: Cell): string {
  return `${table}.${row}.${column}`;
}

/** `code place-of-total`, sorted: what fails, without saying where in the text. */
export function failing({ report }: Analysis): string[] {
  return identitiesIn(report)
    .filter((identity) => outcomeOf(identity).kind === 'unequal')
    .map(({ form, total }) => `${form.rule} ${placeOf(total)}`)
    .sort();
}

/** The identities that hold, by the same names. */
export function holding({ report }: Analysis): Set<string> {
  return new Set(
    identitiesIn(report)
      .filter((identity) => outcomeOf(identity).kind === 'equal')
      .map(({ form, total }) => `${form.rule} ${placeOf(total)}`),
  );
}

/** Codes and cells of all findings, without offsets. */
export function outline({ findings }: Analysis): string[] {
  return findings.map((finding) => {
    if (isSum(finding)) return `${finding.code} ${placeOf(finding.facts.identity.total)}`;
    return isOf(finding, cellInvalid) ? `${finding.code} ${placeOf(finding.facts.cell)}` : finding.code;
  });
}

/**
 * The identities that a cell of table 3 or 4 belongs to, written down from the form and not from the engine:
 * `row-total` by its row, `outcome-total` and `carry-balance` by its column.
 */
export function identitiesOf({ table, row, column }: Place): string[] {
  if (table === 4) return [`review-total 4.0.${Math.floor(column / 5) * 5 + 4}`];
  const outcome = row >= 2 && row <= 23 ? [`outcome-total 3.23.${column}`] : [];
  const carry = row < 2 || row > 22 ? [`carry-balance 3.24.${column}`] : [];
  return [`row-total 3.${row}.6`, ...outcome, ...carry].sort();
}
