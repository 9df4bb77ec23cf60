import type { Aggregate } from '../features/aggregate.ts';
import type { TableNumber } from '../report/forms/form.ts';
import { HEAD, rowOf } from './columns.ts';
import type { Counted } from './counted.ts';
import { cellTitle, formOfCell, lacksOf, nameOf, type Summary, yearText } from './model.ts';
import { missingText, noteText, sumTitle } from './words.ts';

export type SummaryCell = string | number;

/** The summary as rows: the table of all reports, and below it each sum with one row of the form a line. */
export function summaryRows({ reports, sums, against, missing }: Summary): readonly (readonly SummaryCell[])[] {
  const rows: (readonly SummaryCell[])[] = [
    [...HEAD, '文件'],
    ...reports.map((report) => [...rowOf(report), report.path]),
  ];
  for (const row of sums.flatMap((sum) => [[], ...sumRows(sum)])) rows.push(row);
  if (against?.sum && against.comparison) {
    const { own, sum, comparison } = against;
    rows.push([], [`${nameOf(own)} ${yearText(own.year)}报告与合计比较`], ['项目', '本级报告', '合计', '相差']);
    for (const { cell, stated, by } of comparison.differences) {
      rows.push([cellTitle(sum, cell), stated, cell.sum, by]);
    }
  }
  for (const each of missing) rows.push([], [missingText(each)]);
  return rows;
}

/** One row of the form a line, as it stands there; a row that lacks reports says which. */
function sumRows(sum: Aggregate<Counted>): SummaryCell[][] {
  const rows = ([2, 3, 4] as const).flatMap((number) => tableRows(sum, number));
  const lacks = lacksOf(sum).map(({ report, places }) => [nameOf(report), places.join('；'), report.path]);
  const notes = lacks.length > 0 ? [['以下报告有空白或无法识别的数，没有计入合计'], ...lacks] : [];
  return [[sumTitle(sum)], ...rows, ...noteText(sum).map((note) => [note]), ...notes];
}

/** A table of a sum, with a head for each run of rows with the same columns. */
export function tableRows(sum: Aggregate<Counted>, number: TableNumber): (string | number)[][] {
  const form = formOfCell(sum, number);
  return form.rows.flatMap((row, at) => {
    const before = form.rows[at - 1];
    const head =
      before?.columns === row.columns
        ? []
        : [['', ...row.columns.map(({ group, name }) => (number === 4 ? `${group?.label}·${name}` : name))]];
    const cells = sum.tables[number][at] ?? [];
    const label = number === 4 ? '行政复议、行政诉讼' : `${number === 3 ? (row.group?.label ?? '') : ''}${row.label}`;
    return [...head, [label, ...cells.map(({ known, sum: value }) => (known === 0 ? '' : value))]];
  });
}
