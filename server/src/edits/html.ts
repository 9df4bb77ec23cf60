import { blankBefore, newTag, readTag, skipBlank, tagBefore, tagName } from '../text/tags.ts';

/** Places between the blocks of an HTML text, where a block can be put in. */

const INLINE = new Set(['b', 'strong', 'span', 'font', 'a', 'em', 'i', 'u'].map((name) => tagName(`/${name}`)));
const CELLS = new Set(['td', 'th', 'tr', 'li'].map((name) => tagName(`/${name}`)));

/**
 * The offset (UTF-16) behind the paragraph or heading that ends at `from`; undefined where more than closing tags
 * stands before its end, or where that is a cell.
 */
export function behindBlock(text: string, from: number): number | undefined {
  const tag = newTag();
  for (let at = from; at < text.length; ) {
    const behind = skipBlank(text, at, text.length);
    if (behind > at) {
      at = behind;
      continue;
    }
    if (text[at + 1] !== '/' || !readTag(text, at, text.length, tag)) return undefined;
    at = tag.end;
    if (!INLINE.has(tag.name)) return CELLS.has(tag.name) ? undefined : at;
  }
  return undefined;
}

/**
 * The offset (UTF-16) behind the last block that ends in `[start, end)`: what follows it are blanks and tags that open
 * something else. Undefined where the last thing is no block that was closed.
 */
export function behindLastBlock(text: string, start: number, end: number): number | undefined {
  for (let at = end; at > start; ) {
    const blank = blankBefore(text, start, at);
    if (blank < at) {
      at = blank;
      continue;
    }
    const open = tagBefore(text, start, at);
    if (open === at) return undefined;
    if (text[open + 1] === '/') return at;
    at = open;
  }
  return undefined;
}
