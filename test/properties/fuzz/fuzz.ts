/**
 * Damaged reports, as many as wanted, and giants: `npm run fuzz -- [documents] [seed]`. `--replay SEED NUMBER` makes one
 * document again, `--from NUMBER` begins there, `--giants [NAME]` tries only the giants (whose name contains NAME),
 * `--documents` none of them; `--scale 0.1` makes them a tenth of their size.
 */
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { withFeatures } from './batch.ts';
import { documentOf, publishedCount } from './documents.ts';
import { examine } from './examine.ts';
import { GIANTS } from './giants.ts';
import { type Growth, growthOf } from './growth.ts';
import { printDocuments, printFailures, printGiants } from './print.ts';
import { emptyTally, merge, type Tally } from './tally.ts';
import { PATIENCE, watched } from './watch.ts';
import { work } from './worker.ts';

/** Documents between two lines of progress. */
const PROGRESS = 20_000;

async function fuzzDocuments(from: number, count: number, seed: number): Promise<Tally> {
  const tally = emptyTally();
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  await watched<Tally>({
    file: __filename,
    patience: PATIENCE,
    job: { kind: 'documents', seed, from, to: from + count, scale: 1 },
    heard: (piece) => {
      const before = Math.floor(tally.documents / PROGRESS);
      printFailures(piece.failures.slice(0, Math.max(0, 40 - tally.failures.length)));
      merge(tally, piece);
      if (Math.floor(tally.documents / PROGRESS) === before) return;
      console.error(`${tally.documents} documents, ${tally.failed} with problems, ${Math.round(seconds())} s`);
    },
    hung: (number) => {
      tally.hung += 1;
      console.log(`HANG: npm run --silent fuzz -- --replay ${seed} ${number}`);
    },
  });
  printDocuments(tally, seed, seconds());
  return tally;
}

async function fuzzGiants(scale: number): Promise<Growth[]> {
  const giants: Growth[] = [];
  let hangs = 0;
  await watched<Growth>({
    file: __filename,
    patience: PATIENCE,
    job: { kind: 'giants', seed: 0, from: 0, to: GIANTS.length, scale },
    heard: (giant) => {
      giants.push(giant);
      console.error(`${giant.name}: ${Math.round(giant.full)} ms`);
    },
    hung: (number) => {
      hangs += 1;
      console.log(`HANG: npm run fuzz -- --giants '${GIANTS[number]?.name}'`);
    },
  });
  printGiants(giants);
  if (hangs > 0) process.exitCode = 1;
  return giants;
}

function replay(seed: number, number: number): void {
  const { text, source, applied } = documentOf(seed, number);
  process.stdout.write(text);
  const { problems, milliseconds } = examine(text, number, withFeatures(number));
  console.error(`\n${source}: ${applied.join(', ')}; ${milliseconds.toFixed(1)} ms`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      replay: { type: 'boolean' },
      giants: { type: 'boolean' },
      documents: { type: 'boolean' },
      from: { type: 'string', default: '0' },
      scale: { type: 'string', default: '1' },
    },
  });
  const [first, second] = positionals;
  if (values.replay) {
    replay(Number(first), Number(second));
    return;
  }
  const scale = Number(values.scale);
  if (values.giants) {
    const wanted = GIANTS.filter(({ name }) => name.includes(first ?? ''));
    printGiants(wanted.map((giant) => growthOf(giant, scale)));
    return;
  }
  if (publishedCount === 0) console.log('../shared/reports is not there: all documents are made of generated reports');
  const tally = await fuzzDocuments(Number(values.from), Number(first ?? 20_000), Number(second ?? 1));
  const giants = values.documents ? [] : await fuzzGiants(scale);
  if (tally.failed + tally.hung > 0 || giants.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}

if (isMainThread) void main();
else work();
