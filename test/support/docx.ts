import { strToU8, zipSync } from 'fflate';
import { SECTIONS, TITLE } from './generate/labels.ts';
import type { Numbers } from './generate/numbers.ts';
import { aspectNames, proseOf } from './generate/prose.ts';
import type { Style } from './generate/style.ts';
import { type Square, squaresOf, type Table, tablesOf } from './generate/tables.ts';

/**
 * Who wrote the document: `wps` as WPS fills in the official form (runs with properties, vMerge, a grid without slivers),
 * `word` after much editing by hand (text cut into runs, slivers between the columns, automatic numbers, a content
 * control, an accepted change), `pandoc` as converted from Markdown (bare cells, no widths, merged cells left empty).
 */
export type DocxShape = 'wps' | 'word' | 'pandoc';
export const DOCX_SHAPES: readonly DocxShape[] = ['wps', 'word', 'pandoc'];

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The XML of parts by their names, packed as a Word document. */
export function packDocx(parts: Readonly<Record<string, string>>): Uint8Array {
  const all = { '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, ...parts };
  const packed = Object.entries(all).map(([name, xml]) => [name, strToU8(xml)]);
  // The same date always, so that the same report gives the same bytes.
  return zipSync(Object.fromEntries(packed), { mtime: '2024-01-15T08:00:00' });
}

/** A document with this body, as XML of WordprocessingML. */
export function docxOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return packDocx({
    'word/document.xml': `${XML}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export const paragraph = (text: string, properties = ''): string => `<w:p>${properties}${run(text)}</w:p>`;

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const HEADING_LIST = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
const ASPECT_LIST = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>';
/** `一、` and `（一）`, as Word numbers headings by itself. */
export const NUMBERING = `${XML}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** A report as a Word document. */
export function renderDocx(numbers: Numbers, shape: DocxShape, style: Style): Uint8Array {
  const prose = proseOf(numbers, style);
  const tables = tablesOf(numbers, style);
  const heading = (at: number) =>
    shape === 'word'
      ? paragraph(SECTIONS[at] ?? '', HEADING_LIST)
      : paragraph(`${'一二三四五六'[at]}、${SECTIONS[at]}`);
  const aspects = aspectNames(style).map(
    (name, at) =>
      (shape === 'word' ? paragraph(name, ASPECT_LIST) : paragraph(`（${'一二三四五'[at]}）${name}`)) +
      paragraph(prose.aspects[at] ?? ''),
  );
  const body = [
    paragraph(`${numbers.agency}${numbers.year}年${TITLE}`),
    heading(0),
    prose.overview === '' ? '' : paragraph(prose.overview),
    ...aspects,
    ...([2, 3, 4] as const).flatMap((number) => [heading(number - 1), writeTable(tables[number], shape)]),
    heading(4),
    ...prose.problems.map((each) => paragraph(each)),
    heading(5),
    ...prose.others.map((each) => paragraph(each)),
  ].join('');
  return docxOf(body, shape === 'word' ? { 'word/numbering.xml': NUMBERING } : {});
}

/** Widths in twentieths of a point; every other edge of a table drawn by hand lies a little beside its neighbour. */
const COLUMN = 900;
const SLIVER = 40;

function writeTable(table: Table, shape: DocxShape): string {
  const rows = squaresOf(table).map((squares, at) => writeRow(squares, shape, at));
  const width = shape === 'word' ? [COLUMN - SLIVER, SLIVER] : [COLUMN];
  const grid = Array.from({ length: table.width }, () => width).flat();
  const columns = shape === 'pandoc' ? '' : grid.map((each) => `<w:gridCol w:w="${each}"/>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

function writeRow(squares: readonly Square[], shape: DocxShape, at: number): string {
  const cells: string[] = [];
  // In Word the edge of every second row's first cell was dragged over a sliver.
  const drift = shape === 'word' && at % 2 === 1 ? 1 : 0;
  for (let column = 0; column < squares.length; column++) {
    const square = squares[column] as Square;
    if (square.kind === 'across') {
      if (shape === 'pandoc') cells.push(writeCell('', ''));
      continue;
    }
    const span = square.kind === 'cell' ? square.cell.colspan : square.colspan;
    const grid =
      shape === 'word' ? span * 2 + (column === 0 ? -drift : 0) + (column + span === squares.length ? drift : 0) : span;
    const across = grid > 1 && shape !== 'pandoc' ? `<w:gridSpan w:val="${grid}"/>` : '';
    const down = square.kind === 'below' ? '<w:vMerge/>' : square.cell.rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '';
    const text = square.kind === 'cell' ? square.cell.text : '';
    cells.push(writeCell(content(text, shape), shape === 'pandoc' ? '' : `<w:tcPr>${across}${down}</w:tcPr>`));
  }
  return `<w:tr>${cells.join('')}</w:tr>`;
}

const writeCell = (content: string, properties: string): string => `<w:tc>${properties}<w:p>${content}</w:p></w:tc>`;

/** Word cuts text into runs wherever something was edited; here in the middle, with a deleted character between. */
function content(text: string, shape: DocxShape): string {
  if (text === '') return '';
  if (shape !== 'word' || text.length < 2) return run(text, shape === 'wps' ? '<w:rPr><w:sz w:val="20"/></w:rPr>' : '');
  const half = Math.ceil(text.length / 2);
  const deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>';
  return `${run(text.slice(0, half))}${deleted}<w:ins w:id="2" w:author="a">${run(text.slice(half))}</w:ins>`;
}
