import type { RowForm } from '../../report/forms/form.ts';
import { PROACTIVE_2019, PROACTIVE_2021 } from '../../report/forms/proactive.ts';
import type { Report, Table } from '../../report/report.ts';
import { skipSpaces, trimEnd } from '../../text/characters.ts';
import { fold } from '../../text/fold.ts';
import { newlineOf } from '../../text/line-ends.ts';
import type { Span } from '../../text/span.ts';
import type { Layout } from '../../text/tokens.ts';
import type { Edit } from '../edit.ts';
import { keepsReading } from '../same-reading.ts';
import { textsOf } from '../table/rows.ts';
import { alignedTable, trimLast } from '../table-writer.ts';
import { regionOf } from './region.ts';

/** A table in another layout, or why it stays as it is. */
export type Conversion =
  | { readonly kind: 'edit'; readonly table: Table; readonly edit: Edit }
  /** It is written so already. */
  | { readonly kind: 'same'; readonly table: Table }
  /** A row of it is not read, so that its values have no sure columns. */
  | { readonly kind: 'unread'; readonly table: Table }
  /** These words would be lost. */
  | { readonly kind: 'foreign'; readonly table: Table; readonly words: readonly string[] }
  /** In that layout some cell would be read otherwise, a blank one perhaps. */
  | { readonly kind: 'unsafe'; readonly table: Table };

/**
 * 转换表格: writes tables in another layout with the characters of their cells, each of them only if the report is then read as
 * before, cell by cell.
 */
export function convertTables(report: Report, tables: readonly Table[], layout: Layout): Conversion[] {
  const kept: Edit[] = [];
  return tables.map((table) => {
    const conversion = convertTable(report, table, layout);
    if (conversion.kind !== 'edit') return conversion;
    if (kept.length > 0 && !keepsReading(report, [...kept, conversion.edit])) return { kind: 'unsafe', table };
    kept.push(conversion.edit);
    return conversion;
  });
}

export function convertTable(report: Report, table: Table, layout: Layout): Conversion {
  const texts = textsOf(report.text, table, labelOf);
  const region = regionOf(report, table);
  if (!texts || !region) return { kind: 'unread', table };
  if (region.foreign.length > 0) return { kind: 'foreign', table, words: region.foreign };
  const lines = trimLast(alignedTable(layout, table.form, texts, documentsOf(table)));
  const { start, end } = region.span;
  const edit = { span: { start, end }, newText: onOwnLines(report.text, region.span, lines) };
  if (edit.newText === report.text.slice(start, end)) return { kind: 'same', table };
  return keepsReading(report, [edit]) ? { kind: 'edit', table, edit } : { kind: 'unsafe', table };
}

/** In HTML of few lines something may stand before or behind the table in its line. */
function onOwnLines(text: string, { start, end }: Span, lines: readonly string[]): string {
  const newline = newlineOf(text);
  const isEnd = (at: number) => at < 0 || at >= text.length || '\r\n'.includes(text[at] as string);
  const blankBefore = isEnd(trimEnd(text, 0, start) - 1);
  return `${blankBefore ? '' : newline}${lines.join(newline)}${isEnd(skipSpaces(text, end, text.length)) ? '' : newline}`;
}

/** The label of the form where it is meant; the words that stand there where they are others. */
function labelOf({ label }: RowForm, written: string): string {
  return fold(label) === fold(written) ? label : written.trim();
}

/** Block （一） of table 2 may have the head of the other form. */
function documentsOf({ documentsForm }: Table): readonly string[] | undefined {
  if (!documentsForm) return undefined;
  const { rows } = documentsForm === '2019' ? PROACTIVE_2019 : PROACTIVE_2021;
  return rows[0]?.columns.map(({ name }) => name);
}
