import type { RowForm } from '../report/forms/form.ts';
import { fold } from '../text/fold.ts';

/**
 * Where a label differs from that of the form: `[from, to)` of what is written stands for `[from, end)` of what is
 * right.
 */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** More than this many characters, or than this part of a label, is another wording. */
const MOST = 3;
const MOST_PART = 0.25;

/**
 * What is lost or changed in a label; undefined where the two are equal, where one is only shorter or longer at an end
 * (a label broken over two lines), where whole words are left out or put in, or too much differs.
 *
 * @param written the label as it stands, folded, without its ordinal
 * @param row the row of the form
 */
export function differenceOf(written: string, { name, words }: RowForm): Difference | undefined {
  const right = fold(name);
  const shorter = Math.min(written.length, right.length);
  let from = 0;
  while (from < shorter && written[from] === right[from]) from++;
  let same = 0;
  while (same < shorter - from && written[written.length - 1 - same] === right[right.length - 1 - same]) same++;
  const [to, end] = [written.length - same, right.length - same];
  const [changed, lost] = [to - from, end - from];
  const most = Math.min(MOST, Math.floor(MOST_PART * right.length));
  if (lost === 0 || changed > lost) return undefined;
  if ((changed === lost ? differing(written, right, from, to) : lost) > most) return undefined;
  if (changed === 0 && (same === 0 || from === 0 || isWhole(words, right, from, end))) return undefined;
  return { from, to, end };
}

/** How many characters differ in two labels of the same length. */
function differing(written: string, right: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (written[at] !== right[at]) count++;
  return count;
}

/**
 * Whether `right[from, end)` consists of whole words of a label. What was left out of `甲乙甲丙` so that 甲丙 is left may be 甲乙
 * or 乙甲: the stretch is moved back as long as the same is left.
 */
function isWhole(words: readonly string[], right: string, from: number, end: number): boolean {
  const starts = new Set([0]);
  let at = 0;
  for (const word of words) {
    at += fold(word).length;
    starts.add(at);
  }
  for (let back = 0; back <= from; back++) {
    if (starts.has(from - back) && starts.has(end - back)) return true;
    if (right[from - back - 1] !== right[end - back - 1]) return false;
  }
  return false;
}
