import { ONE_THREAD } from '../../client/src/node-options.ts';
import { change, startEditor } from '../lsp/editor.ts';
import { quantile } from './median.ts';
import { digitEdits, KB, type Sample } from './texts.ts';

/** Milliseconds from sending a change until the diagnostics of its version are here. */
export interface Latency {
  readonly text: string;
  readonly bytes: number;
  readonly edits: number;
  /** The first edit after opening, when nothing is compiled yet. */
  readonly first: number;
  readonly median: number;
  readonly p95: number;
  readonly met: boolean;
}

const MOST_SMALL = 2.5;
const MOST_LARGE = 4;
/** Edits that come before those that count, when the server is to be warm. */
const UNCOUNTED = 20;
export const LATENCY_TARGET = `p95 at most ${MOST_SMALL} ms at 6 KB, ${MOST_LARGE} ms at 1 MB`;

/** Types over digits of table 3, one edit after the other, each waiting for its own diagnostics. */
export async function latencyOf(server: string, sample: Sample, edits: number): Promise<Latency> {
  const editor = await startEditor(server, { nodeOptions: [ONE_THREAD] });
  try {
    const document = editor.open(sample.text);
    await editor.published(document);
    const digits = digitEdits(sample);
    const times: number[] = [];
    for (let at = 0; at < UNCOUNTED + edits; at++) {
      // The editor's own copy of the text is changed before the clock starts.
      const message = change(document, digits[at % digits.length] as (typeof digits)[number]);
      const start = performance.now();
      editor.burst([message]);
      await editor.published(document);
      times.push(performance.now() - start);
      editor.forget();
    }
    await editor.end();
    return summary(sample, times);
  } finally {
    editor.kill();
  }
}

function summary({ name, bytes }: Sample, times: readonly number[]): Latency {
  const warm = times.slice(UNCOUNTED);
  const [median, p95] = [quantile(warm, 0.5), quantile(warm, 0.95)];
  const met = p95 <= (bytes < 100 * KB ? MOST_SMALL : MOST_LARGE);
  return { text: name, bytes, edits: warm.length, first: times[0] as number, median, p95, met };
}
