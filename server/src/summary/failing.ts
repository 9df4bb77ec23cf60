import { analyse } from '../checks/analysis.ts';
import { describe } from '../checks/wording/index.ts';
import type { Locale } from '../checks/wording/say.ts';
import { tableLines } from '../edits/table-writer.ts';
import type { Aggregate } from '../features/aggregate.ts';
import { findingData } from '../features/diagnostics.ts';
import type { TableNumber } from '../report/forms/form.ts';
import { formOf } from '../report/forms/index.ts';
import { officialHeading, sectionForm } from '../report/forms/sections.ts';
import type { Counted } from './counted.ts';
import { nameOf, sumIn } from './model.ts';

/** A table of a sum whose own totals do not hold: what fails, and the reports of which the same is true. */
export interface Failing {
  readonly table: TableNumber;
  /** `“自然人”列（七）总计写 145，各项之和 148，差 3` */
  readonly faults: readonly string[];
  /** Names of organs. */
  readonly reports: readonly string[];
}

/**
 * The tables of a sum that fail their own checks. The sum is written as a report is and read by the same rules; a cell
 * for which reports lack a value is blank there, so that nothing is said of it.
 */
export function failingTables(sum: Aggregate<Counted>, locale: Locale = 'zh'): readonly Failing[] {
  // What holds in every report holds in their sum.
  const suspects = ([2, 3, 4] as const).filter((table) => sum.reports.some(({ failing }) => failing.includes(table)));
  if (suspects.length === 0) return [];
  const analysis = analyse(asReport(sum), { always: true });
  return suspects.flatMap((table) => {
    const faults = (analysis?.findings ?? []).filter((finding) => {
      return finding.rule.identity !== undefined && findingData(finding)?.table === table;
    });
    const reports = sum.reports.filter(({ failing }) => failing.includes(table)).map(nameOf);
    const words = faults.map((finding) => describe(finding, locale).split(/[。：]|\. |: /, 1)[0] ?? '');
    return words.length > 0 ? [{ table, faults: words, reports }] : [];
  });
}

function asReport(sum: Aggregate<Counted>): string {
  const form = formOf(sum.form);
  const tables = ([2, 3, 4] as const).flatMap((number) => {
    const lines = tableLines(form, number, 'pipes', (row, column) => {
      const cell = sumIn(sum, number, row.id, column.id);
      return cell && cell.missing.length === 0 ? String(cell.sum) : '';
    });
    return [officialHeading(sectionForm(number)), ...lines];
  });
  return tables.join('\n');
}
