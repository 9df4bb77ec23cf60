import fc from 'fast-check';
import { damagedReport, HARMS, type Harm, type HarmVerdict, harmedText, harmOf } from './harm.ts';
import { WITNESSES } from './witness.ts';

/** What came of all reports with so many damages of one kind. */
interface HarmTally {
  reports: number;
  damaged: number;
  /** Reports in which a right number was made wrong, cells made wrong, cells made right. */
  readonly fixAll: [number, number, number];
  readonly preferred: [number, number, number];
  circles: number;
}

const emptyTally = (): HarmTally => ({
  reports: 0,
  damaged: 0,
  fixAll: [0, 0, 0],
  preferred: [0, 0, 0],
  circles: 0,
});

function add(tally: HarmTally, { damaged, fixAll, preferred }: HarmVerdict): void {
  tally.reports += 1;
  tally.damaged += damaged;
  for (const way of ['fixAll', 'preferred'] as const) {
    const { harmed, mended } = { fixAll, preferred }[way];
    tally[way][0] += harmed > 0 ? 1 : 0;
    tally[way][1] += harmed;
    tally[way][2] += mended;
  }
  tally.circles += fixAll.circle || preferred.circle ? 1 : 0;
}

/** The same counted by what spoke beside the tables. */
const byWitness = new Map<string, HarmTally>([...WITNESSES, 'typed'].map((name) => [name, emptyTally()]));

const MOST_DAMAGES = 5;
const DRAWN_TOGETHER = 100;
const MOST_SHOWN = 12;
let shown = 0;

function show(kind: Harm, count: number, seed: number, number: number, { fixAll, preferred }: HarmVerdict): void {
  const bad = { fixAll: fixAll.harmed, preferred: preferred.harmed, circle: fixAll.circle || preferred.circle };
  if (bad.fixAll === 0 && bad.preferred === 0 && !bad.circle) return;
  shown += 1;
  if (shown <= MOST_SHOWN)
    console.error(
      `HARM ${kind} × ${count}: ${JSON.stringify(bad)} — print with --harm 1 ${seed} "${kind}" ${count} ${number}`,
    );
}

/** Draws reports of one kind and number of damages. */
function soakKind(kind: Harm, count: number, reports: number, first: number): HarmTally {
  const tally = emptyTally();
  for (let done = 0, seed = first; done < reports; done += DRAWN_TOGETHER, seed += 1) {
    const cases = fc.sample(damagedReport(kind, count), { seed, numRuns: DRAWN_TOGETHER });
    cases.slice(0, reports - done).forEach((given, number) => {
      const verdict = harmOf(given);
      add(tally, verdict);
      add(byWitness.get(given.witness) ?? emptyTally(), verdict);
      show(kind, count, seed, number, verdict);
    });
  }
  return tally;
}

const HEADS = [
  'damages',
  'reports',
  'cells damaged',
  'fixAll: reports harmed',
  'cells harmed',
  'cells mended',
  'preferred: reports harmed',
  'cells harmed',
  'cells mended',
  'circles',
];

const rowOf = (name: string, { reports, damaged, fixAll, preferred, circles }: HarmTally): string[] => [
  name,
  ...[reports, damaged, ...fixAll, ...preferred, circles].map(String),
];

function sum(tallies: readonly HarmTally[]): HarmTally {
  const all = emptyTally();
  for (const tally of tallies) {
    all.reports += tally.reports;
    all.damaged += tally.damaged;
    all.circles += tally.circles;
    for (const way of ['fixAll', 'preferred'] as const)
      for (const at of [0, 1, 2] as const) all[way][at] += tally[way][at];
  }
  return all;
}

/**
 * Prints what mending did to `reports` random reports over all kinds and numbers of damages; one report alone when its
 * number is given. Sets the exit code when a right number was made wrong by fixAll, or anything went in a circle.
 */
export function soakHarm([reports = '1000', seed = '1', only, count, number]: readonly string[]): void {
  if (number !== undefined) {
    const drawn = fc.sample(damagedReport(only as Harm, Number(count)), {
      seed: Number(seed),
      numRuns: DRAWN_TOGETHER,
    });
    const given = drawn[Number(number)];
    if (given) process.stdout.write(`${harmedText(given)}\n${JSON.stringify(given.changes)}\n`);
    return;
  }
  const kinds = HARMS.filter((kind) => only === undefined || kind === only);
  const each = Math.ceil(Number(reports) / kinds.length / MOST_DAMAGES);
  const tallies = kinds.flatMap((kind, at) =>
    Array.from({ length: MOST_DAMAGES }, (_, index) => {
      const first = Number(seed) + (at * MOST_DAMAGES + index) * 1_000_000;
      return [`${kind} × ${index + 1}`, soakKind(kind, index + 1, each, first)] as const;
    }),
  );
  const all = sum(tallies.map(([, tally]) => tally));
  const rows = [
    HEADS,
    HEADS.map(() => '---'),
    ...tallies.map(([name, tally]) => rowOf(name, tally)),
    ...[...byWitness].map(([name, tally]) => rowOf(name, tally)),
    rowOf('all', all),
  ];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  if (all.fixAll[0] > 0 || all.circles > 0) process.exitCode = 1;
}
