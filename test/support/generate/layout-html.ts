import { endLine, type Page, put, putPiece, wrap } from './page.ts';
import type { Style } from './style.ts';
import type { Cell, Table } from './tables.ts';

/** A name of HTML in the case of the style. */
export const tagName = (name: string, { html }: Style): string => (html.upper ? name.toUpperCase() : name);

export const openTag = (name: string, attributes: string, style: Style): string =>
  `<${tagName(name, style)}${attributes}>`;

export const closeTag = (name: string, style: Style): string => `</${tagName(name, style)}>`;

function tableAttributes(table: Table, { html }: Style): string {
  if (html.attributes === 'unquoted') return ' border=1 width=100% cellPadding=0';
  if (html.attributes === 'many') return ' class="MsoTable15" style="width:480px; border:1px solid #000" border="1"';
  return table.number === 3 ? ' border="1" cellspacing="0"' : '';
}

function cellAttributes({ colspan, rowspan }: Cell, { html }: Style): string {
  const quote = html.attributes === 'unquoted' ? '' : '"';
  const spans = [
    ...(colspan > 1 ? [` colspan=${quote}${colspan}${quote}`] : []),
    ...(rowspan > 1 ? [` rowspan=${quote}${rowspan}${quote}`] : []),
  ].join('');
  if (html.attributes === 'few') return spans;
  if (html.attributes === 'unquoted') return ` width=62 align=center${spans} vAlign=top`;
  return ` width="62" style="padding:0 7px; height:21px"${spans} valign='top'`;
}

/** Long labels are broken after this many characters. */
const BREAK_AT = 9;

function putContent(page: Page, cell: Cell, style: Style): void {
  const { html } = style;
  const pad = style.padding && cell.place !== undefined ? ' ' : '';
  put(page, html.blank + pad);
  const lines = html.breaks && cell.place === undefined ? wrap(cell.text, BREAK_AT) : [cell.text];
  lines.forEach((text, index) => {
    if (index > 0) put(page, html.upper ? '<BR>' : '<br />');
    putPiece(page, { text, place: cell.place });
  });
  put(page, pad + html.blank);
}

function putCell(page: Page, cell: Cell, name: string, style: Style): void {
  const { html } = style;
  put(page, openTag(name, cellAttributes(cell, style), style));
  if (html.inside === 'p') put(page, openTag('p', html.attributes === 'few' ? '' : ' align="center"', style));
  if (html.inside === 'span') put(page, openTag('span', ' style="font-family:仿宋;font-size:10.5pt"', style));
  putContent(page, cell, style);
  if (html.inside !== 'nothing') put(page, closeTag(html.inside, style));
  put(page, closeTag(name, style));
}

const isHead = (cells: readonly Cell[]): boolean => cells.every(({ role }) => role === 'head' || role === 'note');

/** A table of HTML with rowspan and colspan, a row on a line. */
export function putHtml(page: Page, table: Table, style: Style): void {
  const { html } = style;
  const lines = html.frame === 'page' && html.fewLines ? 'none' : html.lines;
  const end = (after: 'rows' | 'cells') => {
    if (lines === 'cells' || lines === after) endLine(page);
  };
  const heads = html.head ? table.rows.filter(isHead).length : 0;
  const parts = html.head ? [table.rows.slice(0, heads), table.rows.slice(heads)] : [table.rows];
  put(page, openTag('table', tableAttributes(table, style), style));
  end('rows');
  parts.forEach((rows, part) => {
    const name = part === 0 && heads > 0 ? 'thead' : 'tbody';
    if (html.head && rows.length > 0) put(page, openTag(name, '', style));
    for (const cells of rows) {
      put(page, openTag('tr', html.attributes === 'many' ? ' class="firstRow"' : '', style));
      for (const cell of cells) {
        end('cells');
        putCell(page, cell, name === 'thead' ? 'th' : 'td', style);
      }
      end('cells');
      put(page, closeTag('tr', style));
      end('rows');
    }
    if (html.head && rows.length > 0) put(page, closeTag(name, style));
  });
  put(page, closeTag('table', style));
  if (!(html.frame === 'page' && html.fewLines)) endLine(page);
}
