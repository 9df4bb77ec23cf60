import type { Comparison } from '../checks/claims.ts';
import type { FailedSum } from '../checks/faults.ts';
import { type Analysis, isSum, type Locale } from '../checks/finding.ts';
import { cellsOf } from '../checks/identities.ts';
import { describe } from '../checks/wording/index.ts';
import type { Documents, Figure } from '../digest/digest.ts';
import type { Judged } from '../project/project.ts';
import { type Cell, findRow, findTable, type Report, type Row } from '../report/report.ts';
import { pushTo } from '../text/push-to.ts';
import type { Span } from '../text/span.ts';
import { VIEW_WORDS, type ViewWords } from './words.ts';

/** How a report is drawn. */
export interface DrawOptions {
  readonly locale: Locale;
  /** Begins every id, so that many drawings stand on one page. */
  readonly prefix?: string;
  /** What tells it from the other drawings of a page, for those who hear it. */
  readonly name?: string;
  /** For a reader who can do something: every cell has an id, and a number that it should be is a button. */
  readonly live?: boolean;
  /** Of a text that cannot be changed, like that of a PDF: it has no buttons. */
  readonly readOnly?: boolean;
}

/** A stretch of prose with something to show of it (UTF-16 offsets). */
export interface TextMark extends Span {
  /** The finding, by its index. */
  readonly finding?: number;
  readonly comparison?: Comparison;
}

/** The number that last year's report has in the place of a cell, or that a cell must take over from it. */
export interface Before {
  readonly year: number;
  readonly value: number;
}

/** All that is drawn of a report beside what it says. */
export interface Canvas {
  readonly report: Report;
  readonly findings: readonly Judged[];
  readonly locale: Locale;
  readonly words: ViewWords;
  readonly prefix: string;
  readonly name: string | undefined;
  readonly live: boolean;
  /** Whether numbers can be put right by a button. */
  readonly mends: boolean;
  /** The findings that stand at a cell, or at a row beside its cells, by their indices. */
  readonly atCell: ReadonlyMap<Cell, readonly number[]>;
  readonly atRow: ReadonlyMap<Row, readonly number[]>;
  /** In the order of the text, none within another. */
  readonly marks: readonly TextMark[];
  /** The failing sums that a cell belongs to, as classes: `t0` for the total of the first one, `s0` for its addends. */
  readonly sums: ReadonlyMap<Cell, string>;
  /** The cells that a number of the prose was compared with. */
  readonly compared: ReadonlySet<Cell>;
  readonly before: ReadonlyMap<Cell, Before>;
  /** Findings whose place has been drawn; filled while drawing. */
  readonly placed: Set<number>;
}

/** The style sheet can join the cells of this many failing sums. */
export const MOST_SUMS = 24;

export function canvasOf(analysis: Analysis, findings: readonly Judged[], options: DrawOptions): Canvas {
  const { report, prose } = analysis;
  const { atCell, atRow, marks } = placesOf(report, findings);
  for (const comparison of prose.comparisons) marks.push({ ...comparison.claim.span, comparison });
  const { locale, prefix = '', name, live = false, readOnly = false } = options;
  return {
    report,
    findings,
    locale,
    words: VIEW_WORDS[locale],
    prefix,
    name,
    live,
    mends: live && !readOnly,
    atCell,
    atRow,
    marks: apart(marks),
    sums: sumClasses(findings),
    compared: comparedCells(prose.comparisons),
    before: beforeOf(analysis),
    placed: new Set(),
  };
}

interface Places {
  readonly atCell: Map<Cell, number[]>;
  readonly atRow: Map<Row, number[]>;
  readonly marks: TextMark[];
}

/** Sorts the findings into those at a cell, at a row, and in the text around the tables. */
function placesOf(report: Report, findings: readonly Judged[]): Places {
  const places: Places = { atCell: new Map(), atRow: new Map(), marks: [] };
  for (const [index, { finding }] of findings.entries()) {
    const row = rowAround(report, finding.span);
    const cell = row?.cells.find(({ span }) => span.start === finding.span.start && span.end === finding.span.end);
    if (cell) pushTo(places.atCell, cell, index);
    else if (row) pushTo(places.atRow, row, index);
    else places.marks.push({ ...finding.span, finding: index });
  }
  return places;
}

function rowAround({ tables }: Report, { start, end }: Span): Row | undefined {
  for (const { span, rows } of tables) {
    if (start < span.start || end > span.end) continue;
    const around = rows.find((row) => row && start >= row.span.start && end <= row.span.end);
    if (around) return around;
  }
  return undefined;
}

/** Marks in the order of the text. Of two at one place the finding is kept, for it says more than a comparison. */
function apart(marks: TextMark[]): TextMark[] {
  marks.sort((a, b) => a.start - b.start || Number(b.finding !== undefined) - Number(a.finding !== undefined));
  const kept: TextMark[] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    if (!last || mark.start >= last.end) kept.push(mark);
    else if (last.finding === undefined && mark.finding !== undefined) kept[kept.length - 1] = mark;
  }
  return kept;
}

function sumClasses(findings: readonly Judged[]): Map<Cell, string> {
  const classes = new Map<Cell, string>();
  const add = (cell: Cell, name: string) => classes.set(cell, `${classes.get(cell) ?? ''} ${name}`);
  let count = 0;
  for (const { finding } of findings) {
    if (!isSum(finding) || count === MOST_SUMS) continue;
    const { identity } = finding.facts as FailedSum;
    for (const cell of cellsOf(identity)) add(cell, `${cell === identity.total ? 't' : 's'}${count}`);
    count++;
  }
  return classes;
}

function comparedCells(comparisons: readonly Comparison[]): Set<Cell> {
  const cells = new Set<Cell>();
  for (const { outcome, candidates } of comparisons) {
    if (outcome === 'unknown') continue;
    for (const { addends } of candidates) for (const { cell } of addends) cells.add(cell);
  }
  return cells;
}

/** 上年结转 must be last year's 结转下年度; of the other cells that a digest keeps, the same one of last year. */
function beforeOf({ report, predecessor }: Analysis): Map<Cell, Before> {
  const before = new Map<Cell, Before>();
  if (!predecessor) return before;
  const { year, carriedOut, documents } = predecessor.digest;
  const put = (row: Row | undefined, figures: readonly (Figure | undefined)[]) => {
    for (const [column, cell] of (row?.cells ?? []).entries()) {
      const value = figures[column]?.value;
      if (typeof value === 'number') before.set(cell, { year, value });
    }
  };
  const requests = findTable(report, 3);
  for (const id of ['carried-in', 'carried-out'] as const) put(findRow(requests, id), carriedOut);
  const proactive = findTable(report, 2);
  if (proactive?.documentsForm !== '2021') return before;
  for (const id of ['regulations', 'normative-documents'] as const) {
    put(findRow(proactive, id), figuresOf(findRow(proactive, id), documents));
  }
  return before;
}

function figuresOf(row: Row | undefined, documents: readonly Documents[]): readonly Figure[] {
  const found = documents.find((each) => each.row === row?.form.label);
  return found ? [found.issued, found.abolished, found.valid] : [];
}

/** What a tooltip says of findings: their messages. */
export function messagesOf({ findings, locale }: Canvas, indices: readonly number[]): string {
  return indices.map((index) => describe((findings[index] as Judged).finding, locale)).join('\n');
}

/** The ids of a finding in the list, of its place, and of a cell. */
export const listId = ({ prefix }: Pick<Canvas, 'prefix'>, index: number) => `${prefix}f${index}`;
export const placeId = ({ prefix }: Pick<Canvas, 'prefix'>, index: number) => `${prefix}p${index}`;
export const cellId = ({ prefix }: Pick<Canvas, 'prefix'>, { table, row, column }: Cell) =>
  `${prefix}c${table}-${row}-${column}`;
