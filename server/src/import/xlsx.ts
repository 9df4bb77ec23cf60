import { openArchive } from './archive.ts';
import type { ImportResult, Origin } from './imported.ts';
import { readXml } from './xml.ts';

const STRINGS = 'xl/sharedStrings.xml';
const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
/** A report fills some hundred rows and some twenty columns; what stands further out is no part of it. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 64;
/** No cell of Excel holds more characters; in a file one text may be that of all cells. */
const LONGEST_CELL = 32_767;
/** Many times what a report has. */
const LONGEST_TEXT = 4 * 1024 * 1024;

/**
 * Reads an Excel workbook (.xlsx, .xlsm) as its sheets in order: a row is a line, its cells stand between tabs, a cell
 * alone in its row is a line of prose. Formulas count by the value that was saved with them. Never throws.
 */
export function importXlsx(bytes: Uint8Array): ImportResult {
  const archive = openArchive(bytes, (name) => name === STRINGS || SHEET.test(name));
  if (archive.kind === 'failed') return archive;
  const strings = readStrings(archive.parts.get(STRINGS));
  const sheets = [...archive.parts.keys()].filter((name) => SHEET.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
  if (!strings || sheets.length === 0) return { kind: 'failed', reason: 'damaged' };
  const origins: Origin[] = [];
  let text = '';
  for (const [at, name] of sheets.entries()) {
    const rows = readSheet(archive.parts.get(name) as Uint8Array, strings);
    if (!rows) return { kind: 'failed', reason: 'damaged' };
    for (const [number, cells] of rows) {
      const line = cells.filter((cell) => cell !== '').length === 1 ? cells.join('').trim() : cells.join('\t');
      if (line !== '')
        origins.push({ start: text.length, end: text.length + line.length, paragraph: number, table: at + 1 });
      text += `${line}\n`;
      if (text.length > LONGEST_TEXT) return { kind: 'failed', reason: 'too-large' };
    }
  }
  if (text.trim() === '') return { kind: 'failed', reason: 'empty' };
  return { kind: 'imported', format: 'xlsx', text, origins, notes: [] };
}

const numberOf = (name: string) => Number(SHEET.exec(name)?.[1]);

/** The texts that cells refer to by number; without phonetic hints. */
function readStrings(part: Uint8Array | undefined): string[] | undefined {
  const strings: string[] = [];
  if (!part) return strings;
  let hint = 0;
  let inside = false;
  const whole = readXml(part, {
    open: ({ name }) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') hint++;
      inside = name === 't' && hint === 0;
    },
    close: ({ name }) => {
      if (name === 'rPh') hint--;
      inside = false;
    },
    text: (text) => {
      if (inside && strings.length > 0) strings[strings.length - 1] += text;
    },
  });
  // Once, and not for each of the cells that may show the same one.
  return whole ? strings.map((string) => inOneLine(string.slice(0, LONGEST_CELL))) : undefined;
}

const inOneLine = (value: string) => value.replace(/[\t\r\n]+/g, ' ').trim();

/** The rows of a sheet by their numbers, from the first to the last that holds anything. */
function readSheet(part: Uint8Array, strings: readonly string[]): [number, string[]][] | undefined {
  const rows: [number, string[]][] = [];
  let cell: { column: number; type: string; value: string } | undefined;
  let path = '';
  const close = () => {
    const row = rows.at(-1)?.[1];
    if (!cell || !row || cell.column >= MOST_COLUMNS) return;
    for (let at = row.length; at < cell.column; at++) row[at] = '';
    row[cell.column] = shown(cell, strings);
  };
  const whole = readXml(part, {
    open: ({ name, attributes }) => {
      path = name;
      if (name === 'row' && rows.length < MOST_ROWS) rows.push([Number(attributes.r) || rows.length + 1, []]);
      if (name === 'c') {
        const column = columnOf(attributes.r ?? '') ?? rows.at(-1)?.[1].length ?? 0;
        cell = { column, type: attributes.t ?? 'n', value: '' };
      }
    },
    close: ({ name }) => {
      path = '';
      if (name !== 'c') return;
      close();
      cell = undefined;
    },
    text: (text) => {
      if (cell && (path === 'v' || path === 't')) cell.value += text;
    },
  });
  return whole ? rows : undefined;
}

/** A number as it is shown with up to six decimals: what is saved of 0.1 + 0.2 is 0.30000000000000004. */
function shown({ type, value }: { type: string; value: string }, strings: readonly string[]): string {
  if (type === 's') return strings[Number(value)] ?? '';
  const number = Number(value);
  if (type === 'n' && value !== '' && Number.isFinite(number)) return String(Math.round(number * 1e6) / 1e6);
  return inOneLine(value);
}

/** `C12` stands in column 2. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
