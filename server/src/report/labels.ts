import { fold, withoutOrdinal } from '../text/fold.ts';
import type { RowForm, TableForm } from './forms/form.ts';
import { likeness, pairsOf, sharedPairs } from './likeness.ts';
import type { Fragment } from './rows.ts';

/** Which row of the form a label names, and which of the fragments are the label. */
export interface LabelMatch {
  readonly index: number;
  readonly label: readonly Fragment[];
  /** The fragments before it: group labels, the head of the table, or labels of rows without values. */
  readonly rest: readonly Fragment[];
}

/** Labels this short (其他, 总计) end many other texts: they must fill their fragment. */
const SHORT = 2;
/** A long label may have one or two wrong characters: this much must agree, and clearly more than with any other row. */
const LIKENESS = 0.72;
const MARGIN = 0.15;
const FUZZY_LENGTH = 5;
const BEGINNING_LENGTH = 4;
const BEGINNING_FRAGMENTS = 6;

interface Wording {
  readonly core: string;
  readonly index: number;
}

/**
 * The wordings of a table's row labels, the longest first, and the same by their last character, by their beginning and
 * by each pair of neighbouring characters in them, so that a label is compared with those few that it can be.
 */
interface Wordings {
  readonly all: readonly Wording[];
  readonly byEnd: ReadonlyMap<string, readonly Wording[]>;
  readonly byStart: ReadonlyMap<string, readonly Wording[]>;
  readonly byPair: ReadonlyMap<string, readonly Wording[]>;
  readonly longest: number;
}

const known = new WeakMap<TableForm, Wordings>();

/** All wordings of a table's row labels, folded and without ordinals; made once for each form. */
function wordingsOf(form: TableForm): Wordings {
  let wordings = known.get(form);
  if (!wordings) {
    const all = form.rows.flatMap((row, index) => coresOf(row).map((core) => ({ core, index })));
    all.sort((a, b) => b.core.length - a.core.length);
    const byEnd = groupBy(all, ({ core }) => [core.slice(-1)]);
    const byStart = groupBy(all, ({ core }) => [core.slice(0, BEGINNING_LENGTH)]);
    const byPair = groupBy(all, ({ core }) => pairsOf(core));
    wordings = { all, byEnd, byStart, byPair, longest: all[0]?.core.length ?? 0 };
    known.set(form, wordings);
  }
  return wordings;
}

/** The wordings under each of their keys; as often as a wording has the key. */
function groupBy(all: readonly Wording[], keysOf: (wording: Wording) => string[]): Map<string, Wording[]> {
  const groups = new Map<string, Wording[]>();
  for (const wording of all) {
    for (const key of keysOf(wording)) {
      const group = groups.get(key);
      if (group) group.push(wording);
      else groups.set(key, [wording]);
    }
  }
  return groups;
}

function coresOf(row: RowForm): string[] {
  return [row.label, ...row.aliases].map((label) => withoutOrdinal(fold(label))).filter((core) => core !== '');
}

/** Finds the row whose label the fragments end with; wrapped labels are joined, groups in front are left over. */
export function matchLabel(fragments: readonly Fragment[], form: TableForm): LabelMatch | undefined {
  return (
    matchExact(fragments, form) ??
    matchSingle(fragments, form) ??
    matchBeginning(fragments, form) ??
    matchFuzzy(fragments, form)
  );
}

/** Only the exact wordings; the words in front of the label may be anything. */
export function matchExact(fragments: readonly Fragment[], form: TableForm): LabelMatch | undefined {
  const wording = findTail(fragments, form);
  return wording && take(fragments, wording.core.length, wording.index);
}

function findTail(fragments: readonly Fragment[], form: TableForm): Wording | undefined {
  const { byEnd, longest } = wordingsOf(form);
  let joined = '';
  for (let at = fragments.length - 1; at >= 0 && joined.length < longest; at--) {
    joined = (fragments[at] as Fragment).folded + joined;
  }
  const last = fragments.at(-1);
  return byEnd.get(joined.slice(-1))?.find(({ core }) => {
    if (!joined.endsWith(core)) return false;
    return core.length > SHORT || (last !== undefined && withoutOrdinal(last.folded) === core);
  });
}

/**
 * Labels that stand in the text without a value, such as a row whose blanks were dropped. Here the fragments must be
 * the label and nothing else, and a short one must show its ordinal: 其他 and 总计 are columns too.
 */
export function findBareLabels(fragments: readonly Fragment[], form: TableForm): LabelMatch[] {
  const found: LabelMatch[] = [];
  for (let rest = fragments; rest.length > 0; ) {
    const wording = findTail(rest, form);
    const match = wording && take(rest, wording.core.length, wording.index);
    const folded = match?.label.map((fragment) => fragment.folded).join('') ?? '';
    const whole = wording !== undefined && withoutOrdinal(folded) === wording.core;
    if (match && whole && (wording.core.length > SHORT || wording.core !== folded)) {
      found.push(match);
      rest = match.rest;
    } else rest = rest.slice(0, -1);
  }
  return found;
}

/** A row whose own label is followed by other text (a group label in the wrong column): any fragment alone will do. */
function matchSingle(fragments: readonly Fragment[], form: TableForm): LabelMatch | undefined {
  for (let at = fragments.length - 2; at >= 0 && at >= fragments.length - 3; at--) {
    const fragment = fragments[at] as Fragment;
    const core = withoutOrdinal(fragment.folded);
    const wording = wordingsOf(form).all.find((each) => each.core === core && core.length > SHORT);
    if (wording)
      return { index: wording.index, label: [fragment], rest: fragments.filter((each) => each !== fragment) };
  }
  return undefined;
}

/**
 * A label of which only the beginning stands before the values: abridged (`5.要求行政机关确认`), or wrapped around
 * them (`3.补正后申请内容仍不明` above, `确` below). It must be the beginning of one row alone.
 */
function matchBeginning(fragments: readonly Fragment[], form: TableForm): LabelMatch | undefined {
  for (let used = Math.min(BEGINNING_FRAGMENTS, fragments.length); used > 0; used--) {
    const label = fragments.slice(-used);
    const folded = withoutOrdinal(label.map((fragment) => fragment.folded).join(''));
    if (folded.length < BEGINNING_LENGTH) return undefined;
    const like = wordingsOf(form).byStart.get(folded.slice(0, BEGINNING_LENGTH)) ?? [];
    const rows = new Set(like.flatMap(({ core, index }) => (core.startsWith(folded) ? index : [])));
    const [index] = rows;
    if (index !== undefined && rows.size === 1) return { index, label, rest: fragments.slice(0, -used) };
  }
  return undefined;
}

/** A label with a slip of the pen: bound only when it is much like one row and clearly less like every other. */
function matchFuzzy(fragments: readonly Fragment[], form: TableForm): LabelMatch | undefined {
  let best: { index: number; score: number; used: number } | undefined;
  let second = 0;
  for (let used = 1; used <= Math.min(4, fragments.length); used++) {
    const folded = withoutOrdinal(
      fragments
        .slice(-used)
        .map((fragment) => fragment.folded)
        .join(''),
    );
    if (folded.length < FUZZY_LENGTH || folded.length > 80) continue;
    for (const [{ core, index }, shared] of sharedPairs(folded, wordingsOf(form).byPair)) {
      if (core.length < FUZZY_LENGTH || Math.abs(core.length - folded.length) > 0.4 * core.length) continue;
      const score = likeness(shared, folded.length, core.length);
      if (!best || score > best.score) {
        if (best && best.index !== index) second = Math.max(second, best.score);
        best = { index, score, used };
      } else if (index !== best.index) second = Math.max(second, score);
    }
  }
  if (!best || best.score < LIKENESS || best.score - second < MARGIN) return undefined;
  return { index: best.index, label: fragments.slice(-best.used), rest: fragments.slice(0, -best.used) };
}

/** Splits the fragments where the last `length` folded characters begin; a fragment that is cut belongs to the label. */
function take(fragments: readonly Fragment[], length: number, index: number): LabelMatch {
  let from = fragments.length;
  for (let left = length; left > 0 && from > 0; ) left -= (fragments[--from] as Fragment).folded.length;
  // A fragment of punctuation alone folds to nothing and belongs to the label when it stands inside it.
  return { index, label: fragments.slice(from), rest: fragments.slice(0, from) };
}
