import { isSpace } from '../text/characters.ts';
import { cover, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { readValue } from '../text/value.ts';
import type { RowForm, TableForm } from './forms/form.ts';
import { evaluate } from './identity.ts';

/**
 * Rows with one value too many or too few because the digits of a number came apart or those of two ran together. The
 * sums of the row tell: only a way that is the only one to make them hold counts as found.
 */

/** One value that is two numbers: `40` for `4 0`. */
export interface RunTogether extends Span {
  readonly parts: readonly [string, string];
  /** What parts the values beside it in the same line, as far as that is plain. */
  readonly separator: string | undefined;
}

/** The numbers of the rows that are sure, by row and column; undefined where there is none. */
export type Known = readonly (readonly (number | undefined)[])[];

/**
 * The values of row `index` with `2 0` as one value again; undefined when there is no pair that gives a right sum, or
 * more than one even when the sums of the columns are asked.
 */
export function rejoin(
  text: string,
  values: readonly Token[],
  index: number,
  form: TableForm,
  known: Known = [],
): readonly Token[] | undefined {
  const row = form.rows[index] as RowForm;
  if (values.length !== row.columns.length + 1) return undefined;
  const found: { readonly values: readonly Token[]; readonly failing: number }[] = [];
  const pieces = values.map((value) => textOf(text, value));
  for (let at = 0; at + 1 < values.length; at++) {
    const [first, second] = [values[at] as Token, values[at + 1] as Token];
    if (!isApart(text, first, second)) continue;
    const joined: Token = { ...first, ...cover([first, second]) };
    const after = [...pieces.slice(0, at), `${pieces[at]}${pieces[at + 1]}`, ...pieces.slice(at + 2)];
    if (!addsUp(after, form)) continue;
    const failing = countFailing(form, index, after.map(countIn), known);
    found.push({ values: [...values.slice(0, at), joined, ...values.slice(at + 2)], failing });
  }
  const fewest = Math.min(...found.map(({ failing }) => failing));
  const best = found.filter(({ failing }) => failing === fewest);
  return best.length === 1 ? best[0]?.values : undefined;
}

/** How many sums of columns would fail with these numbers in row `index`. */
function countFailing(form: TableForm, index: number, row: readonly (number | undefined)[], known: Known): number {
  const columns = form.identities.filter(({ along }) => along === 'column');
  let failing = 0;
  for (let column = 0; column < row.length; column++) {
    const numbers = form.rows.map((_, at) => (at === index ? row : known[at])?.[column] ?? Number.NaN);
    for (const identity of columns) {
      const { difference } = evaluate(identity, numbers);
      if (difference < 0 || difference > 0) failing++;
    }
  }
  return failing;
}

/** The value of a row that is two numbers; undefined when no cut, or more than one, gives a right sum. */
export function findRunTogether(
  text: string,
  values: readonly Token[],
  row: RowForm,
  form: TableForm,
): RunTogether | undefined {
  if (values.length !== row.columns.length - 1) return undefined;
  const pieces = values.map((value) => textOf(text, value));
  const found: RunTogether[] = [];
  for (const [at, { start, end }] of values.entries()) {
    const piece = pieces[at] as string;
    for (let cut = 1; cut < Math.min(piece.length, LONGEST); cut++) {
      const parts = [piece.slice(0, cut), piece.slice(cut)] as const;
      if (!parts.every(isPlain)) continue;
      if (addsUp([...pieces.slice(0, at), ...parts, ...pieces.slice(at + 1)], form)) {
        found.push({ start, end, parts, separator: separatorAt(text, values, at) });
      }
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** What stands between a value and its neighbour, when that is a few characters of one line. */
function separatorAt(text: string, values: readonly Token[], at: number): string | undefined {
  const [first, second] = at > 0 ? [values[at - 1], values[at]] : [values[at], values[at + 1]];
  const between = first && second ? text.slice(first.end, Math.min(second.start, first.end + WIDEST_GAP + 1)) : '';
  return between === '' || between.length > WIDEST_GAP || /[\r\n]/.test(between) ? undefined : between;
}

const WIDEST_GAP = 20;

/** Two counts of this size are no longer than this. */
const LONGEST = 16;

/** Digits with blanks or line ends alone between them, of which the first does not begin with 0. */
function isApart(text: string, first: Span, second: Span): boolean {
  for (let at = first.end; at < second.start; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d && !isSpace(code)) return false;
  }
  const digits = textOf(text, first);
  return isPlain(digits) && countIn(digits) !== 0 && isDigits(textOf(text, second));
}

/** A number as people write it: digits alone, no 0 in front. */
function isPlain(digits: string): boolean {
  return isDigits(digits) && (digits.length === 1 || countIn(digits.slice(0, 1)) !== 0);
}

function isDigits(text: string): boolean {
  return /^[0-9０-９]{1,15}$/.test(text);
}

function countIn(digits: string): number | undefined {
  const reading = readValue(digits, 0, digits.length, 'count');
  return reading.kind === 'number' ? reading.value : undefined;
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether the sums of the row hold, and at least one of them can be judged at all. */
function addsUp(pieces: readonly string[], form: TableForm): boolean {
  const values = pieces.map((piece) => countIn(piece) ?? Number.NaN);
  const differences = form.identities
    .filter(({ along }) => along === 'row')
    .map((identity) => evaluate(identity, values).difference);
  return differences.some((each) => each === 0) && differences.every((each) => each === 0 || Number.isNaN(each));
}
