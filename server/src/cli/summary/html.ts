import type { Aggregate, AggregateCell } from '../../features/aggregate.ts';
import { isTableNumber } from '../../report/forms/form.ts';
import { officialHeading, SECTIONS } from '../../report/forms/sections.ts';
import { columnsOf, HEAD, HEAD_EN } from '../../summary/columns.ts';
import type { Counted } from '../../summary/counted.ts';
import { failingTables } from '../../summary/failing.ts';
import {
  type Against,
  cellText,
  cellTitle,
  formOfCell,
  lacksOf,
  nameOf,
  type Summary,
  yearText,
} from '../../summary/model.ts';
import { failingText, missingText, sumTitle } from '../../summary/words.ts';
import { drawForm } from '../../view/form-table.ts';
import { element, escapeHtml } from '../../view/html.ts';
import { drawList, INDEX_SCRIPT, INDEX_STYLE } from '../../view/index-page.ts';
import { pageEnd, pageHead } from '../../view/page.ts';
import { VIEW_WORDS } from '../../view/words.ts';
import { type Locale, sayIn } from '../locale.ts';
import { sha256 } from '../sha256.ts';
import { KIND_HEAD, kindRows } from './kinds.ts';
import { againstLines } from './text.ts';

/** The summary as one page that needs nothing beside it: the reports, each sum as the form prints it, and what there is to say. */
export function summaryHtml(summary: Summary, locale: Locale): string {
  const say = sayIn(locale);
  const { sums, organ, reports, against, missing } = summary;
  const scripts = [INDEX_SCRIPT];
  const title =
    `${organ ?? ''}${say('政府信息公开工作年度报告汇总', ' Annual reports on open government information, added up')}`.trim();
  const counted = say(`${reports.length} 份报告`, `${reports.length} reports`);
  const links = sums.map((sum, at) => element('a', { href: `#s${at}` }, sumTitle(sum, locale)));
  const head = element('h1', {}, escapeHtml(title)) + element('p', { class: 'facts' }, [counted, ...links].join(' · '));
  const first = element(
    'article',
    { id: 'top' },
    head +
      notes(missing.map((each) => missingText(each, locale))) +
      reportList(summary, locale) +
      kindList(reports, locale),
  );
  const parts = [
    first,
    ...sums.map((sum, at) => drawSum(sum, `s${at}`, summary, locale)),
    ...(against ? [drawAgainst(against, locale)] : []),
  ];
  return (
    pageHead({ locale, title, style: INDEX_STYLE + SUM_STYLE, scripts, hash: sha256 }) +
    parts.join('\n') +
    pageEnd({ scripts })
  );
}

const SUM_STYLE = 'td.lacks{background:var(--doubt-paper)}td.lacks small{color:var(--doubt)}';

function notes(lines: readonly string[]): string {
  return lines.map((line) => element('p', { class: 'lacking' }, escapeHtml(line))).join('');
}

function reportList({ reports }: Summary, locale: Locale): string {
  const head = locale === 'zh' ? [...HEAD, '文件'] : [...HEAD_EN, 'file'];
  return drawList(
    head,
    reports.map((report) => [...columnsOf(report), report.path]),
    locale,
  );
}

function kindList(reports: readonly Counted[], locale: Locale): string {
  const kinds = kindRows(reports, locale);
  if (kinds.length === 0) return '';
  return (
    element('h2', {}, sayIn(locale)('发现的问题，按规则', 'Findings by rule')) + plainTable(KIND_HEAD[locale], kinds)
  );
}

/** A list that nobody has to sort. */
function plainTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const names = head.map((name) => element('th', { scope: 'col' }, escapeHtml(name))).join('');
  const lines = rows.map(([name = '', ...cells]) => {
    const others = cells.map((cell) =>
      typeof cell === 'number' ? element('td', {}, String(cell)) : element('td', { class: 'text' }, escapeHtml(cell)),
    );
    return `<tr>${element('th', { scope: 'row' }, escapeHtml(String(name)))}${others.join('')}</tr>`;
  });
  return element(
    'div',
    { class: 'wide' },
    element('table', { class: 'list' }, `<thead><tr>${names}</tr></thead><tbody>${lines.join('')}</tbody>`),
  );
}

/** A sum with the tables of its form, what is wrong with them, and which reports lack values. */
function drawSum(sum: Aggregate<Counted>, id: string, { organ = '' }: Summary, locale: Locale): string {
  const say = sayIn(locale);
  const words = VIEW_WORDS[locale];
  const failing = failingTables(sum, locale);
  const tables = SECTIONS.flatMap((section) => {
    const { number } = section;
    if (!isTableNumber(number)) return [];
    const form = formOfCell(sum, number);
    const frame = drawForm(form, number, words, {
      cell: (row, column) => sumCell(sum, sum.tables[number][row]?.[column], locale),
      label: (_, text, colspan) => element('th', { scope: 'row', colspan }, escapeHtml(text)),
    });
    const wrong = failing.filter(({ table }) => table === number).map((each) => failingText(each, locale));
    return [element('h2', {}, officialHeading(section)), frame, notes(wrong)];
  });
  const lacks = lacksOf(sum).map(({ report, places }) =>
    element('li', {}, escapeHtml(`${nameOf(report)}：${places.join('；')}`)),
  );
  const lacking =
    lacks.length > 0
      ? element('h2', {}, say('有空白或无法识别的数，没有计入合计', 'Blank or unreadable, and not in the sum')) +
        element('ul', {}, lacks.join(''))
      : '';
  const back = element('a', { href: '#top' }, words.backToIndex);
  const facts = [escapeHtml(sumTitle(sum, locale)), back].join(' · ');
  const heading =
    element('h1', {}, escapeHtml(`${organ}${yearText(sum.year)}${say('合计', ' (sum)')}`)) +
    element('p', { class: 'facts' }, facts);
  return element('article', { id }, heading + tables.join('') + lacking);
}

/** A number of a sum; where reports lack a value, how many of them and which. */
function sumCell(sum: Aggregate<Counted>, cell: AggregateCell<Counted> | undefined, locale: Locale): string {
  if (!cell || cell.known === 0) return '<td class="absent"></td>';
  const { missing } = cell;
  if (missing.length === 0) return `<td>${cell.sum}</td>`;
  const names = missing.slice(0, MOST_NAMES).map(nameOf).join('、') + (missing.length > MOST_NAMES ? '…' : '');
  const title = sayIn(locale)(
    `${cellTitle(sum, cell)}：${names} 没有数`,
    `${cellTitle(sum, cell)}: no value in ${names}`,
  );
  return element('td', { class: 'lacks', title }, escapeHtml(cellText(cell)));
}

/** A tooltip of more names than this is not read. */
const MOST_NAMES = 10;

function drawAgainst(against: Against, locale: Locale): string {
  const say = sayIn(locale);
  const { comparison, sum } = against;
  const rows = (sum && comparison ? comparison.differences : []).map(({ cell, stated, by }) => [
    cellTitle(sum as Aggregate<Counted>, cell),
    stated,
    cell.sum,
    by,
  ]);
  const head = locale === 'zh' ? ['项目', '本级报告', '合计', '相差'] : ['cell', 'stated', 'sum', 'difference'];
  const heading = element('h1', {}, say('与本级报告比较', 'Against the own report'));
  const verdict = element('p', {}, escapeHtml(againstLines(against, false, locale, (text) => text)[0] ?? ''));
  return element('article', { id: 'against' }, heading + verdict + (rows.length > 0 ? plainTable(head, rows) : ''));
}
