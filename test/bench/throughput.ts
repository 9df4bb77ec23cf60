import { Bench, type Task } from 'tinybench';
import { CONTENDERS, type Contender } from './contenders.ts';
import { median } from './median.ts';
import { KB, MB, type Sample } from './texts.ts';

export interface Throughput {
  readonly text: string;
  readonly bytes: number;
  readonly contender: string;
  /** By the median time of one run. */
  readonly opsPerSecond: number;
  readonly mbPerSecond: number;
  /** How many times as long as ours it takes: above 1 it is slower. */
  readonly ratio: number;
  /** Undefined where nothing is to be reached. */
  readonly met: boolean | undefined;
}

const FASTER_SMALL = 1.5;
const FASTER_LARGE = 1;

export const THROUGHPUT_TARGET = `ratio ≥ ${FASTER_SMALL} to both parsers at 6 KB, > ${FASTER_LARGE} at 1 MB`;

/** Milliseconds for which each program runs on each text: once for the compiler, then in rounds that count. */
interface Effort {
  readonly warmUp: number;
  readonly round: number;
  readonly rounds: number;
}

const THOROUGH: Effort = { warmUp: 1500, round: 150, rounds: 9 };
const QUICK: Effort = { warmUp: 500, round: 50, rounds: 9 };

export const measureThroughput = (samples: readonly Sample[]): Promise<Throughput[]> =>
  throughputOf(samples, CONTENDERS, THOROUGH);

/** Ours and the parsers only, and sooner done. */
export const measureQuickly = (samples: readonly Sample[]): Promise<Throughput[]> =>
  throughputOf(
    samples,
    CONTENDERS.filter(({ rival }, at) => at === 0 || rival),
    QUICK,
  );

/**
 * Runs all programs on all texts in turns. A ratio compares times of one round, between which the machine has no time to
 * change, and is the median of all rounds. Nothing is collected in between: a full collection throws away what the
 * compiler has made for the programs whose turn it is not.
 */
async function throughputOf(samples: readonly Sample[], contenders: readonly Contender[], effort: Effort) {
  for (const { text } of samples) await timesOf(text, contenders, effort.warmUp);
  const rounds: number[][][] = [];
  for (let round = 0; round < effort.rounds; round++) {
    const times: number[][] = [];
    for (const { text } of samples) times.push(await timesOf(text, contenders, effort.round));
    rounds.push(times);
  }
  return samples.flatMap((sample, at) => {
    const times = rounds.map((round) => round[at] as number[]);
    return contenders.map((contender, of) => figureOf(sample, contender, times, of));
  });
}

/** Milliseconds of one run of each program. */
async function timesOf(text: string, contenders: readonly Contender[], time: number): Promise<number[]> {
  const bench = new Bench({ time, iterations: 1, warmup: false });
  for (const { name, run } of contenders) bench.add(name, () => void run(text));
  return (await bench.run()).map(medianOf);
}

function medianOf({ name, result }: Task): number {
  if (result.state === 'completed') return result.latency.p50;
  throw result.state === 'errored' ? result.error : new Error(`${name}: ${result.state}`);
}

/** @param rounds the times of all programs, ours first, in each round */
function figureOf({ name, bytes }: Sample, contender: Contender, rounds: readonly number[][], of: number): Throughput {
  const time = median(rounds.map((times) => times[of] as number));
  const ratio = median(rounds.map((times) => (times[of] as number) / (times[0] as number)));
  return {
    text: name,
    bytes,
    contender: contender.name,
    opsPerSecond: 1000 / time,
    mbPerSecond: (bytes / MB) * (1000 / time),
    ratio,
    met: contender.rival ? isMet(bytes, ratio) : undefined,
  };
}

const isMet = (bytes: number, ratio: number): boolean =>
  bytes < 100 * KB ? ratio >= FASTER_SMALL : ratio > FASTER_LARGE;
