import fc from 'fast-check';
import { render } from '../../support/generate/render.ts';
import { KINDS } from '../../support/generate/sentences.ts';
import { type KindTally, kindsCase, measureKinds, newKindTally } from './kinds.ts';

const DRAWN_TOGETHER = 100;
const HEADS = ['kind', 'drawn', 'compared', 'agreed', 'planted', 'found', 'false alarms'];
const MOST_SHOWN = 10;

/**
 * Prints precision and recall by kind of sentence over `reports` random reports: `npm run soak -- --kinds [reports] [seed]
 * [number of one report, to print it]`. Sets the exit code when something drawn was not compared, something planted not
 * found, or anything found that is not wrong.
 */
export function soakKinds([reports = '1000', seed = '1', number]: readonly string[]): void {
  if (number !== undefined) {
    const given = fc.sample(kindsCase, { seed: Number(seed), numRuns: DRAWN_TOGETHER })[Number(number)];
    if (given) process.stdout.write(render(given.numbers, given.layout, given.style).text);
    return;
  }
  const tallies = new Map<string, KindTally>(KINDS.map((kind) => [kind, newKindTally()]));
  let shown = 0;
  for (let done = 0, from = Number(seed); done < Number(reports); done += DRAWN_TOGETHER, from += 1) {
    const cases = fc.sample(kindsCase, { seed: from, numRuns: Math.min(DRAWN_TOGETHER, Number(reports) - done) });
    for (const [at, given] of cases.entries()) {
      measureKinds(given, (kind, counts) => {
        const tally = tallies.get(kind) ?? newKindTally();
        for (const name of Object.keys(counts) as (keyof KindTally)[]) tally[name] += counts[name] ?? 0;
        tallies.set(kind, tally);
        if (isPerfect({ ...newKindTally(), ...counts }) || ++shown > MOST_SHOWN) return;
        console.error(`MISSED ${kind} ${JSON.stringify(counts)}: print with --kinds 1 ${from} ${at}`);
      });
    }
  }
  printTallies([...tallies]);
  if (![...tallies.values()].every(isPerfect)) process.exitCode = 1;
}

const isPerfect = ({ drawn, agreed, planted, found, alarms }: KindTally): boolean =>
  drawn === agreed && planted === found && alarms === 0;

function printTallies(tallies: readonly (readonly [string, KindTally])[]): void {
  const rows = [HEADS, HEADS.map(() => '---'), ...tallies.map(([kind, tally]) => rowOf(kind, tally))];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
}

function rowOf(kind: string, { drawn, compared, agreed, planted, found, alarms }: KindTally): string[] {
  return [kind, ...[drawn, compared, agreed, planted, found, alarms].map(String)];
}
