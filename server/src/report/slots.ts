import type { Token } from '../text/tokens.ts';

/**
 * Where the values of rows begin in a table whose columns are kept apart: the rows that are full vote, so that a blank
 * at the edge of another row keeps its column. Real tables shift, so rows whose label stands in the same column vote
 * for each other first.
 */
export class ColumnVotes {
  private readonly byLabel = new Map<number, Map<number, number>>();
  private readonly overall = new Map<number, number>();

  get empty(): boolean {
    return this.overall.size === 0;
  }

  /** Notes that a full row with its last label in column `label` has its first value in column `start`. */
  add(label: number, start: number): void {
    const votes = this.byLabel.get(label) ?? new Map<number, number>();
    this.byLabel.set(label, votes);
    for (const counts of [votes, this.overall]) counts.set(start, (counts.get(start) ?? 0) + 1);
  }

  /** The one of the possible first columns that most rows use, or undefined when the rows do not decide. */
  choose(label: number, starts: readonly number[]): number | undefined {
    return mostVoted(this.byLabel.get(label), starts) ?? mostVoted(this.overall, starts);
  }
}

function mostVoted(votes: ReadonlyMap<number, number> | undefined, starts: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const start of starts) {
    const count = votes?.get(start) ?? 0;
    if (count > most) [best, most] = [start, count];
    else if (count === most) best = undefined;
  }
  return best;
}

/** The slots from the first value to the last one. */
export function filledPart(slots: readonly Token[]): readonly Token[] {
  const first = slots.findIndex((slot) => slot.kind === 'value');
  const last = slots.findLastIndex((slot) => slot.kind === 'value');
  return first < 0 ? [] : slots.slice(first, last + 1);
}

/**
 * The `width` slots of a row that are its columns, or undefined when that cannot be known. Surplus blanks at the edges
 * are merged or shifted cells; when they could also be blank values, the other rows of the table decide.
 */
export function alignSlots(
  slots: readonly Token[],
  width: number,
  label: number,
  votes: ColumnVotes,
): readonly Token[] | undefined {
  const filled = filledPart(slots);
  if (slots.length < width || filled.length > width) return undefined;
  if (filled.length === width) return filled;
  const offsets = possibleOffsets(slots, width);
  const columns = offsets.map((at) => (slots[at] as Token).column);
  const column = votes.choose(label, columns);
  const offset = column === undefined ? -1 : (offsets[columns.indexOf(column)] as number);
  if (offset >= 0) return slots.slice(offset, offset + width);
  return votes.empty && slots.length === width ? slots : filled.length === 0 ? slots.slice(0, width) : undefined;
}

/** Where `width` slots in a row can begin so that they hold all values. */
function possibleOffsets(slots: readonly Token[], width: number): number[] {
  const first = slots.findIndex((slot) => slot.kind === 'value');
  const last = slots.findLastIndex((slot) => slot.kind === 'value');
  const from = Math.max(0, last + 1 - width);
  const to = Math.min(slots.length - width, first < 0 ? slots.length : first);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
