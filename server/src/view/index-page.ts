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
  const list = drawList(
    words.columns,
    [...entries].sort(byYearAndOrgan).map((entry) => rowOf(entry, words)),
    locale,
  );
  const missing = leftOut.map(({ path, why }) => element('li', {}, `${escapeHtml(path)}：${escapeHtml(why)}`));
  const rest = missing.length > 0 ? element('h2', {}, words.leftOut) + element('ul', {}, missing.join('')) : '';
  return element('article', { id: 'top' }, title + list + rest);
}

function tally(entries: readonly IndexEntry[], words: ViewWords): string {
  const total = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { counts } of entries) for (const key of SEVERITIES) total[key] += counts[key];
  return words.reports(entries.length, words.count(total) || words.noFindings);
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

function rowOf({ id, path, agency, year, counts }: IndexEntry, words: ViewWords): ListCell[] {
  const { error, warning, information, hint } = counts;
  return [year, { text: agency || words.untitled, id }, error, warning, information + hint, path];
}

/** A number, nothing, a text, or a text that leads to the drawing with this id. */
export type ListCell = number | null | string | { readonly text: string; readonly id: string };

/**
 * A table that `INDEX_SCRIPT` sorts and filters. A column holds either texts, of which the first one names the row, or
 * numbers.
 */
export function drawList(columns: readonly string[], rows: readonly (readonly ListCell[])[], locale: Locale): string {
  const search = element('label', { hidden: 'hidden' }, `${VIEW_WORDS[locale].filter} <input type="search"/>`);
  const head = columns.map((name) => element('th', { scope: 'col' }, escapeHtml(name))).join('');
  const body = rows.map((cells) => `<tr>${listCells(cells)}</tr>`).join('');
  const table = element('table', { class: 'index' }, `<thead><tr>${head}</tr></thead><tbody>${body}</tbody>`);
  return search + element('div', { class: 'wide' }, table);
}

function listCells(cells: readonly ListCell[]): string {
  const named = cells.findIndex((cell) => cell !== null && typeof cell !== 'number');
  const all = cells.map((cell, at) => {
    if (cell === null || typeof cell === 'number') return element('td', {}, cell === null ? '' : String(cell));
    const content =
      typeof cell === 'string' ? escapeHtml(cell) : element('a', { href: `#${cell.id}` }, escapeHtml(cell.text));
    return element(at === named ? 'th' : 'td', at === named ? { scope: 'row' } : { class: 'text' }, content);
  });
  return all.join('');
}

/** The latest year first; within it by the characters of the organ's name. */
function byYearAndOrgan(a: IndexEntry, b: IndexEntry): number {
  const [left, right] = [a.agency + a.path, b.agency + b.path];
  return (b.year ?? 0) - (a.year ?? 0) || (left < right ? -1 : left > right ? 1 : 0);
}

/** Sorting by a click on a column's head and filtering by what is typed; without it the list is whole and readable. */
export const INDEX_SCRIPT = `{
const table = document.querySelector('table.index'), rows = [...table.tBodies[0].rows], label = table.parentElement.previousElementSibling;
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
    const down = cell.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort');
    cell.setAttribute('aria-sort', down < 0 ? 'descending' : 'ascending');
    const numeric = rows.length > 0 && rows[0].cells[at].className === '' && rows[0].cells[at].localName === 'td';
    rows.sort((a, b) => down * (numeric ? number(text(a, at)) - number(text(b, at)) : text(a, at).localeCompare(text(b, at), 'zh')));
    for (const row of rows) table.tBodies[0].append(row);
  });
});
}`;

/** The style of the index, beside that of the drawings; those out of sight cost nothing. */
export const INDEX_STYLE =
  'article+article{border-top:3px double var(--line);content-visibility:auto;contain-intrinsic-size:auto 90rem}' +
  'table.index td{text-align:right}table.index td.text{text-align:left;white-space:normal;overflow-wrap:anywhere}table.index thead th{padding:0}table.index thead button{font:inherit;color:inherit;background:none;border:0;width:100%;padding:.3rem;cursor:pointer}' +
  'table.index a,.facts a{text-decoration:underline}th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}' +
  '[hidden]{display:none}@media print{article+article{border-top:0}label,.facts a{display:none}}';
