import type { FindingData, Severity } from '../checks/finding.ts';
import { isSum } from '../checks/finding.ts';
import { findingData } from '../features/diagnostics.ts';
import type { Judged } from '../project/project.ts';
import type { Cell } from '../report/report.ts';
import { withoutTags } from '../text/tags.ts';
import { type Canvas, cellId, listId, messagesOf, placeId } from './canvas.ts';
import { element, escapeHtml } from './html.ts';

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** `<td>12</td>`, with what was found of the cell, what it should be and what it was last year. */
export function drawCell(canvas: Canvas, cell: Cell | undefined): string {
  if (!cell) return `<td class="absent">${hidden(canvas.words.blank)}</td>`;
  const indices = canvas.atCell.get(cell) ?? [];
  const sums = canvas.sums.get(cell) ?? '';
  const compared = canvas.compared.has(cell);
  const before = canvas.before.get(cell);
  if (indices.length === 0 && !before && !canvas.live && !compared && sums === '' && cell.reading.kind === 'number')
    return `<td>${written(canvas, cell)}</td>`;
  const worst = worstOf(canvas, indices);
  for (const index of indices) canvas.placed.add(index);
  const kinds = [kindOf(cell), worst?.kind, compared ? 'compared' : '', sums.trim()];
  const attributes = {
    class: kinds.filter(Boolean).join(' '),
    id: canvas.live || compared ? cellId(canvas, cell) : undefined,
    title: indices.length > 0 ? messagesOf(canvas, indices) : undefined,
  };
  return element('td', attributes, anchors(canvas, indices) + content(canvas, cell, worst) + beforeText(canvas, cell));
}

interface Worst {
  readonly index: number;
  /** `wrong`: it is known what it should say; `doubt`: its addends say otherwise, but may be wrong themselves. */
  readonly kind: string;
  /** What it should say, or what its addends give. */
  readonly should: number | undefined;
}

/** The gravest finding of a cell. */
function worstOf({ findings }: Canvas, indices: readonly number[]): Worst | undefined {
  let worst: number | undefined;
  for (const index of indices) {
    const gravity = ({ severity }: Judged) => GRAVITY[severity];
    if (worst === undefined || gravity(findings[index] as Judged) < gravity(findings[worst] as Judged)) worst = index;
  }
  if (worst === undefined) return undefined;
  const { finding, severity } = findings[worst] as Judged;
  const data = findingData(finding) ?? {};
  if (!isSum(finding))
    return { index: worst, kind: data.computed === undefined ? severity : 'wrong', should: data.computed };
  if (!data.suspect) return { index: worst, kind: 'doubt', should: data.computed };
  // The other sums that fail by a slip only say where it shows.
  return isItself(data)
    ? { index: worst, kind: 'wrong', should: data.computed }
    : { index: worst, kind: 'fails', should: undefined };
}

function isItself({ suspect, row, column }: FindingData): boolean {
  return suspect !== undefined && suspect.row === row && suspect.column === column;
}

function kindOf({ reading }: Cell): string {
  if (reading.kind === 'blank') return 'blank';
  return reading.kind === 'invalid' ? 'unread' : '';
}

function written({ report: { text } }: Canvas, { span }: Cell): string {
  return escapeHtml(withoutTags(text.slice(span.start, span.end)).trim());
}

function content(canvas: Canvas, cell: Cell, worst: Worst | undefined): string {
  const { words } = canvas;
  const stated = written(canvas, cell) || hidden(words.blank);
  const note = cell.reading.kind === 'invalid' ? hidden(words.unread) : '';
  if (!worst) return stated + note;
  const link = (html: string) => element('a', { href: `#${listId(canvas, worst.index)}` }, html);
  if (worst.should === undefined) return link(stated + note);
  const should = shouldBe(canvas, worst.index, worst.should);
  if (worst.kind === 'doubt') return `${link(stated)} <span class="by">≠ ${should}</span>`;
  return `${link(`<del>${stated}</del>`)} <ins>→ ${should}</ins>`;
}

function shouldBe({ mends, words }: Canvas, index: number, value: number): string {
  return mends ? element('button', { 'data-fix': index, title: words.fix }, String(value)) : String(value);
}

function beforeText({ before, words }: Canvas, cell: Cell): string {
  const found = before.get(cell);
  if (!found) return '';
  return element('small', { title: words.before(found.year, found.value) }, String(found.value));
}

/** Where the links of the list lead. A cell may have an id of its own already. */
export function anchors(canvas: Canvas, indices: readonly number[]): string {
  return indices.map((index) => `<i id="${placeId(canvas, index)}"></i>`).join('');
}

/** Words for those who hear the drawing and do not see it. */
export function hidden(words: string): string {
  return `<span class="sr">${escapeHtml(words)}</span>`;
}
