import type { TableNumber } from '../report/forms/form.ts';
import { findTable, type Row } from '../report/report.ts';
import { type Canvas, listId, messagesOf } from './canvas.ts';
import { anchors, drawCell } from './cell-view.ts';
import { drawForm } from './form-table.ts';
import { element, escapeHtml } from './html.ts';

/** A table of a report in the frame of its form. */
export function drawTable(canvas: Canvas, number: TableNumber): string {
  const { report, words } = canvas;
  const table = findTable(report, number);
  if (!table) {
    const unreadable = report.unreadable.some((each) => each.number === number);
    return element('p', { class: 'lacking' }, unreadable ? words.unreadableTable : words.absentTable);
  }
  return drawForm(table.form, number, words, {
    cell: (row, column) => drawCell(canvas, table.rows[row]?.cells[column]),
    label: (row, text, width) => label(canvas, text, table.rows[row], width),
  });
}

/** The label of a row, marked where something was found of the row. */
function label(canvas: Canvas, text: string, row: Row | undefined, colspan: number | undefined): string {
  const indices = (row && canvas.atRow.get(row)) ?? [];
  for (const index of indices) canvas.placed.add(index);
  const [first] = indices;
  const marked = first === undefined ? undefined : canvas.findings[first]?.severity;
  const attributes = {
    scope: 'row',
    colspan,
    class: marked,
    title: first === undefined ? undefined : messagesOf(canvas, indices),
  };
  const content = escapeHtml(text);
  if (first === undefined) return element('th', attributes, content);
  return element(
    'th',
    attributes,
    anchors(canvas, indices) + element('a', { href: `#${listId(canvas, first)}` }, content),
  );
}
