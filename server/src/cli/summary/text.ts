import { rowLabel } from '../../checks/wording/names.ts';
import { type Aggregate, type AggregateCell, contributions, type Difference } from '../../features/aggregate.ts';
import { columnGroups } from '../../report/forms/index.ts';
import { officialHeading, sectionForm } from '../../report/forms/sections.ts';
import { HEAD, HEAD_EN, rowOf } from '../../summary/columns.ts';
import type { Counted } from '../../summary/counted.ts';
import { failingTables } from '../../summary/failing.ts';
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
} from '../../summary/model.ts';
import { failingText, missingText, sumTitle } from '../../summary/words.ts';
import { printable } from '../../text/foreign.ts';
import { type Locale, sayIn } from '../locale.ts';
import { align } from './align.ts';

/** The whole summary for a terminal. */
export function summaryText(summary: Summary, verbose: boolean, locale: Locale): string {
  const { reports, sums, against, missing } = summary;
  const head = locale === 'zh' ? HEAD : HEAD_EN;
  const overview = reports.length > 0 ? align([head, ...reports.map((report) => rowOf(report).map(orDash))], 1) : [];
  const blocks = [
    overview,
    ...sums.map((sum) => sumLines(sum, locale)),
    against ? againstLines(against, verbose, locale) : [],
  ];
  if (missing.length > 0) blocks.push(missing.map((each) => printable(missingText(each, locale))));
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const orDash = (text: string) => (text === '' ? '—' : text);

function sumLines(sum: Aggregate<Counted>, locale: Locale): string[] {
  const failing = failingTables(sum, locale);
  const tables = ([2, 3, 4] as const).flatMap((number) => {
    const lines = number === 2 ? documentLines(sum) : number === 3 ? requestLines(sum) : reviewLines(sum);
    const notes = failing.filter(({ table }) => table === number).map((each) => printable(failingText(each, locale)));
    return ['', officialHeading(sectionForm(number)), ...lines, ...notes];
  });
  return [sumTitle(sum, locale), ...tables, ...lackLines(lacksOf(sum), locale)];
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

function lackLines(lacks: readonly Lack[], locale: Locale): string[] {
  const say = sayIn(locale);
  if (lacks.length === 0) return [];
  const lines = lacks.map(({ report, places }) => {
    const more =
      places.length > MOST_PLACES ? say(` 等 ${places.length} 处`, ` and others, ${places.length} in all`) : '';
    return `  ${named(report)}：${places.slice(0, MOST_PLACES).join('；')}${more}`;
  });
  return [
    '',
    say('以下报告有空白或无法识别的数，没有计入合计：', 'Blank or unreadable, and not in the sum:'),
    ...lines,
  ];
}

const named = (report: Counted) => printable(`${nameOf(report)}（${report.path}）`);

/** `机关 2024 年（path）与…比较：…`, then one line for each cell that differs. */
export function againstLines(
  { own, sum, comparison }: Against,
  verbose: boolean,
  locale: Locale = 'zh',
  show = printable,
): string[] {
  const say = sayIn(locale);
  const title = say(
    `${show(nameOf(own))} ${yearText(own.year)}报告（${show(own.path)}）`,
    `${show(nameOf(own))} ${own.year ?? 'unknown year'} (${show(own.path)})`,
  );
  if (!sum || !comparison)
    return [
      say(
        `${title}：没有同一年度、同一格式的报告可以比较`,
        `${title}: no report of the same year and form to compare with`,
      ),
    ];
  const { differences, blank, equal } = comparison;
  const verdict = differences.length > 0 ? `${differences.length} 处不一致` : '没有不一致的数';
  const empty = blank.length > 0 ? `，${blank.length} 处本级报告未填、无法比较` : '';
  const head = say(
    `${title}与 ${sum.reports.length} 份报告的合计相比：${verdict}，${equal} 处一致${empty}`,
    `${title} against the sum of ${sum.reports.length} reports: ${differences.length} differ, ${equal} agree, ${blank.length} blank`,
  );
  return [head, ...differences.flatMap((difference) => differenceLines(sum, difference, verbose, locale, show))];
}

function differenceLines(
  sum: Aggregate<Counted>,
  { cell, stated, by }: Difference<Counted>,
  verbose: boolean,
  locale: Locale,
  show: (text: string) => string,
): string[] {
  const say = sayIn(locale);
  const count = cell.missing.length;
  const missing = count > 0 ? say(`（有 ${count} 份报告此处没有数）`, ` (${count} reports have no value here)`) : '';
  const more = by > 0 ? `多 ${by}` : `少 ${-by}`;
  const line = say(
    `  ${cellTitle(sum, cell)}：本级报告 ${stated}，合计 ${cell.sum}，${more}${missing}`,
    `  ${cellTitle(sum, cell)}: stated ${stated}, sum ${cell.sum}, ${by > 0 ? '+' : ''}${by}${missing}`,
  );
  if (!verbose) return [line];
  const parts = contributions(sum, cell).map(({ report, value }) => `${show(nameOf(report))} ${value}`);
  return [
    line,
    `    ${parts.length > 0 ? parts.join(say('、', ', ')) : say('各报告此处都是 0', 'all reports have 0 here')}`,
  ];
}
