import { fold, withoutOrdinal } from '../text/fold.ts';
import { pushTo } from '../text/push-to.ts';
import type { RowForm, TableForm } from './forms/form.ts';
import { pairsOf } from './likeness.ts';

/** How many characters of a label must be there at least for its row to be known by its beginning. */
export const BEGINNING_LENGTH = 4;

/** One wording of a row's label, folded and without its ordinal. */
export interface Wording {
  readonly core: string;
  /** Index of its row in the form. */
  readonly index: number;
}

/** A character of a wording, reached from the characters behind it: labels are compared from their ends. */
export interface Ending {
  readonly codes: number[];
  readonly before: Ending[];
  readonly length: number;
  /** The wording that begins here; undefined where none does. */
  wording: Wording | undefined;
}

/**
 * The wordings of a table's row labels, the longest first, and the same by their characters from the last one, by their
 * beginning and by each pair of neighbouring characters in them, so that a label is compared with those few that it can
 * be.
 */
export interface Wordings {
  readonly all: readonly Wording[];
  readonly endings: Ending;
  readonly byStart: ReadonlyMap<string, readonly Wording[]>;
  readonly byPair: ReadonlyMap<string, readonly Wording[]>;
}

const known = new WeakMap<TableForm, Wordings>();

/** Made once for each form. */
export function wordingsOf(form: TableForm): Wordings {
  let wordings = known.get(form);
  if (!wordings) {
    const all = form.rows.flatMap((row, index) => coresOf(row).map((core) => ({ core, index })));
    all.sort((a, b) => b.core.length - a.core.length);
    const byStart = groupBy(all, ({ core }) => [core.slice(0, BEGINNING_LENGTH)]);
    const byPair = groupBy(all, ({ core }) => pairsOf(core));
    wordings = { all, endings: endingsOf(all), byStart, byPair };
    known.set(form, wordings);
  }
  return wordings;
}

function coresOf(row: RowForm): string[] {
  return [row.label, ...row.aliases].map((label) => withoutOrdinal(fold(label))).filter((core) => core !== '');
}

function endingsOf(all: readonly Wording[]): Ending {
  const root: Ending = { codes: [], before: [], length: 0, wording: undefined };
  for (const wording of all) {
    let ending = root;
    for (let at = wording.core.length - 1; at >= 0; at--) ending = stepBack(ending, wording.core.charCodeAt(at));
    // Of two rows with the same wording the first one has it.
    ending.wording ??= wording;
  }
  return root;
}

function stepBack(ending: Ending, code: number): Ending {
  const at = ending.codes.indexOf(code);
  if (at >= 0) return ending.before[at] as Ending;
  const before = { codes: [], before: [], length: ending.length + 1, wording: undefined };
  ending.codes.push(code);
  ending.before.push(before);
  return before;
}

/** The wordings under each of their keys; as often as a wording has the key. */
function groupBy(all: readonly Wording[], keysOf: (wording: Wording) => string[]): Map<string, Wording[]> {
  const groups = new Map<string, Wording[]>();
  for (const wording of all) {
    for (const key of keysOf(wording)) {
      pushTo(groups, key, wording);
    }
  }
  return groups;
}
