import type { Block, Cell, Paragraph, Table } from './blocks.ts';
import { columnsOf, type GridColumns } from './grid.ts';
import type { Origin } from './imported.ts';
import type { SourceParagraph } from './source-runs.ts';

/** A cell of a table of figures holds a label; one with more paragraphs, or a longer text, holds part of a page. */
const MOST_PARAGRAPHS = 6;
const LONGEST_CELL = 300;

/** The text of a document and where it comes from. */
export interface Written {
  readonly text: string;
  readonly origins: readonly Origin[];
  /** Of a Word document: the elements that stretches of the text are written in, in its order. */
  readonly sources: readonly PlacedSource[];
}

/** A paragraph in the text. Of a blank cell `start` and `end` are one. */
export interface PlacedSource {
  readonly start: number;
  readonly end: number;
  /** What offsets in the paragraph are counted from. */
  readonly base: number;
  readonly source: SourceParagraph;
}

/** Writes paragraphs as lines and tables as lines of cells between tabs; a table that only lays out a page is passed over. */
export function writeText(blocks: readonly Block[]): Written {
  const writer = new Writer();
  writer.blocks(blocks);
  const { text, origins, sources } = writer;
  return { text, origins, sources };
}

class Writer {
  text = '';
  readonly origins: Origin[] = [];
  readonly sources: PlacedSource[] = [];

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.paragraph(block);
      else if (laysOut(block)) for (const row of block.rows) for (const cell of row.cells) this.blocks(cell.blocks);
      else this.table(block);
    }
  }

  private paragraph(paragraph: Paragraph): void {
    this.put(paragraph, paragraph.label + paragraph.text, 0);
    this.text += '\n';
  }

  /** A blank line before and behind keeps a table apart from the prose. */
  private table(table: Table): void {
    const columns = columnsOf(table);
    this.text += '\n';
    for (const row of table.rows) {
      let at = 0;
      let grid = row.before;
      for (const cell of row.cells) {
        const column = columns.at(grid);
        for (; at < column; at++) this.text += '\t';
        if (!cell.merged) this.cell(cell, table.number);
        grid += cell.columns;
      }
      this.fill(at, columns);
      this.text += '\n';
    }
    this.text += '\n';
  }

  private fill(from: number, columns: GridColumns): void {
    for (let at = from + 1; at < columns.count; at++) this.text += '\t';
  }

  /** Its paragraphs in one line: a label that was broken goes on, two numbers stay two. */
  private cell(cell: Cell, table: number): void {
    let blank: Paragraph | undefined;
    let isBlank = true;
    for (const block of cell.blocks) {
      if (block.kind !== 'paragraph') continue;
      blank ??= block;
      // As many characters as before, so that each keeps its place.
      const whole = (block.label + block.text).replace(/[\t\r\n]/g, ' ');
      const text = whole.trim();
      if (text === '') continue;
      isBlank = false;
      if (/[0-9A-Za-z]$/.test(this.text) && /^[0-9A-Za-z]/.test(text)) this.text += ' ';
      this.put(block, text, whole.length - whole.trimStart().length, table);
    }
    if (isBlank && blank) this.place(blank, this.text.length, this.text.length, table);
  }

  /** @param skipped how many characters of the paragraph and its label are left out in front */
  private put(paragraph: Paragraph, text: string, skipped: number, table?: number): void {
    if (text === '') return;
    const start = this.text.length;
    this.text += text;
    this.place(paragraph, start, start - skipped + paragraph.label.length, table);
  }

  private place(paragraph: Paragraph, start: number, base: number, table: number | undefined): void {
    const end = this.text.length;
    const inTable = table === undefined ? {} : { table };
    this.origins.push({ start, end, ...originOf(paragraph), ...inTable });
    if (paragraph.source) this.sources.push({ start, end, base, source: paragraph.source });
  }
}

function originOf({ number, page }: Paragraph): Omit<Origin, 'start' | 'end'> {
  return page === undefined ? { paragraph: number } : { paragraph: number, page };
}

/** A table with a table in it, with one cell, or with prose in a cell is a frame around parts of the page. */
function laysOut({ rows }: Table): boolean {
  const cells = rows.flatMap((row) => row.cells);
  return cells.length === 1 || cells.some(holdsPage);
}

function holdsPage({ blocks }: Cell): boolean {
  let length = 0;
  let paragraphs = 0;
  for (const block of blocks) {
    if (block.kind === 'table') return true;
    if (block.text.trim() !== '') paragraphs++;
    length += block.text.length;
  }
  return paragraphs > MOST_PARAGRAPHS || length > LONGEST_CELL;
}
