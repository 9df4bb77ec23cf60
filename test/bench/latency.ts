import { change, startEditor } from '../lsp/editor.ts';
import { digitEdits, KB, type Sample } from './texts.ts';

/** Milliseconds from sending a change until the diagnostics of its version are here. */
export interface Latency {
  readonly text: string;
  readonly bytes: number;
  readonly edits: number;
  /** The first edit after opening, when nothing is compiled yet; the others follow a few that are not counted. */
  readonly first: number;
  readonly median: number;
  readonly p95: number;
  readonly met: boolean | undefined;
}

const MOST = 5;
const UNCOUNTED = 20;

export const LATENCY_TARGET = `p95 at 6 KB at most ${MOST} ms`;

/** Types over digits of table 3, one edit after the other, each waiting for its own diagnostics. */
export async function latencyOf(server: string, sample: Sample, edits: number): Promise<Latency> {
  const editor = await startEditor(server);
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
    }
    await editor.end();
    return summary(sample, times);
  } finally {
    editor.kill();
  }
}

function summary({ name, bytes }: Sample, times: readonly number[]): Latency {
  const sorted = times.slice(UNCOUNTED).sort((a, b) => a - b);
  const quantile = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] as number;
  const p95 = quantile(0.95);
  const met = bytes < 100 * KB ? p95 <= MOST : undefined;
  return { text: name, bytes, edits: sorted.length, first: times[0] as number, median: quantile(0.5), p95, met };
}
