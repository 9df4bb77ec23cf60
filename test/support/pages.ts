import type { PageContent, Piece, Rule } from '../../server/src/import/pdf/page.ts';
import { SECTIONS, TITLE } from './generate/labels.ts';
import type { Numbers } from './generate/numbers.ts';
import { aspectNames, proseOf } from './generate/prose.ts';
import type { Style } from './generate/style.ts';
import { type Square, squaresOf, type Table, tablesOf } from './generate/tables.ts';

const WIDTH = 600;
const HEIGHT = 840;
const MARGIN = 80;
const SIZE = 10;
const LINE = 16;
const CHARACTERS = Math.floor((WIDTH - 2 * MARGIN) / SIZE);

/** Prints a report on pages as an office suite does: lines to the margin, tables with lines, rows kept whole. */
export function printPages(numbers: Numbers, style: Style): PageContent[] {
  const printer = new Printer();
  const prose = proseOf(numbers, style);
  const tables = tablesOf(numbers, style);
  printer.paragraph(`${numbers.agency}${numbers.year}年${TITLE}`);
  const heading = (at: number) => printer.paragraph(`${'一二三四五六'[at]}、${SECTIONS[at]}`);
  heading(0);
  if (prose.overview !== '') printer.paragraph(prose.overview);
  aspectNames(style).forEach((name, at) => {
    printer.paragraph(`（${'一二三四五'[at]}）${name}`);
    printer.paragraph(prose.aspects[at] ?? '');
  });
  for (const number of [2, 3, 4] as const) {
    heading(number - 1);
    printer.table(tables[number]);
  }
  heading(4);
  for (const each of prose.problems) printer.paragraph(each);
  heading(5);
  for (const each of prose.others) printer.paragraph(each);
  return printer.pages;
}

class Printer {
  readonly pages: { width: number; height: number; pieces: Piece[]; rules: Rule[]; pictures: number }[] = [];
  private y = HEIGHT;

  /** Its first line is set in by two characters. */
  paragraph(text: string): void {
    for (let at = 0; at < text.length; ) {
      const indent = at === 0 ? 2 : 0;
      const line = text.slice(at, at + CHARACTERS - indent);
      this.room(LINE);
      this.piece(line, MARGIN + indent * SIZE, this.y + SIZE);
      this.y += LINE;
      at += line.length;
    }
  }

  /** Every cell has its four lines on each page that it reaches. */
  table(table: Table): void {
    const column = (WIDTH - 2 * MARGIN) / table.width;
    const grid = squaresOf(table);
    const heights = grid.map(
      (squares) => 6 + LINE * Math.max(1, ...squares.map((each) => linesOf(each, column).length)),
    );
    this.y += LINE;
    grid.forEach((squares, row) => {
      const height = heights[row] ?? 0;
      this.turnPage(height, row > 0, table.width * column);
      squares.forEach((square, at) => {
        if (square.kind === 'across') return;
        const left = MARGIN + at * column;
        const right = left + spanOf(square) * column;
        const goesDown = grid[row + 1]?.[at]?.kind === 'below';
        if (square.kind === 'cell') this.rule('x', this.y, left, right);
        if (!goesDown) this.rule('x', this.y + height, left, right);
        this.rule('y', left, this.y, this.y + height);
        this.rule('y', right, this.y, this.y + height);
        linesOf(square, column).forEach(({ text, size }, index) => {
          this.piece(text, left + 3, this.y + SIZE + 3 + index * LINE, size);
        });
      });
      this.y += height;
    });
    this.y += LINE;
  }

  /** Where a page ends in mid-table, its cells are closed there and opened again on the next one. */
  private turnPage(height: number, inside: boolean, width: number): void {
    const { y, pages } = this;
    const page = pages.length;
    this.room(height);
    if (!inside || pages.length === page) return;
    pages[page - 1]?.rules.push({ along: 'x', at: y, from: MARGIN, to: MARGIN + width });
    this.rule('x', this.y, MARGIN, MARGIN + width);
  }

  private room(height: number): void {
    if (this.y + height <= HEIGHT - MARGIN) return;
    this.pages.push({ width: WIDTH, height: HEIGHT, pieces: [], rules: [], pictures: 0 });
    this.piece(`- ${this.pages.length} -`, WIDTH / 2, HEIGHT - 30);
    this.y = MARGIN;
  }

  private piece(text: string, x: number, y: number, size = SIZE): void {
    if (text !== '') this.pages.at(-1)?.pieces.push({ text, x, y, width: widthOf(text, size), size });
  }

  private rule(along: Rule['along'], at: number, from: number, to: number): void {
    this.pages.at(-1)?.rules.push({ along, at, from, to });
  }
}

const spanOf = (square: Square): number =>
  square.kind === 'cell' ? square.cell.colspan : square.kind === 'below' ? square.colspan : 1;

/** Digits are half as wide as Chinese characters. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? size / 2 : size), 0);

/** A label is wrapped in its cell; one that reaches down over rows is printed as small as its first row needs. */
function linesOf(square: Square, column: number): { text: string; size: number }[] {
  if (square.kind !== 'cell' || square.cell.text === '') return [];
  const { text, colspan, rowspan, place } = square.cell;
  const room = column * colspan - 6;
  if (rowspan > 1 || place) return [{ text, size: Math.min(SIZE, room / text.length) }];
  const fits = Math.max(1, Math.floor(room / SIZE));
  return Array.from({ length: Math.ceil(text.length / fits) }, (_, index) => ({
    text: text.slice(index * fits, (index + 1) * fits),
    size: SIZE,
  }));
}
