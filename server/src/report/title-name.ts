import { digitOf } from '../text/characters.ts';
import { isWholeName, joins, nameBehind, subjectOf } from './organ-name.ts';
import { lastYear, withoutYear } from './title-grammar.ts';
import type { Visible } from './visible.ts';

/** Whose report it is and on which year, as far as the words before 政府信息公开 tell. */
export interface Named {
  /** The organ as the text writes it; empty when none is named. */
  readonly agency: string;
  /** The same in simplified characters. */
  readonly name: string;
  readonly year: number | undefined;
  /** Index of the first character that belongs to the name or the year. */
  readonly start: number;
}

const SEPARATORS = new Set(':：>＞›»→/／\\|｜_＿—–-－【】[]〖〗《》〈〉<“”"＂。，；,;!！?？…•◆■▶★※＊·@'.split(''));

/** Words before the subject that no separator and no blank parts. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Whether a separator, not a blank alone, stands behind it. */
  readonly parted: boolean;
}

/** A name with its year and its brackets is shorter. */
const LONGEST = 64;

/**
 * The organ and the year in the `end` characters before 政府信息公开 on a line, with what is known from behind them. Read
 * from the end: what stands before the name (`首页 > 年报 > `, `标题：`, 长者版) is left alone.
 */
export function readName(line: Visible, end: number, known?: Named): Named {
  let named: Named = known ?? { agency: '', name: '', year: undefined, start: end };
  for (const piece of piecesOf(line, end)) {
    const next = prepend(named, line, piece);
    if (!next) break;
    named = next.named;
    if (next.last) break;
  }
  return named;
}

/** The name with one more piece in front of it; undefined when the piece does not belong to it. */
function prepend(named: Named, line: Visible, piece: Piece): { named: Named; last: boolean } | undefined {
  const words = line.characters.slice(piece.start, piece.end);
  const written = named.year === undefined ? lastYear(words) : undefined;
  const rest = withoutRepeated(withoutYear(words, written), named.year ?? written?.year);
  const year = named.year ?? written?.year;
  const from = written ? piece.start + written.start : named.start;
  if (rest === '') return { named: { ...named, year, start: from }, last: false };
  const own = named.name === '' ? nameIn(rest) : joins(rest, named.name) && !piece.parted ? rest : '';
  if (piece.parted && !isWholeName(own)) return undefined;
  if (own === '') return written ? { named: { ...named, year, start: from }, last: true } : undefined;
  const at = words.indexOf(own);
  const agency = at < 0 ? own : line.written.slice(piece.start + at, piece.start + at + own.length);
  const start = Math.min(from, piece.start + Math.max(0, at));
  return { named: { agency: agency + named.agency, name: own + named.name, year, start }, last: own !== rest };
}

/** `2024砚泠市档案局2024年…` says its year twice. */
function withoutRepeated(name: string, year: number | undefined): string {
  const digits = String(year);
  return name.startsWith(digits)
    ? name.slice(name.startsWith('年', digits.length) ? digits.length + 1 : digits.length)
    : name;
}

function nameIn(words: string): string {
  // Its digits are not typed yet, or stand apart.
  const behind = words.endsWith('年度') ? 2 : words.endsWith('年') ? 1 : 0;
  const rest = words.slice(0, words.length - behind);
  const name = nameBehind(rest);
  return name === '' ? (subjectOf(rest) ?? '') : name;
}

/**
 * The pieces of a line before `end` that a name may consist of, the last one first; a line whose letters are set apart is
 * one piece.
 */
function* piecesOf(line: Visible, end: number): Generator<Piece> {
  const least = Math.max(0, end - LONGEST);
  const spaced = isSpaced(line, least, end);
  let parted = false;
  for (let to = end; to > least; ) {
    const separated = SEPARATORS.has(line.characters[to - 1] as string);
    if (separated) {
      parted ||= to < end;
      to--;
      continue;
    }
    let from = to - 1;
    while (from > least && !SEPARATORS.has(line.characters[from - 1] as string) && (spaced || !parts(line, from)))
      from--;
    yield { start: from, end: to, parted };
    parted = false;
    to = from;
  }
}

/** Whether the blank before a character parts words; those around and inside a year do not: `20 24 年 度`. */
function parts({ characters, gaps }: Visible, at: number): boolean {
  if (!gaps[at] || '年度'.includes(characters[at] as string)) return false;
  return digitOf(characters.charCodeAt(at)) < 0 || digitOf(characters.charCodeAt(at - 1)) < 0;
}

/** `砚 泠 市 档 案 局 2 0 2 4 年`: most characters stand alone. */
function isSpaced(line: Visible, start: number, end: number): boolean {
  let gaps = 0;
  for (let at = start + 1; at < end; at++) if (line.gaps[at]) gaps++;
  return end - start > 4 && gaps > (end - start) * 0.6;
}
