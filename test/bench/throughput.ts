import { Bench, type Task } from 'tinybench';
import { CONTENDERS } from './contenders.ts';
import { MB, type Sample } from './texts.ts';

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

export const THROUGHPUT_TARGET = 'faster than both parsers: ratio > 1';

/** Runs all contenders on one text, each after a collection of what the others left. */
export async function throughputOf({ name, text, bytes }: Sample): Promise<Throughput[]> {
  const bench = new Bench({ time: 800, warmupTime: 300, iterations: 8, warmupIterations: 3, setup: () => gc?.() });
  for (const { name, run } of CONTENDERS) bench.add(name, () => void run(text));
  const times = (await bench.run()).map(medianOf);
  const ours = times[0] as number;
  return CONTENDERS.map((contender, at) => {
    const time = times[at] as number;
    return {
      text: name,
      bytes,
      contender: contender.name,
      opsPerSecond: 1000 / time,
      mbPerSecond: (bytes / MB) * (1000 / time),
      ratio: time / ours,
      met: contender.rival ? time > ours : undefined,
    };
  });
}

/** Milliseconds. */
function medianOf({ name, result }: Task): number {
  if (result.state === 'completed') return result.latency.p50;
  throw result.state === 'errored' ? result.error : new Error(`${name}: ${result.state}`);
}
