import { type Cell, csv } from '../files/csv.ts';
import type { CheckOptions } from './check-arguments.ts';
import type { Diagnostic, ReportJson } from './json-format.ts';
import type { Locale } from './locale.ts';
import { EMPTY_TALLY, type Result, type Tally, tallied } from './result.ts';
import { ruleTitle } from './rule-texts.ts';
import { severityLook } from './severity-words.ts';
import { type Circumstances, type Output, write } from './terminal.ts';
import { changesText } from './text-format.ts';

interface Column {
  readonly zh: string;
  readonly en: string;
  readonly show: (found: Diagnostic, report: ReportJson<Diagnostic>, locale: Locale) => Cell;
}

/** The columns of the table, and what each shows of a finding. */
export const COLUMNS: readonly Column[] = [
  { zh: '文件', en: 'file', show: (_, { path }) => path },
  { zh: '机关', en: 'organ', show: (_, { agency }) => agency },
  { zh: '年度', en: 'year', show: (_, { year }) => year },
  { zh: '行', en: 'line', show: ({ range }) => range.start.line + 1 },
  { zh: '列', en: 'column', show: ({ range }) => range.start.character + 1 },
  { zh: '级别', en: 'severity', show: ({ severity }, _, locale) => severityLook(severity, locale).word },
  { zh: '规则', en: 'rule', show: ({ code }) => code },
  { zh: '规则名称', en: 'rule title', show: ({ code }, _, locale) => ruleTitle(code, locale) },
  { zh: '表', en: 'table', show: ({ data }, _, locale) => TABLES[locale][data?.table ?? 0] },
  { zh: '行名', en: 'row label', show: ({ data }) => data?.row },
  { zh: '列名', en: 'column label', show: ({ data }) => data?.column },
  { zh: '写的数', en: 'stated', show: ({ data }) => data?.stated },
  { zh: '应为', en: 'should be', show: ({ data }) => data?.computed },
  {
    zh: '可能写错的格',
    en: 'suspect cell',
    show: ({ data }) => data?.suspect && `${data.suspect.row}·${data.suspect.column}`,
  },
  { zh: '该格应为', en: 'suspect should be', show: ({ data }) => data?.suspect?.value },
  { zh: '说明', en: 'message', show: ({ message }) => message },
];

const TABLES: Readonly<Record<Locale, Readonly<Record<number, string>>>> = {
  zh: { 2: '表二', 3: '表三', 4: '表四' },
  en: { 2: '2', 3: '3', 4: '4' },
};

/** Prints a table with a row for every finding that Excel opens with its Chinese intact. */
export async function printCsv(
  results: AsyncIterable<Result>,
  out: Output,
  { stderr, locale: spoken }: Pick<Circumstances, 'stderr' | 'locale'>,
  { locale }: Pick<CheckOptions, 'locale'>,
): Promise<Tally> {
  await write(out, csv([COLUMNS.map((column) => column[locale])], true));
  let tally = EMPTY_TALLY;
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind !== 'report') continue;
    if (out !== stderr) await write(stderr, changesText(result, spoken));
    const { report } = result;
    await write(out, csv(report.diagnostics.map((found) => COLUMNS.map(({ show }) => show(found, report, locale)))));
  }
  return tally;
}
