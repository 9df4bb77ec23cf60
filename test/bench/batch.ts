import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Plan, THREE_YEARS } from '../support/generate/folder.ts';
import { writeFolder } from '../support/generate/write.ts';
import { MB } from './texts.ts';

/** One program over the whole folder, from its start to its end. */
export interface Batch {
  readonly program: string;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Seconds of a processor, all threads together: what is left of the figure on a busy machine. */
  readonly cpuSeconds: number;
  readonly filesPerSecond: number;
  readonly mbPerSecond: number;
  /** The most memory that the process held, in bytes. */
  readonly peakBytes: number;
  /** How many times as fast as the faster of the two rivals. */
  readonly ratio: number;
  /** Undefined where nothing is to be reached. */
  readonly met: boolean | undefined;
}

/** Times as fast as the faster rival, with one thread and with all. */
const LEAST_RATIOS = [3, 5] as const;
const MOST_BYTES = 300 * MB;
/** Runs of each program but the slowest; the fastest is the one that other programs disturbed least. */
const ROUNDS = 3;

export const BATCH_TARGET = `ratio ≥ ${LEAST_RATIOS[0]} with 1 thread, ≥ ${LEAST_RATIOS[1]} with all; peak < 300 MB`;

interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly rival: boolean;
  readonly rounds: number;
}

/** Beside this file in the repository; the bundle lies in dist/. */
const RIVALS = join(__dirname, '../test/bench/rivals');
const CLI = join(__dirname, 'cli.js');

function programs(): readonly Program[] {
  const cores = availableParallelism();
  const check = (jobs: number) => [CLI, 'check', '--quiet', '--jobs', String(jobs)];
  return [
    { name: 'zfxxgk check, 1 thread', args: check(1), rival: false, rounds: ROUNDS },
    { name: `zfxxgk check, ${cores} threads`, args: check(cores), rival: false, rounds: ROUNDS },
    { name: 'autocorrect-node', args: [join(RIVALS, 'autocorrect.cjs')], rival: true, rounds: ROUNDS },
    { name: 'markdownlint', args: [join(RIVALS, 'markdownlint.mjs')], rival: true, rounds: 1 },
  ];
}

/** Every program in a process of its own, which reads the files by itself. */
export async function measureBatch(plan: Plan = THREE_YEARS): Promise<Batch[]> {
  installRivals();
  const { folder, files, bytes } = await theFolder(plan);
  const all = programs();
  const best = all.map(
    (): Run => ({ seconds: Number.POSITIVE_INFINITY, cpuSeconds: Number.POSITIVE_INFINITY, peakBytes: 0 }),
  );
  // In turns, so that a slow minute of the machine meets all of them.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, program] of all.entries()) {
      if (round >= program.rounds) continue;
      best[at] = better(best[at] as Run, await runOnce([...program.args, folder]));
    }
  }
  const rival = Math.min(...best.filter((_, at) => all[at]?.rival).map(({ seconds }) => seconds));
  return all.map(({ name }, at) => {
    const { seconds, cpuSeconds, peakBytes } = best[at] as Run;
    const ratio = rival / seconds;
    const least = LEAST_RATIOS[at];
    const met = least === undefined ? undefined : ratio >= least && peakBytes < MOST_BYTES;
    const speed = { filesPerSecond: files / seconds, mbPerSecond: bytes / MB / seconds };
    return { program: name, files, bytes, seconds, cpuSeconds, ...speed, peakBytes, ratio, met };
  });
}

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

function better(one: Run, other: Run): Run {
  return {
    seconds: Math.min(one.seconds, other.seconds),
    cpuSeconds: Math.min(one.cpuSeconds, other.cpuSeconds),
    peakBytes: Math.max(one.peakBytes, other.peakBytes),
  };
}

async function runOnce(args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', join(RIVALS, 'peak.cjs'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const peak = child.stdio[3];
  if (!peak || !('readable' in peak)) throw new Error('no pipe for the peak');
  const [usage, code] = await Promise.all([
    text(peak as NodeJS.ReadableStream),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  if (code !== 0 && code !== 1) throw new Error(`${args.join(' ')} ended with ${code}`);
  const { peakKb, cpu } = JSON.parse(usage) as { peakKb: number; cpu: number };
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: cpu / 1e6, peakBytes: peakKb * 1024 };
}

/** The generated folder, written once for each plan and generator into the folder for temporary files. */
async function theFolder(plan: Plan): Promise<{ folder: string; files: number; bytes: number }> {
  const generator = readFileSync(join(__dirname, 'folder.js'));
  const name = createHash('sha256').update(JSON.stringify(plan)).update(generator).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `zfxxgk-bench-${name}`);
  const stamp = `${folder}.json`;
  if (!existsSync(stamp)) {
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(stamp, JSON.stringify(await writeFolder(folder, plan)));
  }
  return { folder, ...(JSON.parse(readFileSync(stamp, 'utf8')) as { files: number; bytes: number }) };
}

/** Both rivals are tens of megabytes that nothing else needs, so they are installed when they are first measured. */
function installRivals(): void {
  const stamp = join(RIVALS, 'node_modules/.installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(RIVALS, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // `npm ci` insists on the packages of other systems, not all of which every registry has.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: RIVALS, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm install failed in test/bench/rivals');
  writeFileSync(stamp, lock);
}
