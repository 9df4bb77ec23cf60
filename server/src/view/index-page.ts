import type { Locale, Severity } from '../checks/finding.ts';
import { element, escapeHtml } from './html.ts';
import { VIEW_WORDS, type ViewWords } from './words.ts';

/** A report in the index of a page. */
export interface IndexEntry {
  /** The id of its drawing. */
  readonly id: string;
  readonly path: string;
  readonly agency: string;
  readonly year: number | null;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** A file that was not checked, and why. */
export interface LeftOut {
  readonly path: string;
  readonly why: string;
}

/** The list of all reports of a page by year and organ, each with its number of findings, and of what was left out. */
export function drawIndex(entries: readonly IndexEntry[], leftOut: readonly LeftOut[], locale: Locale): string {
  const words = VIEW_WORDS[locale];
  const title = element('h1', {}, words.indexTitle) + element('p', { class: 'facts' }, tally(entries, words));
  const search = element('label', { hidden: 'hidden' }, `${words.filter} <input type="search"/>`);
  const table = element(
    'div',
    { class: 'wide' },
    element('table', { class: 'index' }, head(words) + body(entries, words)),
  );
  const missing = leftOut.map(({ path, why }) => element('li', {}, `${escapeHtml(path)}：${escapeHtml(why)}`));
  const rest = missing.length > 0 ? element('h2', {}, words.leftOut) + element('ul', {}, missing.join('')) : '';
  return element('article', { id: 'top' }, title + search + table + rest);
}

function tally(entries: readonly IndexEntry[], words: ViewWords): string {
  const total = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { counts } of entries) for (const key of SEVERITIES) total[key] += counts[key];
  return words.reports(entries.length, words.count(total) || words.noFindings);
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

function head({ columns }: ViewWords): string {
  return `<thead><tr>${columns.map((name) => element('th', { scope: 'col' }, name)).join('')}</tr></thead>`;
}

function body(entries: readonly IndexEntry[], words: ViewWords): string {
  const sorted = [...entries].sort(byYearAndOrgan);
  const rows = sorted.map(({ id, path, agency, year, counts }) => {
    const name = element('a', { href: `#${id}` }, escapeHtml(agency || words.untitled));
    const { error, warning, information, hint } = counts;
    const numbers = [error, warning, information + hint].map((count) => element('td', {}, String(count)));
    return `<tr><td>${year ?? ''}</td><th scope="row">${name}</th>${numbers.join('')}<th>${escapeHtml(path)}</th></tr>`;
  });
  return `<tbody>${rows.join('')}</tbody>`;
}

/** The latest year first; within it by the characters of the organ's name. */
function byYearAndOrgan(a: IndexEntry, b: IndexEntry): number {
  const [left, right] = [a.agency + a.path, b.agency + b.path];
  return (b.year ?? 0) - (a.year ?? 0) || (left < right ? -1 : left > right ? 1 : 0);
}

/** Sorting by a click on a column's head and filtering by what is typed; without it the list is whole and readable. */
export const INDEX_SCRIPT = `{
const table = document.querySelector('table.index'), rows = [...table.tBodies[0].rows], label = document.querySelector('#top label');
const text = (row, at) => row.cells[at].textContent, number = (value) => (value === '' ? -1 : Number(value));
label.hidden = false;
label.firstElementChild.addEventListener('input', ({ target }) => {
  const words = target.value.trim().split(/\\s+/);
  for (const row of rows) row.hidden = !words.every((word) => row.textContent.includes(word));
});
[...table.tHead.rows[0].cells].forEach((cell, at) => {
  const button = document.createElement('button');
  button.append(...cell.childNodes);
  cell.append(button);
  button.addEventListener('click', () => {
    const down = cell.ariaSort === 'ascending' ? -1 : 1;
    for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort');
    cell.setAttribute('aria-sort', down < 0 ? 'descending' : 'ascending');
    const numeric = at !== 1 && at !== 5;
    rows.sort((a, b) => down * (numeric ? number(text(a, at)) - number(text(b, at)) : text(a, at).localeCompare(text(b, at), 'zh')));
    table.tBodies[0].append(...rows);
  });
});
}`;

/** The style of the index, beside that of the drawings; those out of sight cost nothing. */
export const INDEX_STYLE =
  'article+article{border-top:3px double var(--line);content-visibility:auto;contain-intrinsic-size:auto 90rem}' +
  'table.index td{text-align:right}table.index thead th{padding:0}table.index thead button{font:inherit;color:inherit;background:none;border:0;width:100%;padding:.3rem;cursor:pointer}' +
  'table.index a{text-decoration:underline}th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}' +
  '[hidden]{display:none}@media print{article+article{border-top:0}#top label,.facts a{display:none}}';
