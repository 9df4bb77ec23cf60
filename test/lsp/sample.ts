import type { Position, Range } from 'vscode-languageserver';
import { cellAt } from '../support/generate/fault.ts';
import type { Numbers } from '../support/generate/numbers.ts';
import { type Layout, type Place, plainStyle, type Rendered, render, type Style } from '../support/generate/render.ts';

/** Outcomes that are not zero, by row of table 3; all else is filled in with zeros. */
const OUTCOMES: Readonly<Record<number, readonly number[]>> = {
  0: [9, 1, 0, 0, 4, 0, 14],
  1: [2, 0, 0, 0, 0, 1, 3],
  2: [8, 0, 0, 0, 4, 0, 12],
  3: [1, 1, 0, 0, 0, 0, 2],
  11: [1, 0, 0, 0, 0, 0, 1],
  12: [0, 0, 0, 0, 0, 1, 1],
  23: [10, 1, 0, 0, 4, 1, 16],
  24: [1, 0, 0, 0, 0, 0, 1],
};

/** The numbers of an invented organ; they agree with each other. */
export const NUMBERS: Numbers = {
  agency: '砚泠市档案局',
  year: 2024,
  table2: [[0, 0, 0], [3, 1, 12], [1205], [46], [0], [12.5]],
  table3: Array.from({ length: 25 }, (_, row) => [...(OUTCOMES[row] ?? [0, 0, 0, 0, 0, 0, 0])]),
  table4: [1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1],
};

/** Cells that tests speak of; column 0 is 自然人, column 6 总计. */
export const RECEIVED_TOTAL: Place = { table: 3, row: 0, column: 6 };
export const GRANTED_NATURAL: Place = { table: 3, row: 2, column: 0 };
export const GRANTED_TOTAL: Place = { table: 3, row: 2, column: 6 };
export const OUTCOME_NATURAL: Place = { table: 3, row: 23, column: 0 };
export const CARRIED_OUT_NATURAL: Place = { table: 3, row: 24, column: 0 };
export const REVIEW_TOTAL: Place = { table: 4, row: 0, column: 4 };

/** A report without any finding, and where its values stand. */
export interface Sample extends Rendered {
  readonly range: (place: Place) => Range;
}

export function sample(layout: Layout = 'tsv', style: Partial<Style> = {}): Sample {
  const rendered = render(NUMBERS, layout, { ...plainStyle, ...style });
  return {
    ...rendered,
    range: (place) => {
      const { start, end } = cellAt(rendered, place);
      return { start: positionAt(rendered.text, start), end: positionAt(rendered.text, end) };
    },
  };
}

/** The position of an offset; written here once more, so that the server is not measured by its own rule. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

export function offsetAt(text: string, { line, character }: Position): number {
  const ends = /\r\n|\n|\r/g;
  for (let at = 0; at < line; at++) if (!ends.exec(text)) return text.length;
  return ends.lastIndex + character;
}

/** The text that a range covers: what a reader sees underlined. */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

/** Where `part` stands for the first time; it must stand there. */
export function find(text: string, part: string): Range {
  const at = text.indexOf(part);
  if (at < 0) throw new RangeError(`the text does not hold ${part}`);
  return { start: positionAt(text, at), end: positionAt(text, at + part.length) };
}

/** The sample with one warning and no error. */
export const ODD = sample().text.replace('六、', '6、');

/** Plain text that is no report. */
export const NOTES = '购物清单\n\n1. 苹果 3 斤\n2. 牛奶 2 盒\n总计 5\n';
