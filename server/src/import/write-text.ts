import type { Block, Cell, Paragraph, Table } from './blocks.ts';
import { columnsOf, type GridColumns } from './grid.ts';
import type { Origin } from './imported.ts';

/** A cell of a table of figures holds a label; one with more paragraphs, or a longer text, holds part of a page. */
const MOST_PARAGRAPHS = 6;
const LONGEST_CELL = 300;

/** The text of a document and where it comes from. */
export interface Written {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** Writes paragraphs as lines and tables as lines of cells between tabs; a table that only lays out a page is passed over. */
export function writeText(blocks: readonly Block[]): Written {
  const writer = new Writer();
  writer.blocks(blocks);
  return { text: writer.text, origins: writer.origins };
}

class Writer {
  text = '';
  readonly origins: Origin[] = [];

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.paragraph(block);
      else if (laysOut(block)) for (const row of block.rows) for (const cell of row.cells) this.blocks(cell.blocks);
      else this.table(block);
    }
  }

  private paragraph(paragraph: Paragraph): void {
    this.put(paragraph.label + paragraph.text, originOf(paragraph));
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
    for (const block of cell.blocks) {
      if (block.kind !== 'paragraph') continue;
      const text = (block.label + block.text).replace(/[\t\r\n]+/g, ' ').trim();
      if (text === '') continue;
      if (/[0-9A-Za-z]$/.test(this.text) && /^[0-9A-Za-z]/.test(text)) this.text += ' ';
      this.put(text, { ...originOf(block), table });
    }
  }

  private put(text: string, origin: Omit<Origin, 'start' | 'end'>): void {
    if (text === '') return;
    const start = this.text.length;
    this.text += text;
    this.origins.push({ start, end: this.text.length, ...origin });
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
