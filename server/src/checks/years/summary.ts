import type { SectionNumber } from '../../report/forms/sections.ts';
import { type Cell, findSection, findTable, numberIn, type Report } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { rangeIn } from '../../text/position.ts';
import type { Span } from '../../text/span.ts';
import {
  CARRIED_IN,
  CARRIED_OUT,
  type Documents,
  type Figure,
  type Print,
  type Spot,
  type Summary,
  VALID,
} from './digest.ts';
import { identify } from './organ.ts';
import { fingerprint } from './prose.ts';

/** The sections that are prose; the others hold a table. */
const PROSE: readonly SectionNumber[] = [1, 5, 6];
/** The head of table 2 above its first row is shorter than this. */
const LONGEST_HEAD = 2000;

/** The digest of a report; undefined when its title names no organ or no year. */
export function summarise({ report }: { readonly report: Report }): Summary | undefined {
  const origin = identify(report.title);
  if (!origin) return undefined;
  const table = findTable(report, 3);
  const figures = (row: number) => (table?.rows.at(row)?.cells ?? []).map((cell) => figure(report, cell));
  return {
    ...origin,
    carriedIn: figures(CARRIED_IN),
    carriedOut: figures(CARRIED_OUT),
    documents: documentsIn(report),
    prose: PROSE.flatMap((number) => printOf(report, number) ?? []),
  };
}

function figure(report: Report, cell: Cell): Figure {
  return { value: numberIn(cell) ?? null, ...spot(report, cell.span) };
}

function spot({ lines }: Report, span: Span): Spot {
  const { start, end } = rangeIn(lines, span);
  const [line, character, endLine, endCharacter] = [start.line, start.character, end.line, end.character];
  return { start: span.start, end: span.end, line, character, endLine, endCharacter };
}

/** The first rows of table 2, 规章 and 行政规范性文件, where its columns are those of the form of 2021. */
function documentsIn(report: Report): Documents[] {
  const table = findTable(report, 2);
  if (!table || !countsValid(report, table.form.rows[0]?.columns[VALID]?.name)) return [];
  return [0, 1].flatMap((at) => {
    const row = table.rows[at];
    const [issued, abolished, valid] = (row?.cells ?? []).map((cell) => figure(report, cell));
    return row && issued && abolished && valid ? { row: row.form.label, issued, abolished, valid } : [];
  });
}

/**
 * Whether the third column is 现行有效件数. Mixed reports keep the old block （一） (新制作, 新公开, 对外公开总数量) above
 * the new ones, so the form that the table was read in is not enough: its head must say so.
 */
function countsValid(report: Report, column: string | undefined): boolean {
  if (column !== '现行有效件数') return false;
  const table = findTable(report, 2);
  const first = table?.rows[0] ?? table?.rows[1];
  if (!table || !first) return false;
  const head = fold(report.text, Math.max(table.head, first.span.start - LONGEST_HEAD), first.span.start);
  const says = (...words: string[]) => words.some((word) => head.includes(word));
  return says('现行有效', '有效件数', '制发', '废止') && !says('新公开', '新制作', '对外公开');
}

function printOf(report: Report, number: SectionNumber): Print | undefined {
  const section = findSection(report, number);
  const hash = section && fingerprint(report, section);
  return section && hash !== undefined ? { section: number, hash, heading: spot(report, section.heading) } : undefined;
}
