/**
 * The properties of layouts.test.ts over as many random reports as wanted:
 * `npm run soak -- [reports per layout] [seed] [layout] [number of one report, to print it]`; and what mending does to
 * damaged reports: `npm run soak -- --harm [reports] [seed] [kind] [damages] [number of one report, to print it]`; and
 * what is read of each kind of sentence: `npm run soak -- --kinds [reports] [seed] [number of one report, to print it]`; and
 * files of office suites: `npm run soak -- --office [reports of each kind] [seed] [damaged files]`.
 */
import fc from 'fast-check';
import { LAYOUTS, type Layout, plainStyle, type Style } from '../../support/generate/render.ts';
import { soakHarm } from './harm-soak.ts';
import { soakKinds } from './kinds-soak.ts';
import { add, emptyTally, print, type Tally } from './tally.ts';
import { type Case, caseIn, renderCase, type Verdict, verdictOf } from './verdict.ts';

/** Reports that are drawn from one seed; a failing one is found again by this seed and its number. */
const DRAWN_TOGETHER = 100;

/** More failures than this would bury the table. */
const MOST_SHOWN = 10;

const problemsOf = (verdict: Verdict): string[] => [
  ...verdict.misread,
  ...verdict.alarms,
  ...verdict.notExact,
  ...(verdict.suspectWrong ?? []),
  ...(verdict.notRestored ?? []),
  ...(verdict.pair === 'missed' ? ['the two wrong cells are not among the corrections'] : []),
  ...(verdict.pairNotRestored ?? []),
  ...verdict.notOffered,
];

function tryVerdict(given: Case): Verdict | string {
  try {
    return verdictOf(given);
  } catch (error) {
    return String(error);
  }
}

/** What a style has that the plain one has not. */
function unlikePlain(style: Style): Record<string, unknown> {
  const plain: Record<string, unknown> = { ...plainStyle };
  return Object.fromEntries(
    Object.entries(style).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(plain[key])),
  );
}

let shown = 0;

function show(given: Case, seed: number, number: number, problems: readonly string[]): void {
  shown += 1;
  if (shown > MOST_SHOWN) return;
  console.log(`FAIL ${given.layout}: replay with ${DRAWN_TOGETHER} ${seed} ${given.layout} ${number}`);
  console.log(`  ${problems.slice(0, 4).join('; ')}${problems.length > 4 ? `; … ${problems.length}` : ''}`);
  console.log(`  one: ${JSON.stringify(given.fault)} two: ${JSON.stringify(given.pair)}`);
  console.log(`  style: ${JSON.stringify(unlikePlain(given.style))}`);
}

function soak(layout: Layout, count: number, first: number): Tally {
  const tally = emptyTally();
  for (let done = 0, seed = first; done < count; done += DRAWN_TOGETHER, seed += 1) {
    const cases = fc.sample(caseIn(layout), { seed, numRuns: Math.min(DRAWN_TOGETHER, count - done) });
    const start = performance.now();
    cases.forEach((given, number) => {
      const verdict = tryVerdict(given);
      add(tally, verdict);
      const problems = typeof verdict === 'string' ? [verdict] : problemsOf(verdict);
      if (problems.length > 0) show(given, seed, number, problems);
    });
    tally.milliseconds += performance.now() - start;
  }
  console.error(`${layout}: ${tally.reports} reports in ${Math.round(tally.milliseconds / 1000)} s`);
  return tally;
}

const [count = '2000', seed = '1', only, number] = process.argv.slice(2);

if (count === '--harm') {
  soakHarm(process.argv.slice(3));
} else if (count === '--kinds') {
  soakKinds(process.argv.slice(3));
} else if (count === '--office') {
  // Loaded for this alone: what reads PDF is larger than all the rest.
  import('./office-soak.ts').then(({ soakOffice }) => soakOffice(process.argv.slice(3)));
} else if (number !== undefined) {
  const given = fc.sample(caseIn(only as Layout), { seed: Number(seed), numRuns: DRAWN_TOGETHER })[Number(number)];
  if (given !== undefined) process.stdout.write(renderCase(given).text);
} else {
  const layouts = LAYOUTS.filter((layout) => only === undefined || layout === only);
  // Each layout has seeds of its own, so that no two of them are tried with the same numbers.
  const first = (layout: Layout) => Number(seed) + (only === undefined ? LAYOUTS.indexOf(layout) * 1_000_000 : 0);
  const tallies = layouts.map((layout) => [layout, soak(layout, Number(count), first(layout))] as const);
  print(tallies);
  if (shown > 0) process.exitCode = 1;
}
