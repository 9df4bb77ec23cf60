/**
 * Where the values of rows begin in a table whose columns are kept apart: the rows that are full vote, so that a blank
 * at the edge of another row keeps its column. Real tables shift, so rows whose label stands in the same column vote
 * for each other first.
 */
export class ColumnVotes {
  private readonly byLabel = new Map<number, Map<number, number>>();
  private readonly overall = new Map<number, number>();

  private readonly steps = new Set<number>();

  get empty(): boolean {
    return this.overall.size === 0;
  }

  /** Notes that a full row with its last label in column `label` has its first value in column `start`. */
  add(label: number, start: number): void {
    const votes = this.byLabel.get(label) ?? new Map<number, number>();
    this.byLabel.set(label, votes);
    this.steps.add(start - label);
    for (const counts of [votes, this.overall]) counts.set(start, (counts.get(start) ?? 0) + 1);
  }

  /** Whether every full row begins its values this many columns behind its label: merged cells left none between. */
  isOnlyStep(columns: number): boolean {
    return this.steps.size === 1 && this.steps.has(columns);
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
