import { ORDINALS, SECTIONS, TITLE } from './labels.ts';
import { type Layout, SHAPES, type Shape } from './layouts.ts';
import type { Numbers } from './numbers.ts';
import { type CellAt, endLine, newPage, type Page, putLine, putLines, wrap } from './page.ts';
import { aspectNames, type Prose, proseOf } from './prose.ts';
import { labelText, type Style } from './style.ts';
import { type Table, tablesOf } from './tables.ts';

export type { Layout } from './layouts.ts';
export type { CellAt } from './page.ts';
export { plainStyle, type Style, style, valueText, type Widths } from './style.ts';
export type { Place } from './tables.ts';

/** All layouts, for tests that run over each. */
export const LAYOUTS = Object.keys(SHAPES) as readonly Layout[];

/** A report as text, and where each of its 10 + 175 + 15 values stands in it. */
export interface Rendered {
  readonly text: string;
  /** In the order of the text; offsets are UTF-16 code units, the byte order mark counted. */
  readonly cells: readonly CellAt[];
}

/** What the parts of a report need while it is written. */
interface Job {
  readonly page: Page;
  readonly shape: Shape;
  readonly style: Style;
}

const skip = ({ page }: Job, count: number): void => {
  for (let index = 0; index < count; index += 1) endLine(page);
};

function putProse({ page, shape, style }: Job, text: string): void {
  if (shape.breakAt === undefined) putLine(page, text);
  else putLines(page, wrap(text, style.widths[shape.breakAt]));
}

function putTitle(job: Job, { agency, year }: Numbers): void {
  const { page, shape, style } = job;
  const blank = style.proseSpace ? ' ' : '';
  const title = `${agency}${blank}${year}${blank}年${TITLE}`;
  skip(job, shape.aboveTitle);
  if (shape.breakAt === undefined) putLine(page, shape.marked ? `# ${title}` : title);
  else putLines(page, wrap(title, style.widths.title));
}

/** Real Markdown files mix ranks: `##` for 二, `###` for 三 and `####` from 四 on. */
function sectionMark({ shape, style }: Job, section: number): string {
  if (!shape.marked) return '';
  const depth = style.mixedHeadings && section >= 2 ? Math.min(section + 1, 4) : 2;
  return `${'#'.repeat(depth)} `;
}

function putAspects(job: Job, texts: readonly string[]): void {
  const { page, shape, style } = job;
  aspectNames(style).forEach((name, index) => {
    const mark = shape.marked ? '### ' : '';
    const heading = mark + labelText(`（${ORDINALS[index]}）${name}`, style);
    const text = texts[index] ?? '';
    // A Markdown heading ends with its line, so there the text can only follow below.
    if (style.aspectEnd !== 'line' && !shape.marked) {
      putProse(job, heading + style.aspectEnd + text);
      return;
    }
    putLine(page, heading);
    putProse(job, text);
  });
}

function putParagraphs(job: Job, paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) {
    skip(job, job.shape.between);
    putProse(job, paragraph);
  }
}

function putTable({ page, shape, style }: Job, table: Table): void {
  for (let index = 0; index < shape.aboveTable; index += 1) endLine(page);
  shape.putTable(page, table, style);
}

function putOverview(job: Job, prose: Prose): void {
  if (prose.overview !== '') putParagraphs(job, [prose.overview]);
  skip(job, job.shape.between);
  putAspects(job, prose.aspects);
}

/**
 * Writes a report in a layout. The same arguments give the same text;
 * numbers that do not agree with each other are written as they are.
 */
export function render(numbers: Numbers, layout: Layout, style: Style): Rendered {
  const shape = SHAPES[layout];
  const page = newPage(style.newline);
  const job: Job = { page, shape, style };
  const prose = proseOf(numbers, style);
  const tables = tablesOf(numbers, style);
  if (style.bom) page.text = '\uFEFF';
  putTitle(job, numbers);
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
    putLine(page, `${sectionMark(job, section)}${ORDINALS[section]}、${SECTIONS[section]}`);
    putBody();
  });
  const text = style.finalNewline ? page.text : page.text.slice(0, -style.newline.length);
  return { text, cells: page.cells };
}
