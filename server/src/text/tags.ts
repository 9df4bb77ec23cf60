import { isSpace } from './characters.ts';
import { CLOSES_TABLE, HAS_TAG, type Lines, marksOf, OPENS_TABLE } from './lines.ts';
import type { Span } from './span.ts';

/** A longer tag is taken for text; nothing is ever looked for further away. */
const LONGEST_TAG = 4000;

/** An HTML tag, from its `<` to behind its `>`. One object is filled again and again while a text is read. */
export interface Tag {
  /** A number for its name in whatever case, with the `/` of a closing tag; `tagName` gives the same. */
  name: number;
  start: number;
  end: number;
}

export function newTag(): Tag {
  return { name: 0, start: 0, end: 0 };
}

/** The number of a name: `td`, `/tr`. No two names that are asked for share one. */
export function tagName(name: string): number {
  let number = 0;
  for (let at = 0; at < name.length; at++) number = (number * 31 + name.charCodeAt(at)) | 0;
  return number;
}

/**
 * Reads the tag at `at` into `tag`; false when the `<` begins none. A tag that is not ended before the next one begins
 * is none, and so no character is looked at again and again; only a comment may hold tags.
 */
export function readTag(text: string, at: number, end: number, tag: Tag): boolean {
  let from = at + 1;
  let name = 0;
  if (text.charCodeAt(from) === 0x2f) name = text.charCodeAt(from++);
  let to = from;
  for (; to < end && to - from < 12; to++) {
    const code = text.charCodeAt(to);
    if (!isLetter(code)) break;
    name = (name * 31 + (code < 0x5b && code > 0x40 ? code + 0x20 : code)) | 0;
  }
  if (to === from && text.charCodeAt(from) !== 0x21) return false;
  const limit = Math.min(end, at + LONGEST_TAG);
  for (let close = to; close < limit; close++) {
    const code = text.charCodeAt(close);
    if (code === 0x3c && (to > from || text.charCodeAt(close + 1) === 0x21)) return false;
    if (code !== 0x3e) continue;
    tag.name = name;
    tag.start = at;
    tag.end = close + 1;
    return true;
  }
  return false;
}

const BLOCK = ['p', 'div', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'table', 'title', 'body', 'section'];
const BLOCKS = new Set([...BLOCK, ...BLOCK.map((name) => `/${name}`)].map(tagName));
const NEXT = newTag();

/**
 * The lines of an HTML text as a browser would show them: cut where a paragraph, heading, row or table begins or ends.
 * Text without closing tags is returned as it is.
 */
export function cutAtBlocks(text: string, lines: Lines): Lines {
  if (!text.includes('</')) return lines;
  const spans: Span[] = [];
  const marks: number[] = [];
  for (let at = 0; at < lines.spans.length; at++) {
    const line = lines.spans[at] as Span;
    const held = lines.marks[at] as number;
    if (held & HAS_TAG) cutLine(text, line, spans, marks);
    else {
      spans.push(line);
      marks.push(held);
    }
  }
  return { spans, marks };
}

const TABLE_TAGS = OPENS_TABLE | CLOSES_TABLE;

/** Adds the pieces of a line with what they hold: one pass, in which only the tags that may begin a piece are read. */
function cutLine(text: string, line: Span, spans: Span[], marks: number[]): void {
  let { start } = line;
  let held = 0;
  /** Where the last comment ends: what stands in it cuts nothing. */
  let behind = start;
  for (let at = start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x3c) {
      held |= marksOf(code);
      continue;
    }
    const first = text.charCodeAt(at + 1);
    if (at >= behind && text.charCodeAt(first === SLASH ? at + 2 : at + 1) === 0x21) {
      if (readTag(text, at, line.end, NEXT)) behind = NEXT.end;
    } else if (at > start && at >= behind && mayCut(text, at, first)) {
      if (readTag(text, at, line.end, NEXT) && BLOCKS.has(NEXT.name)) {
        spans.push({ start, end: at });
        marks.push(held);
        start = at;
        held = 0;
      }
    }
    held |= (marksOf(code) & ~TABLE_TAGS) | tableTag(text, at, first);
  }
  spans.push(start === line.start ? line : { start, end: line.end });
  marks.push(held);
}

/** Whether the tag at `at` may be a block's; most tags of a table are `td` and `/td`, and are not. */
function mayCut(text: string, at: number, first: number): boolean {
  const from = first === SLASH ? at + 2 : at + 1;
  const letter = text.charCodeAt(from) | 0x20;
  if (letter !== LETTER_T) return BLOCK_LETTERS.includes(letter);
  const second = text.charCodeAt(from + 1) | 0x20;
  return second !== 0x64 && second !== 0x68;
}

const SLASH = 0x2f;
const LETTER_T = 0x74;
const BLOCK_LETTERS = [...new Set(BLOCK.map((name) => name.charCodeAt(0)))];

/** What `<table`, `<tr` and `</table` make a line hold, told by two letters. */
function tableTag(text: string, at: number, first: number): number {
  const closes = first === SLASH;
  const from = closes ? at + 2 : at + 1;
  if ((text.charCodeAt(from) | 0x20) !== LETTER_T) return 0;
  const second = text.charCodeAt(from + 1) | 0x20;
  if (second === 0x61) return closes ? CLOSES_TABLE : OPENS_TABLE;
  return second === 0x72 && !closes ? OPENS_TABLE : 0;
}

/** The offset behind the tag that begins at `at`; `at` itself when none does. */
export function skipTag(text: string, at: number, end: number): number {
  return text.charCodeAt(at) === 0x3c && readTag(text, at, end, NEXT) ? NEXT.end : at;
}

/** The offset of the `<` of a tag that ends just before `end`; `end` itself when none does. */
export function tagBefore(text: string, start: number, end: number): number {
  if (end <= start || text.charCodeAt(end - 1) !== 0x3e) return end;
  let open = end - 1;
  while (open > start && text.charCodeAt(open) !== 0x3c) open--;
  return open >= start && readTag(text, open, end, NEXT) && NEXT.end === end ? open : end;
}

/** An entity longer than this is taken for text. */
const LONGEST_ENTITY = 10;
const BLANK_ENTITIES = new Set(['&nbsp;', '&emsp;', '&ensp;', '&thinsp;', '&#160;', '&#12288;', '&#xa0;', '&#x3000;']);

/** The offset behind the blank, line end or blank entity (`&nbsp;`) at `at`; `at` itself when none is there. */
export function skipBlank(text: string, at: number, end: number): number {
  if (isBlankCode(text.charCodeAt(at))) return at + 1;
  if (text.charCodeAt(at) !== 0x26) return at;
  const semicolon = text.slice(at, Math.min(end, at + LONGEST_ENTITY)).indexOf(';');
  const entity = text.slice(at, at + semicolon + 1).toLowerCase();
  return BLANK_ENTITIES.has(entity) ? at + semicolon + 1 : at;
}

/** The offset at which the blank, line end or blank entity before `end` begins; `end` itself when none is there. */
export function blankBefore(text: string, start: number, end: number): number {
  if (end <= start) return end;
  if (isBlankCode(text.charCodeAt(end - 1))) return end - 1;
  if (text.charCodeAt(end - 1) !== 0x3b) return end;
  const ampersand = text.slice(Math.max(start, end - LONGEST_ENTITY), end).lastIndexOf('&');
  const from = Math.max(start, end - LONGEST_ENTITY) + ampersand;
  return ampersand >= 0 && BLANK_ENTITIES.has(text.slice(from, end).toLowerCase()) ? from : end;
}

function isBlankCode(code: number): boolean {
  return code === 0x0a || code === 0x0d || isSpace(code);
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x31 && code <= 0x36);
}
