/** What came of the documents that one kind of damage was done to. */
export interface Row {
  documents: number;
  problems: number;
  longest: number;
}

/** A document that has a problem, with all that it takes to make it again. */
export interface Failure {
  readonly seed: number;
  readonly number: number;
  readonly source: string;
  readonly applied: readonly string[];
  readonly problems: readonly string[];
}

/** What came of a run, as plain data that one thread can send to another. */
export interface Tally {
  documents: number;
  /** Those that were read as reports without being called so. */
  reports: number;
  features: number;
  characters: number;
  longestText: number;
  failed: number;
  hung: number;
  /** The longest time of one document in milliseconds, and which it was. */
  longest: { milliseconds: number; number: number; characters: number };
  readonly byMutator: Record<string, Row>;
  readonly bySource: Record<string, number>;
  readonly failures: Failure[];
}

export const emptyTally = (): Tally => ({
  documents: 0,
  reports: 0,
  features: 0,
  characters: 0,
  longestText: 0,
  failed: 0,
  hung: 0,
  longest: { milliseconds: 0, number: 0, characters: 0 },
  byMutator: {},
  bySource: {},
  failures: [],
});

/** More failures than this would bury the table; all are counted. */
export const MOST_KEPT = 40;

/** Adds what another batch gave. */
export function merge(into: Tally, from: Tally): void {
  for (const key of ['documents', 'reports', 'features', 'characters', 'failed', 'hung'] as const)
    into[key] += from[key];
  into.longestText = Math.max(into.longestText, from.longestText);
  if (from.longest.milliseconds > into.longest.milliseconds) into.longest = from.longest;
  for (const [name, row] of Object.entries(from.byMutator)) {
    const own = rowOf(into, name);
    own.documents += row.documents;
    own.problems += row.problems;
    own.longest = Math.max(own.longest, row.longest);
  }
  for (const [name, count] of Object.entries(from.bySource)) into.bySource[name] = (into.bySource[name] ?? 0) + count;
  into.failures.push(...from.failures.slice(0, MOST_KEPT - into.failures.length));
}

export function rowOf(tally: Tally, name: string): Row {
  const row = tally.byMutator[name] ?? { documents: 0, problems: 0, longest: 0 };
  tally.byMutator[name] = row;
  return row;
}
