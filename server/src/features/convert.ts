import type { Locale } from '../checks/finding.ts';
import { type Conversion, convertTables } from '../edits/convert/index.ts';
import { TABLE_NAMES } from '../report/forms/form.ts';
import type { Report, Table } from '../report/report.ts';
import { printable } from '../text/foreign.ts';
import type { Layout } from '../text/tokens.ts';

/** The layouts into which a table can be written, by the names that commands give them. */
export const TARGETS = {
  markdown: 'pipes',
  tsv: 'tsv',
  text: 'spaced',
  html: 'html',
  cells: 'cells',
  csv: 'csv',
} as const satisfies Readonly<Record<string, Layout>>;
export type Target = keyof typeof TARGETS;

export const isTarget = (name: unknown): name is Target => typeof name === 'string' && Object.hasOwn(TARGETS, name);

/** What comes of converting: one table, or all. */
export function convert(report: Report, tables: readonly Table[], target: Target): Conversion[] {
  return convertTables(report, tables, TARGETS[target]);
}

/** `表三转换为 Markdown 表格` */
export function convertTitle({ number }: Table, target: Target, locale: Locale): string {
  return locale === 'zh'
    ? `${TABLE_NAMES[number]}转换为${TARGET_NAMES[target].zh}`
    : `Convert table ${number} to ${TARGET_NAMES[target].en}`;
}

/** How many tables were written anew, and of the others why not. */
export function conversionText(conversions: readonly Conversion[], locale: Locale): string {
  const changed = conversions.filter(({ kind }) => kind === 'edit').length;
  const left = conversions.flatMap((each) => leftText(each, locale));
  const done = locale === 'zh' ? `转换了 ${changed} 张表` : `Converted ${changed} tables`;
  return [done, ...left].join(locale === 'zh' ? '；' : '; ');
}

function leftText(conversion: Conversion, locale: Locale): string[] {
  const number = conversion.table.number;
  const name = locale === 'zh' ? TABLE_NAMES[number] : `table ${number}`;
  switch (conversion.kind) {
    case 'unread':
      return [
        locale === 'zh'
          ? `${name}未动：有的行读不出各格的数，请先改好`
          : `${name} left alone: some rows are not read; mend them first`,
      ];
    case 'foreign': {
      const words = printable(conversion.words.slice(0, 3).join('、'));
      return [
        locale === 'zh'
          ? `${name}未动：表中还有“${words}”，转换会丢失`
          : `${name} left alone: “${words}” would be lost`,
      ];
    }
    case 'unsafe':
      return [
        locale === 'zh'
          ? `${name}未动：用这种排版，有的格会读成别的（例如空白格）`
          : `${name} left alone: some cell would be read otherwise (a blank one, say)`,
      ];
    default:
      return [];
  }
}

const TARGET_NAMES: Readonly<Record<Target, Readonly<Record<Locale, string>>>> = {
  markdown: { zh: ' Markdown 表格', en: 'Markdown' },
  tsv: { zh: '制表符分隔', en: 'tab-separated values' },
  text: { zh: '对齐的文本', en: 'aligned text' },
  html: { zh: ' HTML 表格', en: 'HTML' },
  cells: { zh: '一格一行', en: 'one cell a line' },
  csv: { zh: '逗号分隔（CSV）', en: 'comma-separated values' },
};
