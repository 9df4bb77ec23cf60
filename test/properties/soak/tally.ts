import { MOST_OFFERED } from '../../../server/src/features/fixes.ts';
import type { Verdict } from './verdict.ts';

/** The figures of one layout. */
export interface Tally {
  reports: number;
  /** Reports that were not taken for one, or that made the engine throw. */
  failed: number;
  readRight: number;
  /** Findings on consistent reports, by severity and code. */
  readonly alarms: Map<string, number>;
  exact: number;
  faultsIn3: number;
  suspectsRight: number;
  restored: number;
  unique: number;
  /** Unique pairs that are certain: two equal errors that meet in two ways, one of them impossible, are not. */
  certain: number;
  pairsRestored: number;
  ambiguous: number;
  /** Of these: all smallest corrections are quick fixes; there are more of them than are offered. */
  offered: number;
  tooMany: number;
  missed: number;
  milliseconds: number;
}

export const emptyTally = (): Tally => ({
  reports: 0,
  failed: 0,
  readRight: 0,
  alarms: new Map(),
  exact: 0,
  faultsIn3: 0,
  suspectsRight: 0,
  restored: 0,
  unique: 0,
  certain: 0,
  pairsRestored: 0,
  ambiguous: 0,
  offered: 0,
  tooMany: 0,
  missed: 0,
  milliseconds: 0,
});

const none = (problems: readonly string[] | undefined): number => (problems?.length === 0 ? 1 : 0);

/** Counts what came of one case: a verdict, or the words of what was thrown. */
export function add(tally: Tally, verdict: Verdict | string): void {
  tally.reports += 1;
  if (typeof verdict === 'string') {
    tally.failed += 1;
    return;
  }
  tally.readRight += none(verdict.misread);
  for (const alarm of verdict.alarms) tally.alarms.set(alarm, (tally.alarms.get(alarm) ?? 0) + 1);
  tally.exact += none(verdict.notExact);
  tally.faultsIn3 += verdict.suspectWrong === undefined ? 0 : 1;
  tally.suspectsRight += none(verdict.suspectWrong);
  tally.restored += none(verdict.notRestored);
  tally[verdict.pair] += 1;
  tally.certain += verdict.pairNotRestored === undefined ? 0 : 1;
  tally.pairsRestored += none(verdict.pairNotRestored);
  if (verdict.pair !== 'ambiguous') return;
  const tooMany = verdict.choices > MOST_OFFERED;
  tally.tooMany += Number(tooMany);
  tally.offered += tooMany ? 0 : none(verdict.notOffered);
}

const HEADS = [
  'layout',
  'reports',
  'not read',
  'cells right',
  'false alarms',
  'faults exact',
  'in table 3',
  'suspects right',
  'restored',
  'pairs unique',
  'certain',
  'restored',
  'ambiguous',
  'all offered',
  `over ${MOST_OFFERED}`,
  'missed',
  'reports/s',
];

function rowOf([layout, tally]: readonly [string, Tally]): string[] {
  const alarms = [...tally.alarms.values()].reduce((sum, count) => sum + count, 0);
  const perSecond = Math.round((1000 * tally.reports) / Math.max(1, tally.milliseconds));
  return [
    layout,
    ...[tally.reports, tally.failed, tally.readRight, alarms, tally.exact, tally.faultsIn3].map(String),
    ...[tally.suspectsRight, tally.restored, tally.unique, tally.certain, tally.pairsRestored, tally.ambiguous].map(
      String,
    ),
    ...[tally.offered, tally.tooMany, tally.missed, perSecond].map(String),
  ];
}

/** All layouts together: every figure is the sum of theirs. */
function total(tallies: readonly Tally[]): Tally {
  const all = emptyTally();
  for (const tally of tallies) {
    for (const key of Object.keys(all) as (keyof Tally)[]) {
      if (key !== 'alarms') all[key] += tally[key];
    }
    for (const [alarm, count] of tally.alarms) all.alarms.set(alarm, (all.alarms.get(alarm) ?? 0) + count);
  }
  return all;
}

/** Prints a row for each layout, one for all of them, and what the false alarms were. */
export function print(tallies: readonly (readonly [string, Tally])[]): void {
  const all = total(tallies.map(([, tally]) => tally));
  const rows = [HEADS, HEADS.map(() => '---'), ...tallies.map(rowOf), rowOf(['all', all])];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  for (const [alarm, count] of all.alarms) console.log(`${count} × ${alarm}`);
}
