import { differsFrom } from '../checks/analysis.ts';
import type { Others } from '../checks/finding.ts';
import type { Digest } from '../digest/digest.ts';
import { ReportIndex } from '../digest/report-index.ts';
import { demandsOf, NO_PROJECT } from '../project/project.ts';
import type { CheckSourceOptions } from './check-source.ts';
import type { Checked, Input, Outcome, Source } from './result.ts';

/** Checks sources and gives the outcomes in their order; fewer when the run is interrupted. */
export type CheckAll = (inputs: readonly Input[], options: CheckSourceOptions) => AsyncIterable<Outcome<Checked>>;

/**
 * How many results, findings counted too, are held while reports of the year before may still come. Of what is beyond,
 * only digests are held.
 */
const MOST_HELD = 20_000;

/**
 * Checks all sources, together with what follows from the report of the year before, wherever it lies among them. Each
 * is read once: its result waits until all digests are known and nearly always stands as it is. Checked a second time,
 * with the year before at hand, are those that differ from it, and those that were too many to be held.
 *
 * @param advance is called for each source that was checked for the first time
 */
export async function* checkWithYearBefore(
  inputs: readonly Input[],
  options: CheckSourceOptions,
  check: CheckAll,
  advance: () => void,
  mostHeld = MOST_HELD,
): AsyncGenerator<Outcome<Checked>> {
  const index = new ReportIndex();
  const held: (Outcome<Checked> | undefined)[] = [];
  let room = mostHeld;
  for await (const outcome of check(inputs, options)) {
    const { result } = outcome;
    if (result.kind === 'report') {
      if (result.digest) index.set({ uri: result.source.uri, name: result.source.path }, result.digest);
      room -= 1 + result.report.diagnostics.length;
    }
    held.push(room >= 0 || !canBeMadeAgain(outcome) ? withoutDigest(outcome) : undefined);
    advance();
  }
  const again = toCheckAgain(inputs, held, index, options.drawing);
  const outcomes = check([...again.values()], { ...options, fix: false, digest: false })[Symbol.asyncIterator]();
  for (const [at, first] of held.entries()) {
    held[at] = undefined;
    const second = again.has(at) ? await outcomes.next() : undefined;
    const outcome = second?.done === false ? merged(first, second.value) : first;
    if (outcome) yield outcome;
  }
}

/** What was changed in a file, or is to be passed on, is known only once. */
function canBeMadeAgain({ result, output }: Outcome<Checked>): boolean {
  if (result.kind !== 'report' || !result.digest || output) return false;
  return result.changes.length === 0 && result.failure === undefined;
}

function withoutDigest(outcome: Outcome<Checked>): Outcome<Checked> {
  if (outcome.result.kind !== 'report') return outcome;
  const { digest, ...result } = outcome.result;
  return { ...outcome, result };
}

/** By place among the inputs those whose result is not held or not drawn yet, or differs from the year before. */
function toCheckAgain(
  inputs: readonly Input[],
  held: readonly (Outcome<Checked> | undefined)[],
  index: ReportIndex,
  shown: boolean,
): ReadonlyMap<number, Source> {
  // Of an interrupted run a copy of some report may not be known, so nothing is said of years.
  const complete = held.length === inputs.length;
  const again = new Map<number, Source>();
  for (const [at, outcome] of held.entries()) {
    const source = inputs[at];
    if (!source || 'kind' in source) continue;
    const digest = complete ? index.get(source.uri) : undefined;
    const others = digest && othersOf(source, digest, index);
    const wanted = others && ((shown && others.predecessor) || differs(source, digest, others));
    if (wanted) again.set(at, { ...source, others });
    else if (!outcome || (shown && isUndrawn(outcome))) again.set(at, source);
  }
  return again;
}

const isUndrawn = ({ result }: Outcome<Checked>) => result.kind === 'report' && result.drawing === undefined;

/** The second outcome with what only the first one knows; the first one alone when the file is gone by now. */
function merged(first: Outcome<Checked> | undefined, second: Outcome<Checked>): Outcome<Checked> {
  if (first?.result.kind !== 'report') return first ?? second;
  if (second.result.kind !== 'report') return first;
  const { changes, failure, fixable, diff } = first.result;
  const own = {
    changes,
    ...(failure === undefined ? {} : { failure }),
    ...(fixable === undefined ? {} : { fixable }),
    ...(diff === undefined ? {} : { diff }),
  };
  return { ...first, result: { ...second.result, ...own } };
}

/** The reports that a source is to be compared with. */
export function othersOf({ uri }: Source, digest: Digest, index: ReportIndex): Others {
  return { predecessor: index.predecessorOf(digest, uri), company: index.companyOf(uri) };
}

/** Whether something follows from them. */
export function differs({ project = NO_PROJECT }: Source, digest: Digest, others: Others): boolean {
  return differsFrom(others, digest, demandsOf(project));
}
