import { stringify } from 'csv-stringify/sync';
import type { Diagnostic, ReportJson } from './json-format.ts';
import { EMPTY_TALLY, type Result, type Tally, tallied } from './result.ts';
import { ruleTitle } from './rule-texts.ts';
import { type Output, write } from './terminal.ts';
import { changesText, severityWord } from './text-format.ts';

export type Cell = string | number | null | undefined;

/** The columns of the table, and what each shows of a finding. */
const COLUMNS: readonly (readonly [string, (found: Diagnostic, report: ReportJson<Diagnostic>) => Cell])[] = [
  ['文件', (_, { path }) => path],
  ['机关', (_, { agency }) => agency],
  ['年度', (_, { year }) => year],
  ['行', ({ range }) => range.start.line + 1],
  ['列', ({ range }) => range.start.character + 1],
  ['级别', ({ severity }) => severityWord(severity)],
  ['规则', ({ code }) => code],
  ['规则名称', ({ code }) => ruleTitle(code)],
  ['表', ({ data }) => TABLES[data?.table ?? 0]],
  ['行名', ({ data }) => data?.row],
  ['列名', ({ data }) => data?.column],
  ['写的数', ({ data }) => data?.stated],
  ['应为', ({ data }) => data?.computed],
  ['可能写错的格', ({ data }) => data?.suspect && `${data.suspect.row}·${data.suspect.column}`],
  ['该格应为', ({ data }) => data?.suspect?.value],
  ['说明', ({ message }) => message],
];

const TABLES: Readonly<Record<number, string>> = { 2: '表二', 3: '表三', 4: '表四' };

/** Prints a table with a row for every finding that Excel opens with its Chinese intact. */
export async function printCsv(
  results: AsyncIterable<Result>,
  out: Output,
  { stderr }: { readonly stderr: Output },
): Promise<Tally> {
  await write(out, csv([COLUMNS.map(([name]) => name)], true));
  let tally = EMPTY_TALLY;
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind !== 'report') continue;
    if (out !== stderr) await write(stderr, changesText(result));
    const { report } = result;
    await write(out, csv(report.diagnostics.map((found) => COLUMNS.map(([, show]) => show(found, report)))));
  }
  return tally;
}

/**
 * Rows as Excel reads them: UTF-8 with a byte order mark at the very beginning, CRLF, quotes as in RFC 4180. A text
 * that begins like a formula gets an apostrophe in front, for it comes from somebody's file; a number is none.
 */
export function csv(rows: readonly (readonly Cell[])[], first = false): string {
  if (rows.length === 0) return '';
  return stringify(rows as Cell[][], {
    bom: first,
    record_delimiter: 'windows',
    // A lone line feed parts no rows here, but does for whoever reads them.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  });
}
