import { isSpace } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { skipBlank, skipTag } from '../text/tags.ts';
import { simplified } from '../text/traditional.ts';

/**
 * The visible characters of a stretch of text: without blanks, tags and the signs of Markdown. `characters` is in
 * simplified characters, to be compared; `written` is as it stands in the text; both have the same length.
 */
export interface Visible {
  readonly characters: string;
  readonly written: string;
  /** Where each character stands in the text (UTF-16). */
  readonly offsets: readonly number[];
  /** Whether a blank or a tag stands before each character. */
  readonly gaps: readonly boolean[];
}

/** Reads `text[start, end)`, a line or a part of it. */
export function readVisible(text: string, start: number, end: number): Visible {
  let characters = '';
  let written = '';
  const offsets: number[] = [];
  const gaps: boolean[] = [];
  let gap = false;
  for (let at = start; at < end; at++) {
    const next = skipBlank(text, skipTag(text, at, end), end);
    if (next > at) {
      at = next - 1;
      gap = true;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code < 0x80 && isSign(text, at, code)) continue;
    characters += String.fromCharCode(simplified(code));
    written += text[at];
    offsets.push(at);
    gaps.push(gap);
    gap = false;
  }
  return { characters, written, offsets, gaps };
}

/** A sign of Markdown: `#`, `**`, `__`, a backtick; of reStructuredText: a backslash before a blank. */
function isSign(text: string, at: number, code: number): boolean {
  if (code === 0x23 || code === 0x2a || code === 0x60) return true;
  if (code === 0x5c) return isSpace(text.charCodeAt(at + 1));
  return code === 0x5f && (text.charCodeAt(at - 1) === code || text.charCodeAt(at + 1) === code);
}

/** What a reader sees of a stretch of text, on one line: tags go, and blanks or line ends become one blank. */
export function visibleText(text: string, { start, end }: Span): string {
  let visible = '';
  for (let at = start; at < end; ) {
    const behind = skipTag(text, at, end);
    const next = behind > at ? behind : skipBlank(text, at, end);
    if (next === at) visible += text[at++];
    else {
      if (behind === at && visible !== '' && !visible.endsWith(' ')) visible += ' ';
      at = next;
    }
  }
  return visible.trimEnd();
}

/** A name that was found in the simplified characters, as the text writes it. */
export function writtenAs({ characters, written }: Pick<Visible, 'characters' | 'written'>, name: string): string {
  const at = characters.indexOf(name);
  return at < 0 ? name : written.slice(at, at + name.length);
}
