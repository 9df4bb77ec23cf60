import type { Report, Table } from '../../report/report.ts';
import { isBlank } from '../../text/characters.ts';
import { fold } from '../../text/fold.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { isPageMark } from '../../text/splitters/spaced.ts';
import { newTag, readTag, skipBlank, tagName } from '../../text/tags.ts';
import { classify } from '../../text/value.ts';
import { tableWords } from './table-words.ts';

/** All the characters of a table, its head included, and words in between that would be lost if it was written anew. */
export interface Region {
  readonly span: Span;
  readonly foreign: readonly string[];
}

/** Where a table begins and ends: in HTML with its tags, else with the lines that hold nothing but words of the form. */
export function regionOf(report: Report, table: Table): Region | undefined {
  const words = tableWords(table);
  if (table.layout === 'html') {
    const span = tagsAround(report.text, table);
    return span && { span, foreign: foreignIn(report, table, span, words) };
  }
  const span = linesAround(report, table, words);
  return { span, foreign: foreignIn(report, table, span, words) };
}

const [TABLE, TABLE_END] = [tagName('table'), tagName('/table')];

/** From the `<table>` in front of the head to the `</table>` behind the last row. */
function tagsAround(text: string, { head, span }: Table): Span | undefined {
  const tag = newTag();
  let start = -1;
  for (let at = text.lastIndexOf('<', head); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('<', at - 1)) {
    if (!readTag(text, at, text.length, tag)) continue;
    if (tag.name === TABLE_END) return undefined;
    if (tag.name !== TABLE) continue;
    start = at;
    break;
  }
  for (let at = text.indexOf('<', span.end); start >= 0 && at >= 0; at = text.indexOf('<', at + 1)) {
    if (readTag(text, at, text.length, tag) && tag.name === TABLE_END) return { start, end: tag.end };
  }
  return undefined;
}

function linesAround({ text, lines, sections }: Report, table: Table, words: (word: string) => boolean): Span {
  const body = sections.find(({ form }) => form.number === table.number)?.body;
  let first = lineAt(lines, table.head);
  let last = lineAt(lines, table.span.end);
  const isOurs = (at: number) => {
    const span = lines.span(at);
    if (isBlank(text, span)) return undefined;
    const parts = wordsIn(text, span);
    return isPageMark(text, span) || parts.every(({ start, end }) => words(fold(text, start, end)));
  };
  const top = body ? lineAt(lines, body.start) + 1 : first;
  for (let at = first - 1; at >= top && isOurs(at) !== false; at--) if (isOurs(at)) first = at;
  const bottom = body ? lineAt(lines, Math.max(body.start, body.end - 1)) : last;
  for (let at = last + 1; at <= bottom && isOurs(at) !== false; at++) if (isOurs(at)) last = at;
  return { start: lines.start(first), end: lines.end(last) };
}

/** Words inside the table that belong neither to a label, nor to a value, nor to the head of the form. */
function foreignIn({ text, lines }: Report, { rows }: Table, region: Span, words: (word: string) => boolean): string[] {
  const known = rows
    .flatMap((row) => (row ? [...row.label, ...row.cells.map(({ span }) => span)] : []))
    .sort((a, b) => a.start - b.start);
  const foreign: string[] = [];
  let next = 0;
  for (const { start, end } of wordsIn(text, region)) {
    while (next < known.length && (known[next] as Span).end <= start) next++;
    const owner = known[next];
    if (owner && owner.start <= start && end <= owner.end) continue;
    if (isPageMark(text, lines.span(lineAt(lines, start)))) continue;
    const folded = fold(text, start, end);
    if (folded === '') continue;
    if ((/[0-9]/.test(folded) && classify(text, start, end) === 'value') || !words(folded))
      foreign.push(text.slice(start, end));
  }
  return foreign;
}

/** What stands between blanks, tags and the signs that part cells. */
function wordsIn(text: string, { start, end }: Span): Span[] {
  const words: Span[] = [];
  let from = -1;
  for (let at = start; at <= end; at++) {
    const behind = at < end ? behindBlank(text, at, end) : at + 1;
    if (behind === at && !PARTING.has(text.charCodeAt(at))) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0) words.push({ start: from, end: at });
    from = -1;
    at = Math.max(at, behind - 1);
  }
  return words;
}

const TAG = newTag();

/** Behind the blank, the entity of a blank or the tag at `at`; `at` itself where none is. */
function behindBlank(text: string, at: number, end: number): number {
  return text.charCodeAt(at) === 0x3c && readTag(text, at, end, TAG) ? TAG.end : skipBlank(text, at, end);
}

const PARTING = new Set([...' \t\r\n\u3000\u00a0|｜│,"'].map((character) => character.charCodeAt(0)));
