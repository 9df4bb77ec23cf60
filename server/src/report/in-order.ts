import { hasLineEnd } from '../text/line-ends.ts';
import { type Tokens, VALUE } from '../text/tokens.ts';
import type { TableForm } from './forms/form.ts';
import { type LabelMatch, matchExact, matchLabel } from './labels.ts';
import type { Binding } from './match.ts';
import type { RawRow, RawRows, Source } from './rows.ts';

/** Of the rows of a table, at least one in so many must stand beside its label. */
const LABELLED = 3;

/** The values between two pieces of label text, and the text before them. */
interface Group {
  readonly labels: readonly number[];
  readonly slots: readonly number[];
}

/**
 * Rows of values that stand in the order of the form although their labels stand above, below or around them, as in
 * text that a tool took out of a PDF line by line. There must be exactly one row of values for each row of the form,
 * each as wide as its row, and no label that speaks against it.
 */
export function bindInOrder(source: Source, raws: RawRows, form: TableForm): Binding | undefined {
  if (form.rows.length < 2) return undefined;
  const groups = [raws.all().filter(({ values }) => values > 0), mergedGroups(raws.all())].find((each) =>
    fits(source.tokens, each, form),
  );
  if (!groups) return undefined;
  if (groups.some((group, row) => isOtherRow(source, group, form, row))) return undefined;
  const matches = groups.map(({ labels }) => (labels.length > 0 ? matchExact(source, labels, form) : undefined));
  const beside = isBeside(matches, 0);
  if (!beside && !isBeside(matches, -1) && !isBelowLabels(matches, groups)) return undefined;
  const bound = groups.map(({ labels, slots }, row) => {
    const found = beside ? matches[row] : undefined;
    return [row, { match: found ?? { row, score: 1, label: [], rest: labels }, slots }] as const;
  });
  return { bound: new Map(bound), unknown: [], orphans: 0 };
}

/** Whether text stands in the same row or line before the values that is no label of this row. */
function isOtherRow(source: Source, { labels, slots }: Group, form: TableForm, row: number): boolean {
  const { text, tokens } = source;
  let next = slots[0] as number;
  const inRows = (tokens.columns[next] as number) >= 0;
  let from = labels.length;
  for (; from > 0; from--) {
    const piece = labels[from - 1] as number;
    if (!inRows && hasLineEnd(text, tokens.ends[piece] as number, tokens.starts[next] as number)) break;
    next = piece;
  }
  return from < labels.length && matchLabel(source, labels.slice(from), form)?.row !== row;
}

/** Values one a line are those of one row until the next text. */
function mergedGroups(raws: readonly RawRow[]): Group[] {
  const groups: { labels: readonly number[]; slots: number[] }[] = [];
  for (const { labels, slots, values } of raws) {
    const last = groups.at(-1);
    if (values === 0) continue;
    if (labels.length === 0 && last) for (const slot of slots) last.slots.push(slot);
    else groups.push({ labels, slots: [...slots] });
  }
  return groups;
}

function fits({ kinds }: Tokens, groups: readonly Group[], { rows }: TableForm): boolean {
  if (groups.length !== rows.length) return false;
  return groups.every(
    ({ slots }, at) => slots.length === rows[at]?.columns.length && slots.every((slot) => kinds[slot] === VALUE),
  );
}

/** Whether all labels that were recognised are those of the rows beside them, or of the rows `shift` further down. */
function isBeside(matches: readonly (LabelMatch | undefined)[], shift: number): boolean {
  const known = matches.filter((match) => match !== undefined).length;
  return known * LABELLED >= matches.length && matches.every((match, at) => !match || match.row === at + shift);
}

/** All labels come first, and behind the last one all values. */
function isBelowLabels(matches: readonly (LabelMatch | undefined)[], groups: readonly Group[]): boolean {
  return matches[0]?.row === matches.length - 1 && groups.slice(1).every(({ labels }) => labels.length === 0);
}
