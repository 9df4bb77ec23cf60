import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Decoded, decode } from '../files/encoding.ts';
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
    const bytes = await readAll(source.stdin ? stdin : createReadStream(source.path));
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
