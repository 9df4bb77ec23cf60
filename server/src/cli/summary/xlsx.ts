import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Aggregate } from '../../features/aggregate.ts';
import type { TableNumber } from '../../report/forms/form.ts';
import { columnsOf, HEAD } from '../../summary/columns.ts';
import type { Counted } from '../../summary/counted.ts';
import { lacksOf, nameOf, type Summary, yearText } from '../../summary/model.ts';
import { tableRows } from '../../summary/rows.ts';
import { missingText, noteText, sumTitle } from '../../summary/words.ts';
import { KIND_HEAD, kindRows } from './kinds.ts';

type Cell = string | number;
type Row = readonly Cell[];

interface Sheet {
  readonly sheet: string;
  readonly data: SheetData;
  readonly columns: readonly { readonly width: number }[];
  readonly stickyRowsCount: number;
}

/** The summary as a workbook: the reports, each table of each sum, the findings by kind, and what else is to be said. */
export async function summaryXlsx(summary: Summary): Promise<Buffer> {
  const several = summary.sums.length > 1;
  const sheets = [
    sheetOf('各机关', [[...HEAD, '文件'], ...summary.reports.map((report) => [...numbersOf(report), report.path])]),
    ...summary.sums.flatMap((sum) => ([2, 3, 4] as const).map((table) => sumSheet(sum, table, several))),
    sheetOf('问题分类', [KIND_HEAD.zh, ...kindRows(summary.reports, 'zh')]),
    sheetOf('说明', noteRows(summary)),
  ];
  return writeExcelFile(sheets as never).toBuffer();
}

/** Names of sheets have at most 31 characters. */
function sumSheet(sum: Aggregate<Counted>, table: TableNumber, several: boolean): Sheet {
  const name = `表${{ 2: '二', 3: '三', 4: '四' }[table]}`;
  const which = several ? `${yearText(sum.year)}（${sum.form}年格式）` : '';
  return sheetOf(`${which}${name}`, [[sumTitle(sum)], ...tableRows(sum, table)], 0);
}

function numbersOf(report: Counted): Row {
  return columnsOf(report).map((value) => value ?? '');
}

function noteRows({ sums, missing }: Summary): Row[] {
  const lacks = sums.flatMap((sum) =>
    lacksOf(sum).map(({ report, places }) => ['没有计入合计', nameOf(report), places.join('；'), report.path]),
  );
  const failing = sums.flatMap((sum) => noteText(sum).map((note) => ['合计本身不平', sumTitle(sum), note]));
  return [
    ['说明', '机关或合计', '内容', '文件'],
    ...failing,
    ...lacks,
    ...missing.map((each) => ['缺少报告', '', missingText(each)]),
  ];
}

/** What Excel would take for a formula is a text here: every cell has its type. */
function sheetOf(sheet: string, rows: readonly Row[], stickyRowsCount = 1): Sheet {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const data = rows.map((row, at) => row.map((value) => cellOf(value, at === 0)));
  const columns = Array.from({ length: widest }, (_, at) => ({ width: at === 0 ? 34 : 14 }));
  return { sheet, data: data as SheetData, columns, stickyRowsCount };
}

function cellOf(value: Cell, isHead: boolean) {
  if (value === '') return null;
  return { value, type: typeof value === 'number' ? Number : String, ...(isHead ? { fontWeight: 'bold' } : {}) };
}
