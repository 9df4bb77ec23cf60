import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Decoded, decode } from './encoding.ts';
import type { Skipped, Source } from './result.ts';
import { systemError } from './system-error.ts';

/** Reports have a few kilobytes; a larger file than this is something else. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** What was read of a source, and the bytes as they came. */
export interface Contents {
  readonly kind: 'contents';
  readonly bytes: Buffer;
  readonly decoded: Decoded;
}

/** A source that is skipped after its bytes were read; whoever passes standard input on still needs them. */
export type Unfit = Skipped & { readonly bytes?: Buffer };

/** Reads a file or standard input, the same way for both: a pipe has a path, too. Never throws. */
export async function readSource(source: Source, stdin: Readable): Promise<Contents | Unfit> {
  try {
    const bytes = source.stdin ? await readAll(stdin) : await readFile(source.path);
    if (bytes === undefined) return { kind: 'skipped', source, reason: 'too-large' };
    const decoded = decode(bytes);
    if (decoded.kind === 'text') return { kind: 'contents', bytes, decoded };
    if (decoded.kind === 'binary') return { kind: 'skipped', source, reason: 'binary', bytes };
    return { kind: 'skipped', source, reason: 'unreadable', detail: UNDECODABLE, bytes };
  } catch (error) {
    return { kind: 'skipped', source, reason: 'unreadable', detail: systemError(error) };
  }
}

const UNDECODABLE = '编码既不是 UTF-8、UTF-16，也不是 GB18030（GBK），或文件已损坏';

/** A pipe or a device is read as it flows; an ordinary file at once, which takes a tenth of the time. */
async function readFile(path: string): Promise<Buffer | undefined> {
  const { size, isFile } = sizeOf(path);
  if (isFile && size > MAX_BYTES) return undefined;
  return (isFile && readAtOnce(path, size)) || readAll(createReadStream(path));
}

function sizeOf(path: string): { readonly size: number; readonly isFile: boolean } {
  const stats = statSync(path);
  return { size: stats.size, isFile: stats.isFile() };
}

/** Undefined when the file has grown meanwhile, or is one of those that the system makes up while they are read. */
function readAtOnce(path: string, size: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(size + 1);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let got = -1; got !== 0 && length <= size; length += got) {
      got = readSync(file, bytes, length, bytes.length - length, null);
    }
    return length === size ? bytes.subarray(0, length) : undefined;
  } finally {
    closeSync(file);
  }
}

/** All bytes of a stream, or undefined when they are too many. */
export async function readAll(stream: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop closes the stream.
    if (length > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
