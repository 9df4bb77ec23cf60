import { ENTITY, entityBefore, FOLDED, withoutOrdinal } from '../text/fold.ts';
import type { TableForm } from './forms/form.ts';
import { fillsCell, isOrdinalPiece, onlyOrdinals } from './label-pieces.ts';
import { likeness, sharedPairs } from './likeness.ts';
import { foldedLabel, labelStart, type Source } from './rows.ts';
import { BEGINNING_LENGTH, type Ending, type Wording, wordingsOf } from './wordings.ts';

/** Which row of the form a label names, and which pieces of label text (tokens) are the label. */
export interface LabelMatch {
  /** Index of the row in the form. */
  readonly row: number;
  /** How surely: 1 for a wording that the form knows, less with other words in front, for a part, or with a slip of the pen. */
  readonly score: number;
  readonly label: readonly number[];
  /** The pieces before it: group labels, the head of the table, or labels of rows without values. */
  readonly rest: readonly number[];
}

/** Finds the row that some pieces of label text name, in one way; undefined when they name none in this way. */
type LabelMatcher = (source: Source, pieces: readonly number[], form: TableForm) => LabelMatch | undefined;

/** Labels this short (其他, 总计) end many other texts: they must fill their piece, or all pieces of a cell. */
export const SHORT = 2;
/** A long label may have one or two wrong characters: this much must agree, and clearly more than with any other row. */
const LIKENESS = 0.72;
const MARGIN = 0.15;
const FUZZY_LENGTH = 5;
const LONGEST_FUZZY = 80;
const FUZZY_PIECES = 4;
const BEGINNING_PIECES = 6;

/** Finds the row whose label the pieces end with; wrapped labels are joined, groups in front are left over. */
export const matchLabel: LabelMatcher = (source, pieces, form) => {
  for (const matcher of MATCHERS) {
    const match = matcher(source, pieces, form);
    if (match) return match;
  }
  return undefined;
};

/** Only the exact wordings; the words in front of the label may be anything. */
export const matchExact: LabelMatcher = (source, pieces, form) => {
  let ending = wordingsOf(form).endings;
  let found: Wording | undefined;
  let from = 0;
  let alone = false;
  let end = -1;
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] as number;
    const start = labelStart(source, piece);
    for (let to = source.tokens.ends[piece] as number; to > start; to--) {
      const code = source.text.charCodeAt(to - 1);
      const folded = FOLDED[code] as number;
      if (folded === 0 || folded === ENTITY) {
        if (code === 0x3b) to = entityBefore(source.text, to - 1, start) + 1;
        continue;
      }
      const { codes } = ending;
      let next = 0;
      while (next < codes.length && codes[next] !== folded) next++;
      if (next === codes.length) return found && matched(source, found, alone, pieces, from, end);
      ending = ending.before[next] as Ending;
      if (end < 0) end = at + 1;
      if (!ending.wording) continue;
      const fills = onlyOrdinals(source.text, start, to - 1);
      if (ending.length <= SHORT && !(fills && fillsCell(source, pieces, at))) continue;
      found = ending.wording;
      alone = fills;
      from = at;
    }
  }
  return found && matched(source, found, alone, pieces, from, end);
};

const NONE: readonly number[] = [];
const WITH_OTHERS = 0.95;

function matched(
  source: Source,
  { index }: Wording,
  alone: boolean,
  pieces: readonly number[],
  from: number,
  end: number,
): LabelMatch {
  const { columns } = source.tokens;
  // Signs behind the label are a part of it, but not in a cell of their own: `？` stands for a value.
  const last = columns[pieces[end - 1] as number] as number;
  // So does an ordinal in a tag of its own before it: `<b>3.</b>其他`.
  let begin = from;
  while (
    alone &&
    begin > 0 &&
    last >= 0 &&
    columns[pieces[begin - 1] as number] === last &&
    isOrdinalPiece(source, pieces[begin - 1] as number)
  )
    begin--;
  let to = end;
  while (to < pieces.length && (last < 0 || columns[pieces[to] as number] === last)) to++;
  const whole = begin === 0 && to === pieces.length;
  return {
    row: index,
    score: alone ? 1 : WITH_OTHERS,
    label: whole ? pieces : pieces.slice(begin, to),
    rest: whole ? NONE : pieces.slice(0, begin),
  };
}

/**
 * Labels that stand in the text without a value, such as a row whose blanks were dropped. Here the pieces must be the
 * label and nothing else, and a short one must show its ordinal: 其他 and 总计 are columns too.
 */
export function findBareLabels(source: Source, pieces: readonly number[], form: TableForm): LabelMatch[] {
  const found: LabelMatch[] = [];
  for (let rest = pieces; rest.length > 0; ) {
    const match = matchExact(source, rest, form);
    const folded = match?.label.map((piece) => foldedLabel(source, piece)).join('') ?? '';
    const core = withoutOrdinal(folded);
    const whole = match && wordingsOf(form).all.some((wording) => wording.core === core && wording.index === match.row);
    const sure = core.length > SHORT || core !== folded || form.rows[match?.row ?? 0]?.ordinal === '';
    if (match && whole && sure) {
      found.push(match);
      rest = match.rest;
    } else rest = rest.slice(0, -1);
  }
  return found;
}

/** A row whose own label is followed by other text (a group label in the wrong column): any piece alone will do. */
const matchSingle: LabelMatcher = (source, pieces, form) => {
  for (let at = pieces.length - 2; at >= 0 && at >= pieces.length - 3; at--) {
    const piece = pieces[at] as number;
    const core = withoutOrdinal(foldedLabel(source, piece));
    const wording = core.length > SHORT ? wordingsOf(form).all.find((each) => each.core === core) : undefined;
    if (wording) {
      return { row: wording.index, score: 0.9, label: [piece], rest: pieces.filter((each) => each !== piece) };
    }
  }
  return undefined;
};

/**
 * A label of which only the beginning stands before the values: abridged (`5.要求行政机关确认`), or wrapped around
 * them (`3.补正后申请内容仍不明` above, `确` below). It must be the beginning of one row alone.
 */
const matchBeginning: LabelMatcher = (source, pieces, form) => {
  const folded = pieces.slice(-BEGINNING_PIECES).map((piece) => foldedLabel(source, piece));
  for (let used = folded.length; used > 0; used--) {
    const beginning = withoutOrdinal(folded.slice(-used).join(''));
    if (beginning.length < BEGINNING_LENGTH) return undefined;
    const like = wordingsOf(form).byStart.get(beginning.slice(0, BEGINNING_LENGTH)) ?? [];
    const rows = new Set(like.flatMap(({ core, index }) => (core.startsWith(beginning) ? index : [])));
    const [row] = rows;
    if (row !== undefined && rows.size === 1) {
      return { row, score: 0.8, label: pieces.slice(-used), rest: pieces.slice(0, -used) };
    }
  }
  return undefined;
};

/** A label with a slip of the pen: bound only when it is much like one row and clearly less like every other. */
const matchFuzzy: LabelMatcher = (source, pieces, form) => {
  const folded = pieces.slice(-FUZZY_PIECES).map((piece) => foldedLabel(source, piece));
  let best: { row: number; score: number; used: number } | undefined;
  let second = 0;
  for (let used = 1; used <= folded.length; used++) {
    const label = withoutOrdinal(folded.slice(-used).join(''));
    if (label.length < FUZZY_LENGTH || label.length > LONGEST_FUZZY) continue;
    for (const [{ core, index }, shared] of sharedPairs(label, wordingsOf(form).byPair)) {
      if (core.length < FUZZY_LENGTH || Math.abs(core.length - label.length) > 0.4 * core.length) continue;
      const score = likeness(shared, label.length, core.length);
      if (!best || score > best.score) {
        if (best && best.row !== index) second = Math.max(second, best.score);
        best = { row: index, score, used };
      } else if (index !== best.row) second = Math.max(second, score);
    }
  }
  if (!best || best.score < LIKENESS || best.score - second < MARGIN) return undefined;
  const { row, score, used } = best;
  return { row, score, label: pieces.slice(-used), rest: pieces.slice(0, -used) };
};

/** The surest first. */
const MATCHERS: readonly LabelMatcher[] = [matchExact, matchSingle, matchBeginning, matchFuzzy];
