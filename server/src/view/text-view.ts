import { candidateName } from '../checks/wording/quantity.ts';
import { eachParagraph, type Paragraph } from '../prose/paragraphs.ts';
import { numberIn, type Report } from '../report/report.ts';
import { type Canvas, cellId, listId, messagesOf, type TextMark } from './canvas.ts';
import { anchors } from './cell-view.ts';
import { element, escapeHtml } from './html.ts';

/** The paragraphs of each section, and those above the first under 0, as elements. */
export function drawProse(canvas: Canvas): ReadonlyMap<number, readonly string[]> {
  const sections = new Map<number, string[]>();
  let next = 0;
  eachParagraph(canvas.report, (paragraph) => {
    const first = paragraph.offsets[0] as number;
    while (next < canvas.marks.length && (canvas.marks[next] as TextMark).end <= first) next++;
    const html = drawParagraph(canvas, paragraph, next);
    const list = sections.get(paragraph.section);
    if (list) list.push(html);
    else sections.set(paragraph.section, [html]);
  });
  return sections;
}

function drawParagraph(canvas: Canvas, paragraph: Paragraph, next: number): string {
  const { offsets, length } = paragraph;
  let html = '';
  let from = 0;
  for (let at = next; at < canvas.marks.length && from < length; at++) {
    const mark = canvas.marks[at] as TextMark;
    const start = indexAt(offsets, from, length, mark.start);
    const end = indexAt(offsets, start, length, mark.end);
    if (start === length) break;
    if (end === start) continue;
    html += plain(canvas.report, paragraph, from, start);
    html += drawMark(canvas, mark, plain(canvas.report, paragraph, start, end));
    from = end;
  }
  html += plain(canvas.report, paragraph, from, length);
  return element(isHeading(paragraph) ? 'h3' : 'p', {}, html);
}

/** The first character of a paragraph that stands at an offset of the text or behind it. */
function indexAt(offsets: Int32Array, from: number, length: number, offset: number): number {
  let [low, high] = [from, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The characters as the text writes them; of its blanks only those between Latin words. */
function plain({ text }: Report, { offsets }: Paragraph, from: number, to: number): string {
  let shown = '';
  for (let at = from; at < to; at++) {
    const offset = offsets[at] as number;
    const gap = at > from && offset > (offsets[at - 1] as number) + 1;
    if (gap && isLatin(text.charCodeAt(offset)) && isLatin(text.charCodeAt(offsets[at - 1] as number))) shown += ' ';
    shown += text[offset];
  }
  return escapeHtml(shown);
}

function isLatin(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

const LONGEST_HEADING = 30;

/** `（一）主动公开` */
function isHeading({ codes, length }: Paragraph): boolean {
  if (length > LONGEST_HEADING || codes[0] !== 0x28 || codes[2] !== 0x29) return false;
  for (let at = 3; at < length; at++) if (codes[at] === 0x3002 || codes[at] === 0xff0c) return false;
  return true;
}

function drawMark(canvas: Canvas, { finding, comparison }: TextMark, html: string): string {
  if (finding !== undefined) {
    canvas.placed.add(finding);
    const attributes = { class: canvas.findings[finding]?.severity, title: messagesOf(canvas, [finding]) };
    const link = element('a', { href: `#${listId(canvas, finding)}` }, html);
    return element('mark', attributes, anchors(canvas, [finding]) + link);
  }
  if (!comparison) return html;
  const { outcome, candidates } = comparison;
  const shown = candidates.find(({ value }) => value === comparison.claim.value) ?? candidates[0];
  const cells = shown ? `“${candidateName(shown)}”` : '';
  const cell = shown?.addends.find((each) => numberIn(each.cell) !== 0)?.cell ?? shown?.addends[0]?.cell;
  const attributes = { class: outcome, title: cells && canvas.words.claim(outcome, cells) };
  const linked = cell && outcome !== 'unknown' ? element('a', { href: `#${cellId(canvas, cell)}` }, html) : html;
  return element('u', attributes, linked);
}
