import type { Block, Row, Table } from '../blocks.ts';
import { endOf, type Line, linesOf, lineText } from './lines.ts';
import type { PageContent, Piece } from './page.ts';
import { type RuledTable, readRuledTable, type WriteParagraph } from './ruled-table.ts';
import { framesOf } from './rules.ts';

/** A line ends at the margin when less than so many characters would have fitted behind it. */
const MARGIN = 1.6;
/** A shorter line than this share of the page's width is a heading, or the end of a paragraph. */
const FULL = 0.4;
/** Sizes that differ by less than this share are one. */
const SAME_SIZE = 0.15;
/** The share of a page's height at its top and at its bottom where headers and footers stand. */
const EDGE = 0.09;
/** Twentieths of a point. */
const TWIPS = 20;
/** Edges of columns on two pages are the same within this, in points. */
const SAME_EDGE = 4;

/** What begins a paragraph or a row whatever stands before: `一、`, `（二）`, `3.`; or a number alone. */
const ITEM = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[.．、]|[（(]\d{1,2}[）)]|\d+$)/;
const ENDS = /[。；：！？;:!?]$/;

/** What stands on the pages, in the order of reading: lines joined to paragraphs, tables joined over the ends of pages. */
export function blocksOf(pages: readonly PageContent[]): Block[] {
  let count = 0;
  const writer = (page: number): WriteParagraph => {
    return (text) => ({ kind: 'paragraph', number: ++count, label: '', text, page });
  };
  const repeated = repeatedLines(pages);
  const read = pages.map((page, at) => readPage(page, repeated, writer(at + 1)));
  const layout = new Layout();
  for (const page of read) layout.addPage(page, textArea(read, page.width));
  return layout.finish();
}

interface ReadPage {
  readonly width: number;
  readonly lines: readonly Line[];
  readonly tables: readonly RuledTable[];
  readonly write: WriteParagraph;
}

function readPage(page: PageContent, repeated: ReadonlySet<string>, write: WriteParagraph): ReadPage {
  const tables = framesOf(page.rules).flatMap((frame) => readRuledTable(frame, page.pieces, write) ?? []);
  const free = page.pieces.filter((piece) => !tables.some((table) => holds(table, piece)));
  const lines = linesOf(free).filter((line) => !isFurniture(line, page, repeated));
  return { width: page.width, lines, tables: tables.sort((a, b) => a.top - b.top), write };
}

/** Between which margins text is set; pages across have others. */
interface TextArea {
  readonly left: number;
  readonly right: number;
  readonly full: number;
}

function textArea(pages: readonly ReadPage[], width: number): TextArea {
  let [left, right] = [width, 0];
  for (const page of pages) {
    if (page.width !== width) continue;
    for (const line of page.lines) {
      left = Math.min(left, line[0]?.x ?? left);
      right = Math.max(right, endOf(line));
    }
  }
  return { left, right, full: width * FULL };
}

class Layout {
  private readonly blocks: Block[] = [];
  private tables = 0;
  private open: { text: string; readonly size: number; readonly write: WriteParagraph } | undefined;
  private table: { readonly xs: readonly number[]; readonly rows: Row[] } | undefined;

  addPage({ lines, tables, write }: ReadPage, area: TextArea): void {
    let next = 0;
    for (const line of lines) {
      for (let table = tables[next]; table && table.top < (line[0]?.y ?? 0); table = tables[++next])
        this.addTable(table);
      this.addLine(line, area, write);
    }
    for (const table of tables.slice(next)) this.addTable(table);
  }

  /** A line that ends before the margin ends its paragraph; one that begins further in, or in another size, begins one. */
  private addLine(line: Line, { left, right, full }: TextArea, write: WriteParagraph): void {
    this.closeTable();
    const size = line[0]?.size ?? 0;
    const text = lineText(line);
    const open = this.open ?? { text: '', size };
    const resized = Math.abs(open.size - size) > SAME_SIZE * size;
    const begins = resized || (line[0]?.x ?? 0) > left + size || (ENDS.test(open.text) && ITEM.test(text));
    if (begins) this.closeParagraph();
    if (this.open) this.open.text += text;
    else this.open = { text, size, write };
    const goesOn = endOf(line) - (line[0]?.x ?? 0) > full && endOf(line) >= right - MARGIN * size;
    if (!goesOn) this.closeParagraph();
  }

  private addTable({ xs, rows }: RuledTable): void {
    this.closeParagraph();
    if (this.table && sameEdges(this.table.xs, xs)) {
      const [first, ...others] = rows;
      if (first && goesOn(first)) this.table.rows.push(joinRows(this.table.rows.pop() as Row, first), ...others);
      else this.table.rows.push(...rows);
      return;
    }
    this.closeTable();
    this.table = { xs, rows: [...rows] };
  }

  private closeParagraph(): void {
    if (this.open) this.blocks.push(this.open.write(this.open.text));
    this.open = undefined;
  }

  private closeTable(): void {
    if (!this.table) return;
    const { xs, rows } = this.table;
    const widths = xs.slice(1).map((edge, at) => (edge - (xs[at] as number)) * TWIPS);
    const table: Table = { kind: 'table', number: ++this.tables, widths, rows };
    this.blocks.push(table);
    this.table = undefined;
  }

  finish(): Block[] {
    this.closeParagraph();
    this.closeTable();
    return this.blocks;
  }
}

function holds({ top, bottom, xs }: RuledTable, { x, y, width }: Piece): boolean {
  const centre = x + width / 2;
  return y > top && y <= bottom + 1 && centre >= (xs[0] as number) && centre <= (xs.at(-1) as number);
}

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, at) => Math.abs(edge - (b[at] as number)) <= SAME_EDGE);
}

/** The first row of a page goes on in mid-label when no ordinal begins it and no value stands in it. */
function goesOn({ cells }: Row): boolean {
  const texts = cells.map(textOf).filter((text) => text !== '');
  return texts.length === 1 && !ITEM.test(texts[0] as string);
}

function textOf({ blocks }: Row['cells'][number]): string {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('');
}

function joinRows(above: Row, below: Row): Row {
  if (above.cells.length !== below.cells.length) return above;
  const cells = above.cells.map((cell, at) => ({
    ...cell,
    blocks: [...cell.blocks, ...(below.cells[at]?.blocks ?? [])],
  }));
  return { ...above, cells };
}

/** Page numbers, and what is printed at the same place of several pages. */
function isFurniture(line: Line, page: PageContent, repeated: ReadonlySet<string>): boolean {
  if (!atEdge(line, page)) return false;
  const text = lineText(line);
  return (
    /^[-—–·\s]*(?:第\s*)?\d{1,3}(?:\s*[/／]\s*\d{1,3})?(?:\s*页)?[-—–·\s]*$/.test(text) ||
    repeated.has(withoutDigits(text))
  );
}

function atEdge(line: Line, { height }: PageContent): boolean {
  const y = line[0]?.y ?? 0;
  return y < height * EDGE || y > height * (1 - EDGE);
}

/** Pages are numbered in their headers. */
function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '0');
}

/** Texts that stand at the edge of most pages, without their digits. */
function repeatedLines(pages: readonly PageContent[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const lines = linesOf(page.pieces.filter((piece) => atEdge([piece], page)));
    const texts = new Set(lines.map((line) => withoutDigits(lineText(line))));
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const most = Math.max(2, Math.ceil(pages.length / 2));
  return new Set([...counts].flatMap(([text, count]) => (count >= most ? text : [])));
}
