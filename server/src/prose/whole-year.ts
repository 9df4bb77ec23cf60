import { digitOf } from '../text/characters.ts';
import { codeAt, codeOf, isRangeSign, startsWith, wordCodes } from './approximate.ts';
import type { Paragraph } from './paragraphs.ts';

const JANUARY = codeOf('1');
const DECEMBER = wordCodes('12月');
const MONTH_SIGN = codeOf('月');
const PART = codeOf('份');
const ENDS = wordCodes('底末');

/** Behind the months that are the whole year: `1-12月`, `1月至12月份`, `12月底`; `at` itself where none stand there. */
export function skipWholeYear(paragraph: Paragraph, at: number): number {
  if (codeAt(paragraph, at) !== JANUARY || digitOf(codeAt(paragraph, at - 1)) >= 0) return at;
  const last = skipJanuary(paragraph, at);
  if (!startsWith(paragraph, last, DECEMBER)) return at;
  const end = last + DECEMBER.length;
  const next = codeAt(paragraph, end);
  if (next === PART || ENDS.includes(next)) return end + 1;
  return last > at && digitOf(next) < 0 ? end : at;
}

/** Behind `1-` or `1月至`; `at` itself where no range begins. */
function skipJanuary(paragraph: Paragraph, at: number): number {
  let sign = at + 1;
  if (codeAt(paragraph, sign) === MONTH_SIGN) sign++;
  let end = sign;
  while (isRangeSign(codeAt(paragraph, end))) end++;
  return end > sign ? end : at;
}
