import type { Readable, Writable } from 'node:stream';
import pico from 'picocolors';
import type { Locale } from './locale.ts';

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
  /** The language in which people are told of it. */
  readonly locale: Locale;
  /** Ends the run early: the file in hand is finished. */
  readonly signal?: AbortSignal | undefined;
}

/** The width of a line where nothing says how wide the paper is. */
const PAPER = 100;

/** @param color whether there are to be colours, where somebody said so */
export function terminalOf(output: Output, color?: boolean, env: Env = process.env): Terminal {
  return {
    columns: (output.isTTY === true && output.columns) || PAPER,
    colors: pico.createColors(color ?? wantsColors(output, env)),
  };
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Colours are for people: a terminal gets them, a pipe or a file does not. NO_COLOR (no-color.org) and FORCE_COLOR say
 * otherwise, the former first.
 */
function wantsColors(output: Output, { NO_COLOR = '', FORCE_COLOR, TERM }: Env): boolean {
  if (NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return output.isTTY === true && TERM !== 'dumb';
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
