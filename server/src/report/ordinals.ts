import { halfWidth, isSpace, skipSpaces } from '../text/characters.ts';
import { CHINESE_ORDINALS } from '../text/chinese-numerals.ts';
import type { Span } from '../text/span.ts';

/**
 * The numbering in front of a heading with its mark and the blanks behind it (`六、`, `6、 `, `、`, `第六部分 `, `（六）`);
 * an empty span when there is none, undefined when the brackets hold none.
 */
export function readOrdinal(text: string, start: number, end: number): Span | undefined {
  let at = start;
  const bracket = halfWidth(text.charCodeAt(at)) === 0x28;
  const part = text[at] === '第';
  if (bracket || part) at++;
  const numeral = at;
  while (at < end && at - numeral < 4 && isNumeral(text, at)) at++;
  const numbered = at > numeral;
  if (bracket) {
    const closed = numbered && halfWidth(text.charCodeAt(at)) === 0x29;
    return closed ? { start, end: skipOrdinalMark(text, at + 1, end) } : undefined;
  }
  if (part) {
    return numbered && text.startsWith('部分', at) ? { start, end: skipOrdinalMark(text, at + 2, end) } : undefined;
  }
  at = skipSpaces(text, at, end);
  if ('、.．，,'.includes(text[at] as string)) return { start, end: skipSpaces(text, at + 1, end) };
  if (!numbered) return { start, end: start };
  // `一 总体情况`: a numeral set apart by a blank alone.
  return at > start && isSpace(text.charCodeAt(at - 1)) ? { start, end: at } : { start, end: start };
}

/** Behind the blanks and the one mark that may follow `（六）` or `第六部分`: `第六部分：`, `（六）、`. */
function skipOrdinalMark(text: string, start: number, end: number): number {
  const at = skipSpaces(text, start, end);
  return at < end && '、.．，,：:'.includes(text[at] as string) ? skipSpaces(text, at + 1, end) : at;
}

function isNumeral(text: string, at: number): boolean {
  const code = halfWidth(text.charCodeAt(at));
  const roman = code >= 0x2160 && code <= 0x217f;
  return roman || (code >= 0x30 && code <= 0x39) || CHINESE_ORDINALS.includes(text[at] as string);
}
