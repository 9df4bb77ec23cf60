import { rowLabel } from '../../checks/wording/names.ts';
import { type Aggregate, type AggregateCell, contributions, type Difference } from '../../features/aggregate.ts';
import { columnGroups } from '../../report/forms/index.ts';
import { SECTIONS } from '../../report/forms/sections.ts';
import { printable } from '../printable.ts';
import { align } from './align.ts';
import { HEAD, rowOf } from './columns.ts';
import {
  type Against,
  cellText,
  cellTitle,
  formOfCell,
  type Lack,
  lacksOf,
  nameOf,
  type Summary,
  yearText,
} from './model.ts';
import type { Counted } from './summarise.ts';

/** The whole summary for a terminal. */
export function summaryText(summary: Summary, verbose: boolean): string {
  const { reports, sums, against } = summary;
  const overview = reports.length > 0 ? align([HEAD, ...reports.map((report) => rowOf(report).map(orDash))], 1) : [];
  const blocks = [overview, ...sums.map(sumLines), against ? againstLines(against, verbose) : []];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const orDash = (text: string) => (text === '' ? '—' : text);

export function sumTitle({ year, form, reports }: Aggregate<Counted>): string {
  return `${yearText(year)}合计：${reports.length} 份报告（${form} 年格式）`;
}

function sumLines(sum: Aggregate<Counted>): string[] {
  const tables = ([2, 3, 4] as const).flatMap((number) => {
    const { ordinal, title } = SECTIONS[number - 1] ?? { ordinal: '', title: '' };
    const lines = number === 2 ? documentLines(sum) : number === 3 ? requestLines(sum) : reviewLines(sum);
    return ['', `${ordinal}、${title}`, ...lines];
  });
  return [sumTitle(sum), ...tables, ...lackLines(lacksOf(sum))];
}

const texts = (cells: readonly AggregateCell<Counted>[] = []) => cells.map((cell) => orDash(cellText(cell)));

/** Table 2: a head for each run of rows with the same columns. */
function documentLines(sum: Aggregate<Counted>): string[] {
  const form = formOfCell(sum, 2);
  const rows = form.rows.flatMap((row, at) => {
    const head = ['信息内容', ...row.columns.map(({ name }) => name)];
    const before = form.rows[at - 1]?.columns;
    return [...(before === row.columns ? [] : [head]), [row.label, ...texts(sum.tables[2][at])]];
  });
  return align(rows, 1);
}

/** Table 3, its groups set above their rows. */
function requestLines(sum: Aggregate<Counted>): string[] {
  const form = formOfCell(sum, 3);
  const head = ['', ...(form.rows[0]?.columns ?? []).map(({ name }) => name)];
  const rows = form.rows.flatMap((row, at) => {
    const { group } = row;
    const line = [`${group ? '  ' : ''}${rowLabel(row)}`, ...texts(sum.tables[3][at])];
    return group && group !== form.rows[at - 1]?.group ? [[group.label], line] : [line];
  });
  return align([head, ...rows], 1);
}

/** Table 4 is fifteen columns wide, more than a terminal is: its three groups stand below each other. */
function reviewLines(sum: Aggregate<Counted>): string[] {
  const [form] = formOfCell(sum, 4).rows;
  const groups = form ? columnGroups(form) : [];
  const cells = texts(sum.tables[4][0]);
  const rows = groups.map((columns) => [columns[0]?.group?.label ?? '', ...cells.splice(0, columns.length)]);
  return align([['', ...(groups[0] ?? []).map(({ name }) => name)], ...rows], 1);
}

/** A report that lacks more than this is shown with as many places and the number of the others. */
const MOST_PLACES = 6;

function lackLines(lacks: readonly Lack[]): string[] {
  if (lacks.length === 0) return [];
  const lines = lacks.map(({ report, places }) => {
    const more = places.length > MOST_PLACES ? ` 等 ${places.length} 处` : '';
    return `  ${named(report)}：${places.slice(0, MOST_PLACES).join('；')}${more}`;
  });
  return ['', '以下报告有空白或无法识别的数，没有计入合计：', ...lines];
}

const named = (report: Counted) => printable(`${nameOf(report)}（${report.path}）`);

/** `机关 2024 年（path）与…比较：…`, then one line for each cell that differs. */
export function againstLines({ own, sum, comparison }: Against, verbose: boolean): string[] {
  const title = `${printable(nameOf(own))} ${yearText(own.year)}报告（${printable(own.path)}）`;
  if (!sum || !comparison) return [`${title}：没有同一年度、同一格式的报告可以比较`];
  const { differences, blank, equal } = comparison;
  const verdict = differences.length > 0 ? `${differences.length} 处不一致` : '没有不一致的数';
  const empty = blank.length > 0 ? `，${blank.length} 处本级报告未填、无法比较` : '';
  const head = `${title}与 ${sum.reports.length} 份报告的合计相比：${verdict}，${equal} 处一致${empty}`;
  return [head, ...differences.flatMap((difference) => differenceLines(sum, difference, verbose))];
}

function differenceLines(
  sum: Aggregate<Counted>,
  { cell, stated, by }: Difference<Counted>,
  verbose: boolean,
): string[] {
  const missing = cell.missing.length > 0 ? `（有 ${cell.missing.length} 份报告此处没有数）` : '';
  const more = by > 0 ? `多 ${by}` : `少 ${-by}`;
  const line = `  ${cellTitle(sum, cell)}：本级报告 ${stated}，合计 ${cell.sum}，${more}${missing}`;
  if (!verbose) return [line];
  const parts = contributions(sum, cell).map(({ report, value }) => `${printable(nameOf(report))} ${value}`);
  return [line, `    ${parts.length > 0 ? parts.join('、') : '各报告此处都是 0'}`];
}

/** Several reports of one organ on one year, which a sum counts as often as they are there. */
export function repeatedText({ repeated, against }: Summary): string {
  const lines = repeated.map((reports) => {
    const [first] = reports;
    const places = reports.filter((report) => report !== against?.own).map(({ path }) => printable(path));
    const name = first ? `${printable(nameOf(first))} ${yearText(first.year)}` : '';
    return reports.some((report) => report === against?.own)
      ? `zfxxgk：${name}就是要比较的机关，它的另一份报告也计入了合计：${places.join('、')}\n`
      : `zfxxgk：${name}有 ${reports.length} 份报告，都计入了合计：${places.join('、')}\n`;
  });
  return lines.join('');
}
