import type { Frame } from './frames.ts';
import { ORDINALS, SECTIONS, TITLE } from './labels.ts';
import { type Layout, SHAPES, type Shape } from './layouts.ts';
import type { Numbers } from './numbers.ts';
import { type CellAt, newPage, type Page } from './page.ts';
import { aspectNames, type Claimed, type Prose, proseOf } from './prose.ts';
import { labelText, type Style } from './style.ts';
import { type Table, tablesOf } from './tables.ts';

export { FORM_YEARS, type FormYear } from './forms.ts';
export type { Layout } from './layouts.ts';
export type { CellAt } from './page.ts';
export { plainStyle, type Style, style, valueText, type Widths } from './style.ts';
export type { HtmlStyle, PageStyle, PipeStyle } from './style-layouts.ts';
export { type Place, textAt } from './tables.ts';

/** All layouts, for tests that run over each. */
export const LAYOUTS = Object.keys(SHAPES) as readonly Layout[];

/** A report as text, and where each of its values stands in it: 10 + 175 + 15, in the form of 2019 22 + 161 + 15. */
export interface Rendered {
  readonly text: string;
  /** In the order of the text; offsets are UTF-16 code units, the byte order mark counted. */
  readonly cells: readonly CellAt[];
  /** What the prose claims of the tables, in the order of the text. */
  readonly claims: readonly number[];
  /** The same with the kinds of the sentences, and how often they say that all was settled. */
  readonly claimed: readonly Claimed[];
  readonly settled: number;
}

/** What the parts of a report need while it is written. */
interface Job {
  readonly page: Page;
  readonly shape: Shape;
  readonly frame: Frame;
  readonly style: Style;
}

const skip = ({ page, frame }: Job, count: number): void => {
  for (let index = 0; index < count; index += 1) frame.putGap(page);
};

function titleOf({ agency, year }: Numbers, { proseSpace }: Style): string {
  const blank = proseSpace ? ' ' : '';
  return `${agency}${blank}${year}${blank}年${TITLE}`;
}

function putAspects({ page, frame, style }: Job, texts: readonly string[]): void {
  aspectNames(style).forEach((name, index) => {
    frame.putAspect(page, labelText(`（${ORDINALS[index]}）${name}`, style), texts[index] ?? '');
  });
}

function putParagraphs(job: Job, paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) {
    skip(job, job.shape.between);
    job.frame.putParagraph(job.page, paragraph);
  }
}

function putTable(job: Job, table: Table): void {
  skip(job, job.shape.aboveTable);
  job.shape.putTable(job.page, table, job.style);
}

function putOverview(job: Job, prose: Prose): void {
  if (prose.overview !== '') putParagraphs(job, [prose.overview]);
  skip(job, job.shape.between);
  putAspects(job, prose.aspects);
}

/**
 * Writes a report in a layout. The same arguments give the same text;
 * numbers that do not agree with each other are written as they are.
 *
 * @param told the numbers that the prose tells, where they are not those of the tables
 */
export function render(numbers: Numbers, layout: Layout, style: Style, told = numbers): Rendered {
  const shape = SHAPES[layout];
  const page = newPage(style.newline);
  const frame = shape.frame(style);
  const job: Job = { page, shape, frame, style };
  const prose = proseOf(told, style);
  const tables = tablesOf(numbers, style);
  if (style.bom) page.text = '\uFEFF';
  frame.putStart(page);
  skip(job, shape.aboveTitle);
  frame.putTitle(page, titleOf(numbers, style));
  const bodies = [
    () => putOverview(job, prose),
    () => putTable(job, tables[2]),
    () => putTable(job, tables[3]),
    () => putTable(job, tables[4]),
    () => putParagraphs(job, prose.problems),
    () => putParagraphs(job, prose.others),
  ];
  bodies.forEach((putBody, section) => {
    skip(job, shape.before[section] ?? 0);
    frame.putHeading(page, `${ORDINALS[section]}、${SECTIONS[section]}`, section);
    putBody();
  });
  frame.putEnd(page);
  const text = style.finalNewline ? page.text : page.text.slice(0, -style.newline.length);
  return {
    text,
    cells: page.cells,
    claims: prose.claims.map(({ value }) => value),
    claimed: prose.claims,
    settled: prose.settled,
  };
}
