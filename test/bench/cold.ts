import { ONE_THREAD } from '../../client/src/node-options.ts';
import { change, startEditor } from '../lsp/editor.ts';
import { digitEdits, type Sample } from './texts.ts';

/** Milliseconds from sending a change until its diagnostics were pulled, over the first edits after a server's start. */
export interface ColdLatency {
  readonly text: string;
  readonly bytes: number;
  readonly servers: number;
  readonly edits: number;
  readonly median: number;
  readonly p95: number;
  /** The slowest edit of all servers. */
  readonly slowest: number;
  readonly met: boolean;
}

const EDITS = 60;
const MEDIAN = 1.5;
const P95 = 5;
/** A person needs longer than this from one key to the next; the server may use the pause. */
const BETWEEN_KEYS = 30;

export const COLD_TARGET = `first ${EDITS} edits: median at most ${MEDIAN} ms, p95 at most ${P95} ms`;

const CAPABLE = {
  pull: true,
  refresh: true,
  resolve: true,
  versioned: true,
  dismiss: true,
  watch: true,
  progress: true,
  settings: () => ({}),
  initialization: { status: true, workspaceDiagnostics: false },
  nodeOptions: [ONE_THREAD],
} as const;

/** Types over digits of table 3 as soon as the report is open, each edit followed by a pull, in servers just started. */
export async function coldLatencyOf(server: string, sample: Sample, servers: number): Promise<ColdLatency> {
  const times: number[] = [];
  for (let run = 0; run < servers; run++) times.push(...(await firstEdits(server, sample)));
  times.sort((a, b) => a - b);
  const quantile = (part: number) => times[Math.ceil(part * times.length) - 1] as number;
  const [median, p95, slowest] = [quantile(0.5), quantile(0.95), quantile(1)];
  const { name: text, bytes } = sample;
  return { text, bytes, servers, edits: EDITS, median, p95, slowest, met: median <= MEDIAN && p95 <= P95 };
}

async function firstEdits(server: string, sample: Sample): Promise<number[]> {
  const editor = await startEditor(server, CAPABLE);
  try {
    const document = editor.open(sample.text);
    let { resultId } = await editor.pull(document);
    const digits = digitEdits(sample);
    const times: number[] = [];
    for (let at = 0; at < EDITS; at++) {
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
      const message = change(document, digits[at % digits.length] as (typeof digits)[number]);
      const start = performance.now();
      editor.burst([message]);
      ({ resultId } = await editor.pull(document, resultId));
      times.push(performance.now() - start);
    }
    await editor.end();
    return times;
  } finally {
    editor.kill();
  }
}
