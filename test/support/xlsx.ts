import { strToU8, zipSync } from 'fflate';
import { SECTIONS, TITLE } from './generate/labels.ts';
import type { Numbers } from './generate/numbers.ts';
import { aspectNames, proseOf } from './generate/prose.ts';
import type { Style } from './generate/style.ts';
import { squaresOf, type Table, tablesOf } from './generate/tables.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A report as a workbook: prose in the first column, tables with merged cells, numbers as numbers. */
export function renderXlsx(numbers: Numbers, style: Style): Uint8Array {
  const prose = proseOf(numbers, style);
  const tables = tablesOf(numbers, style);
  const rows: string[][] = [[`${numbers.agency}${numbers.year}年${TITLE}`]];
  const heading = (at: number) => rows.push([`${'一二三四五六'[at]}、${SECTIONS[at]}`]);
  heading(0);
  rows.push([prose.overview]);
  aspectNames(style).forEach((name, at) => {
    rows.push([`（${'一二三四五'[at]}）${name}`], [prose.aspects[at] ?? '']);
  });
  for (const number of [2, 3, 4] as const) {
    heading(number - 1);
    rows.push(...tableRows(tables[number]), []);
  }
  heading(4);
  rows.push(...prose.problems.map((each) => [each]));
  heading(5);
  rows.push(...prose.others.map((each) => [each]));
  return pack(rows);
}

function tableRows(table: Table): string[][] {
  return squaresOf(table).map((squares) => squares.map((square) => (square.kind === 'cell' ? square.cell.text : '')));
}

function pack(rows: readonly (readonly string[])[]): Uint8Array {
  const strings: string[] = [];
  const cell = (text: string, row: number, column: number) => {
    const place = `r="${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[column]}${row + 1}"`;
    if (text === '') return `<c ${place}/>`;
    if (/^\d+(?:\.\d+)?$/.test(text)) return `<c ${place}><v>${text}</v></c>`;
    return `<c ${place} t="s"><v>${strings.push(text) - 1}</v></c>`;
  };
  const lines = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`,
  );
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const shared = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  return zipSync({
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${MAIN}">${shared}</sst>`),
  });
}
