import { change, type Editor, type Open, type Options, startEditor } from '../lsp/editor.ts';
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
const MOST_COLD = { median: 1.5, p95: 5 };
/** Edits that come before those that count, when the server is to be warm. */
const UNCOUNTED = 20;
/** What a person meets who opens a report and types. */
const COLD_EDITS = 60;
const COLD_STARTS = 5;

export const LATENCY_TARGET = `p95 at most ${MOST_SMALL} ms at 6 KB, ${MOST_LARGE} ms at 1 MB`;
export const COLD_TARGET = `median at most ${MOST_COLD.median} ms, p95 ${MOST_COLD.p95} ms`;

/** A client that can do what the server knows to use, and pulls diagnostics. */
const ALL_CAPABILITIES: Options = {
  pull: true,
  refresh: true,
  resolve: true,
  versioned: true,
  dismiss: true,
  watch: true,
  progress: true,
  settings: () => ({}),
};

/** Types over digits of table 3, one edit after the other, each waiting for its own diagnostics. */
export async function latencyOf(server: string, sample: Sample, edits: number): Promise<Latency> {
  const times = await timesOf(server, sample, UNCOUNTED + edits, {}, published);
  const most = sample.bytes < 100 * KB ? MOST_SMALL : MOST_LARGE;
  return summary(sample, times.slice(UNCOUNTED), times.slice(0, 1), ({ p95 }) => p95 <= most);
}

/** The first edits after a server's start, over several starts; a client with all capabilities pulls the diagnostics. */
export async function coldLatencyOf(server: string, sample: Sample): Promise<Latency> {
  const starts: number[][] = [];
  for (let at = 0; at < COLD_STARTS; at++)
    starts.push(await timesOf(server, sample, COLD_EDITS, ALL_CAPABILITIES, pulled));
  const met = (figures: { median: number; p95: number }) =>
    figures.median <= MOST_COLD.median && figures.p95 <= MOST_COLD.p95;
  const firsts = starts.map(([first]) => first as number);
  return summary(sample, starts.flat(), firsts, met);
}

type Receive = (editor: Editor, document: Open) => Promise<unknown>;

const published: Receive = (editor, document) => editor.published(document);

const pulled: Receive = (editor, document) => editor.pull(document);

async function timesOf(server: string, sample: Sample, edits: number, options: Options, receive: Receive) {
  const editor = await startEditor(server, options);
  try {
    const document = editor.open(sample.text);
    await receive(editor, document);
    const digits = digitEdits(sample);
    const times: number[] = [];
    for (let at = 0; at < edits; at++) {
      // The editor's own copy of the text is changed before the clock starts.
      const message = change(document, digits[at % digits.length] as (typeof digits)[number]);
      const start = performance.now();
      editor.burst([message]);
      await receive(editor, document);
      times.push(performance.now() - start);
    }
    await editor.end();
    return times;
  } finally {
    editor.kill();
  }
}

function summary(
  { name, bytes }: Sample,
  times: readonly number[],
  firsts: readonly number[],
  isMet: (figures: { median: number; p95: number }) => boolean,
): Latency {
  const [median, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  const met = isMet({ median, p95 });
  return { text: name, bytes, edits: times.length, first: quantile(firsts, 0.5), median, p95, met };
}
