import { putCells } from './layout-cells.ts';
import { putSpaced } from './layout-spaced.ts';
import { putTabs } from './layout-tabs.ts';
import type { Page } from './page.ts';
import type { Style, Widths } from './style.ts';
import type { Table } from './tables.ts';

export type Layout = 'spaced' | 'tsv' | 'mdtsv' | 'cells';

/** What sets a layout apart: how it writes a table, and a little of what stands around the tables. */
export interface Shape {
  readonly putTable: (page: Page, table: Table, style: Style) => void;
  /** Where the lines of the prose are broken; undefined where a paragraph is one line. */
  readonly breakAt: keyof Pick<Widths, 'prose'> | undefined;
  /** Headings are marked as in Markdown. */
  readonly marked: boolean;
  /** Empty lines before each of the six sections. */
  readonly before: readonly number[];
  /** Empty lines between a heading or paragraph of prose and the next one. */
  readonly between: 0 | 1;
  /** Empty lines above a table. */
  readonly aboveTable: number;
  /** Empty lines above the title. */
  readonly aboveTitle: number;
}

const document: Omit<Shape, 'putTable'> = {
  breakAt: undefined,
  marked: false,
  before: [1, 1, 1, 1, 1, 1],
  between: 1,
  aboveTable: 1,
  aboveTitle: 0,
};

/** A further layout is one more entry here and one function that writes a table. */
export const SHAPES: Readonly<Record<Layout, Shape>> = {
  spaced: {
    putTable: putSpaced,
    breakAt: 'prose',
    marked: false,
    before: [1, 1, 2, 3, 1, 0],
    between: 0,
    aboveTable: 1,
    aboveTitle: 1,
  },
  tsv: { ...document, putTable: putTabs },
  mdtsv: { ...document, putTable: putTabs, marked: true },
  // Rows of this layout end with an empty line, so that the heading after a table needs none.
  cells: { ...document, putTable: putCells, before: [1, 1, 0, 0, 0, 1], aboveTable: 2 },
};
