import type { Locale } from '../../checks/finding.ts';
import { rowLabel } from '../../checks/wording/names.ts';
import { writtenRows } from '../../edits/table/rows.ts';
import { writeTable } from '../../edits/table/write.ts';
import type { RowForm } from '../../report/forms/form.ts';
import type { Report, Table } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { newlineOf } from '../../text/line-ends.ts';
import { lineAt } from '../../text/lines.ts';
import { literal } from '../snippet.ts';
import type { Caret, Completion } from './completion.ts';

const DETAIL = { zh: '规定格式中的行', en: 'row of the form' } as const;

/** The rows of the form that a table lacks, that which comes next in front, each with its cells in the table's layout. */
export function formRows(report: Report, caret: Caret, locale: Locale): Completion[] {
  const table = tableAround(report, caret.offset);
  if (!table || !caret.atEnd || table.layout === 'html') return [];
  const written = fold(report.text, caret.typed.start, caret.typed.end);
  const isHere = (at: number) => overlapsLine(table, at, caret);
  const above = table.rows.findLastIndex((row, at) => row && !isHere(at) && row.span.start < caret.offset);
  const missing = table.form.rows.flatMap((form, at) => (!table.rows[at] || isHere(at) ? [{ form, at }] : []));
  const next = [...missing.filter(({ at }) => at > above), ...missing.filter(({ at }) => at < above)];
  const newline = newlineOf(report.text);
  return next.flatMap(({ form, at }): Completion[] => {
    const label = rowLabel(form);
    if (form.label === '' || !(fold(label).startsWith(written) || fold(form.name).startsWith(written))) return [];
    const lines = (values: readonly string[]) => rowLines(table, form, table.form.rows[at - 1], values).join(newline);
    const places = form.columns.map((_, column) => `\u0000${column + 1}\u0000`);
    const snippet = literal(lines(places)).replace(/\0(\d+)\0/g, (_, number) => `\${${number}:0}`);
    const span = { start: caret.line.start, end: caret.offset };
    const newText = lines(form.columns.map(() => '0'));
    return [{ kind: 'row', label, detail: DETAIL[locale], span, newText, snippet }];
  });
}

/** The row that is being typed may be read already. */
function overlapsLine({ rows }: Table, at: number, { line }: Caret): boolean {
  const row = rows[at];
  return row !== undefined && row.cells.length === 0 && row.span.start <= line.end && line.start <= row.span.end;
}

function tableAround({ tables, sections, lines }: Report, offset: number): Table | undefined {
  return tables.find(({ number, head }) => {
    const body = sections.find(({ form }) => form.number === number)?.body;
    return body && offset > lines.end(lineAt(lines, head)) && offset <= body.end;
  });
}

function rowLines(table: Table, form: RowForm, above: RowForm | undefined, values: readonly string[]): string[] {
  const rows = [...(above ? [above] : []), form].map((each) => ({ form: each, label: each.label, values }));
  const row = writtenRows(table.form, rows).at(-1);
  const lines = row ? writeTable(table.layout, [row]) : [];
  // Behind the first line of a Markdown table stands its rule.
  return table.layout === 'pipes' ? lines.slice(0, 1) : lines;
}
