import { brokenFrame, type Frame, htmlFrame, indentedFrame, markdownFrame, textFrame } from './frames.ts';
import { putCells } from './layout-cells.ts';
import { putCommas } from './layout-commas.ts';
import { putHtml } from './layout-html.ts';
import { putCellPipes, putLoose, putMarkdown } from './layout-pipes.ts';
import { putPositional } from './layout-positional.ts';
import { putRawPages } from './layout-rawpages.ts';
import { putSpaced } from './layout-spaced.ts';
import { putTabs } from './layout-tabs.ts';
import type { Page } from './page.ts';
import type { Style } from './style.ts';
import type { Table } from './tables.ts';

export type Layout =
  | 'spaced'
  | 'tsv'
  | 'mdtsv'
  | 'csv'
  | 'cells'
  | 'mdtable'
  | 'loosepipe'
  | 'cellpipe'
  | 'html'
  | 'positional'
  | 'rawpages';

/** What sets a layout apart: how it writes a table, and a little of what stands around the tables. */
export interface Shape {
  readonly putTable: (page: Page, table: Table, style: Style) => void;
  readonly frame: (style: Style) => Frame;
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
  frame: textFrame,
  before: [1, 1, 1, 1, 1, 1],
  between: 1,
  aboveTable: 1,
  aboveTitle: 0,
};

/** A further layout is one more entry here and one function that writes a table. */
export const SHAPES: Readonly<Record<Layout, Shape>> = {
  spaced: {
    putTable: putSpaced,
    frame: brokenFrame,
    before: [1, 1, 2, 3, 1, 0],
    between: 0,
    aboveTable: 1,
    aboveTitle: 1,
  },
  tsv: { ...document, putTable: putTabs },
  mdtsv: { ...document, putTable: putTabs, frame: markdownFrame },
  csv: { ...document, putTable: putCommas },
  // Rows of this layout end with an empty line, so that the heading after a table needs none.
  cells: { ...document, putTable: putCells, before: [1, 1, 0, 0, 0, 1], aboveTable: 2 },
  mdtable: { ...document, putTable: putMarkdown, frame: markdownFrame },
  loosepipe: { ...document, putTable: putLoose },
  cellpipe: { ...document, putTable: putCellPipes },
  html: { ...document, putTable: putHtml, frame: htmlFrame },
  positional: { ...document, putTable: putPositional, frame: indentedFrame, before: [1, 1, 0, 0, 0, 1], between: 0 },
  rawpages: {
    putTable: putRawPages,
    frame: brokenFrame,
    before: [0, 0, 0, 0, 0, 0],
    between: 0,
    aboveTable: 0,
    aboveTitle: 0,
  },
};
