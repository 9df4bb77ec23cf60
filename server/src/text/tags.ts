import { isSpace } from './characters.ts';

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

const NEXT = newTag();

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

/** A text without its tags. */
export function withoutTags(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const next = skipTag(text, at, text.length);
    if (next === at) plain += text[at++];
    else at = next;
  }
  return plain;
}

/** The tags of a text, one behind the other. */
export function tagsIn(text: string): string {
  let tags = '';
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const next = skipTag(text, at, text.length);
    tags += text.slice(at, next);
    at = Math.max(next, at + 1);
  }
  return tags;
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
