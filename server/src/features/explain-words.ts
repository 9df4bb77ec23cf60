import type { Locale } from '../checks/wording/index.ts';
import { TABLE_NAMES, type TableNumber } from '../report/forms/form.ts';
import type { Layout } from '../text/tokens.ts';

interface ExplainWords {
  readonly title: (agency: string, year: number | undefined) => string;
  readonly form: (year: string, source: string) => string;
  readonly table: (number: TableNumber, layout: string) => string;
  readonly layouts: Readonly<Record<Layout, string>>;
  readonly atLine: (line: number, text: string) => string;
  readonly missing: (label: string) => string;
  readonly unknown: (label: string) => string;
  readonly unsure: (found: number, columns: number) => string;
  readonly blank: string;
}

export const explainWords: Readonly<Record<Locale, ExplainWords>> = {
  zh: {
    title: (agency, year) => `机关：${agency || '（未读到）'}  年度：${year ?? '（未读到）'}`,
    form: (year, source) => `格式：${year} 年格式，${source}`,
    table: (number, layout) => `${TABLE_NAMES[number]}（${layout}）`,
    layouts: {
      spaced: '空格分隔',
      tsv: '制表符分隔',
      csv: '逗号分隔',
      cells: '一格一行',
      pipes: '竖线分隔',
      html: 'HTML 表格',
    },
    atLine: (line, text) => `${String(line).padStart(5)}  ${text}`,
    missing: (label) => `    —  ${label}  没有这一行`,
    unknown: (label) => `未识别的行：“${label}”`,
    unsure: (found, columns) => `读到 ${found} 个数，应有 ${columns} 个，无法确定各属哪一列`,
    blank: '空',
  },
  en: {
    title: (agency, year) => `Agency: ${agency || '(not found)'}  Year: ${year ?? '(not found)'}`,
    form: (year, source) => `Form of ${year}, ${source}`,
    table: (number, layout) => `Table ${number} (${layout})`,
    layouts: {
      spaced: 'spaces',
      tsv: 'tabs',
      csv: 'commas',
      cells: 'a cell per line',
      pipes: 'bars',
      html: 'HTML table',
    },
    atLine: (line, text) => `${String(line).padStart(5)}  ${text}`,
    missing: (label) => `    —  ${label}  is missing`,
    unknown: (label) => `unknown row: “${label}”`,
    unsure: (found, columns) => `${found} values instead of ${columns}; their columns are unknown`,
    blank: 'blank',
  },
};
