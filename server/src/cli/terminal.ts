import type { Readable, Writable } from 'node:stream';
import pico from 'picocolors';

export type Colors = Pick<ReturnType<typeof pico.createColors>, 'bold' | 'dim' | 'red' | 'yellow' | 'cyan'>;

/** What a stream can show. */
export interface Terminal {
  readonly columns: number;
  readonly colors: Colors;
}

/** A stream as `process.stdout` is one: a terminal, a pipe or a file. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The three streams of the process, or a test's. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** What bears on the work but not on what comes of it. */
export interface Circumstances extends Io {
  /** Ends the run early: the file in hand is finished. */
  readonly signal?: AbortSignal | undefined;
}

/** The width of a line where nothing says how wide the paper is. */
const PAPER = 100;

/** Colours are for people: a terminal gets them unless NO_COLOR says otherwise, a pipe or a file never. */
export function terminalOf(output: Output): Terminal {
  const isTerminal = output.isTTY === true;
  return {
    columns: (isTerminal && output.columns) || PAPER,
    colors: pico.createColors(isTerminal && pico.isColorSupported),
  };
}

const before = new WeakMap<Output, () => void>();

/** What is done before anything is written to a stream: something else leaves the screen. Undefined: nothing any more. */
export function beforeWrite(output: Output, action: (() => void) | undefined): void {
  if (action) before.set(output, action);
  else before.delete(output);
}

/**
 * Writes and waits until the stream has taken it. A reader that has gone away (`| head`) is no error: what is left to
 * do is done, in particular with --fix, and what is left to say is lost.
 */
export function write(output: Output, data: string | Buffer): Promise<void> {
  if (data.length === 0 || output.destroyed || output.writableEnded) return Promise.resolve();
  before.get(output)?.();
  return new Promise((resolve, reject) => {
    output.write(data, (error) => (error && !isGone(error) ? reject(error) : resolve()));
  });
}

/** Keeps a lost reader from ending the process: without a listener the stream's error would be thrown. */
export function guard(output: Output): void {
  output.on('error', () => {});
}

function isGone(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET';
}
