import { ONE_THREAD } from '../../client/src/node-options.ts';
import { change, type Editor, type Open, startEditor } from '../lsp/editor.ts';
import { quantile } from './median.ts';
import { digitEdits, KB, type Sample } from './texts.ts';

/** Milliseconds from sending a change and a request on it until the answer is here: reading and checking included. */
export interface RequestLatency {
  readonly request: string;
  readonly text: string;
  readonly bytes: number;
  readonly median: number;
  readonly p95: number;
  readonly met: boolean;
}

const MOST_SMALL = 5;
const MOST_LARGE = 30;
export const REQUEST_TARGET = `p95 at most ${MOST_SMALL} ms at 6 KB, ${MOST_LARGE} ms at 1 MB`;

/** A text of so many bytes is a long one. */
const LARGE = 100 * KB;

/** Answers that do not count, for nothing is compiled yet. */
const UNCOUNTED = 20;
/** So many digits are typed over, one after the other. */
const DIGITS = 20;
/** What fits on a screen, in lines. */
const SCREEN = 60;

type Params = (document: Open, position: { line: number; character: number }) => object;

const at: Params = (_, position) => ({ position });
const alone: Params = () => ({});
const screen: Params = (_, { line }) => ({
  range: { start: { line, character: 0 }, end: { line: line + SCREEN, character: 0 } },
});

const FORMAT = { tabSize: 4, insertSpaces: true };

const REQUESTS: Readonly<Record<string, Params>> = {
  'textDocument/documentHighlight': at,
  'textDocument/definition': at,
  'textDocument/references': (_, position) => ({ position, context: { includeDeclaration: true } }),
  'textDocument/inlayHint': screen,
  'textDocument/semanticTokens/full': alone,
  'textDocument/semanticTokens/full/delta': () => ({ previousResultId: 'another' }),
  'textDocument/semanticTokens/range': screen,
  'textDocument/codeLens': alone,
  'textDocument/selectionRange': (_, position) => ({ positions: [position] }),
  'textDocument/documentSymbol': alone,
  'textDocument/foldingRange': alone,
  'textDocument/hover': at,
  'workspace/symbol': () => ({ query: '档案' }),
  'textDocument/completion': at,
  'textDocument/formatting': () => ({ options: FORMAT }),
  'textDocument/rangeFormatting': (document, position) => ({ ...screen(document, position), options: FORMAT }),
  'textDocument/onTypeFormatting': (_, position) => ({ position, ch: '1', options: FORMAT }),
  'zfxxgk/nextCell': at,
  'zfxxgk/paste': (_, position) => ({ range: { start: position, end: position }, text: '1\t2' }),
};

/** How soon each request on a text is answered, right after a digit of it was typed over. */
export async function requestLatenciesOf(server: string, sample: Sample, edits: number): Promise<RequestLatency[]> {
  const settings = { inlayHints: 'all' };
  const editor = await startEditor(server, {
    seeing: true,
    pull: true,
    initialization: { settings },
    nodeOptions: [ONE_THREAD],
  });
  try {
    const document = editor.open(sample.text);
    await editor.settle();
    const figures: RequestLatency[] = [];
    // Finding a place in a long text takes longer than what is measured.
    const typed = digitEdits({ ...sample, digits: sample.digits.slice(0, DIGITS) });
    // What the first keys after a start cost is measured by itself (cold.ts).
    if (sample.bytes < LARGE) {
      for (const asked of Object.entries(REQUESTS)) await timesOf(editor, document, typed, UNCOUNTED, asked);
    }
    for (const [request, params] of Object.entries(REQUESTS)) {
      const times = await timesOf(editor, document, typed, edits, [request, params]);
      const [median, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
      const met = p95 <= (sample.bytes < LARGE ? MOST_SMALL : MOST_LARGE);
      figures.push({ request, text: sample.name, bytes: sample.bytes, median, p95, met });
    }
    await editor.end();
    return figures;
  } finally {
    editor.kill();
  }
}

async function timesOf(
  editor: Editor,
  document: Open,
  digits: ReturnType<typeof digitEdits>,
  edits: number,
  [method, params]: readonly [string, Params],
): Promise<number[]> {
  const position = digits[0]?.range.start ?? { line: 0, character: 0 };
  const times: number[] = [];
  for (let round = 0; round < UNCOUNTED + edits; round++) {
    const message = change(document, digits[round % digits.length] as (typeof digits)[number]);
    const asked = { textDocument: { uri: document.uri }, ...params(document, position) };
    const start = performance.now();
    await editor.burst([message, { id: null, method, params: asked }])[0];
    times.push(performance.now() - start);
    editor.forget();
  }
  return times.slice(UNCOUNTED);
}
