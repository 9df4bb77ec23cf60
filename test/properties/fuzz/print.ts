import { FEATURES_EACH } from './examine.ts';
import type { Growth } from './growth.ts';
import type { Failure, Tally } from './tally.ts';

function table(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [heads, heads.map(() => '---'), ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
}

const milliseconds = (time: number): string => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

/** How a document is made again: its text goes to standard output, its problems to standard error. */
const replay = (seed: number, number: number): string => `npm run --silent fuzz -- --replay ${seed} ${number}`;

export function printFailures(failures: readonly Failure[]): void {
  for (const { seed, number, source, applied, problems } of failures) {
    console.log(`FAIL ${source}: ${applied.join(', ')}\n  replay: ${replay(seed, number)}`);
    for (const problem of problems) console.log(`  ${problem}`);
  }
}

/** What came of all documents, by the kind of damage. */
export function printDocuments(tally: Tally, seed: number, seconds: number): void {
  const rows = Object.entries(tally.byMutator).sort(([a], [b]) => (a < b ? -1 : 1));
  const { documents, reports, characters, longestText, longest, failed, features, hung } = tally;
  table(
    ['damage (a document has one to five)', 'documents', 'with problems', 'longest'],
    [
      ...rows.map(([name, row]) => [name, String(row.documents), String(row.problems), milliseconds(row.longest)]),
      ['all', String(documents), String(failed), milliseconds(longest.milliseconds)],
    ],
  );
  const sources = Object.entries(tally.bySource).map(([name, count]) => `${name} ${count}`);
  console.log(`\nmade of: ${sources.join(', ')}`);
  console.log(
    `${reports} of ${documents} read like a report; mean length ${Math.round(characters / documents)} characters, longest ${longestText}`,
  );
  console.log(
    `read and judged with and without the language mode: each; hovers, fixes, outline, folding, explanation, messages: every ${FEATURES_EACH}th, ${features}`,
  );
  console.log(
    `longest: ${milliseconds(longest.milliseconds)} for ${longest.characters} characters: ${replay(seed, longest.number)}`,
  );
  console.log(`exceptions, spans outside, cells misread, fixes without effect: ${failed} documents; hangs: ${hung}`);
  // On a machine that has other work the clock says little.
  const { user, system } = process.cpuUsage();
  const cpu = (user + system) / 1_000_000;
  console.log(
    `${Math.round(seconds)} s by the clock; ${Math.round(cpu)} s of one core, ${Math.round(documents / cpu)} documents/s\n`,
  );
}

/** What came of the giants; times by the clock are shown and not judged, the growth of work is. */
export function printGiants(giants: readonly Growth[]): void {
  table(
    ['giant', 'characters', 'half of it', 'all of it', 'ms/MB', 'growth of work', 'problems'],
    giants.map(({ name, characters, half, full, work, problems }) => [
      name,
      String(characters),
      milliseconds(half),
      milliseconds(full),
      ((full * 1_000_000) / characters).toFixed(1),
      `× ${(2 * work).toFixed(2)}`,
      String(problems.length),
    ]),
  );
  for (const { name, problems } of giants) for (const problem of problems) console.log(`FAIL ${name}: ${problem}`);
  const [longest] = [...giants].sort((a, b) => b.full - a.full);
  if (longest) console.log(`\n${giants.length} giants; longest: ${milliseconds(longest.full)}, ${longest.name}`);
}
