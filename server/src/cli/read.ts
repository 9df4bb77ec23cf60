import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Decoded, decode } from '../files/encoding.ts';
import { LARGEST_OFFICE_FILE, LARGEST_TEXT } from '../files/limits.ts';
import type { Imported } from '../import/imported.ts';
import { isHtml, isImported } from '../import/names.ts';
import { isWordPage, unbroken } from '../import/word-page.ts';
import { readOfficeFile } from './office-file.ts';
import type { Skipped, Source } from './result.ts';
import { systemError, type Words } from './system-error.ts';

/** What was read of a source. */
export interface Contents {
  readonly kind: 'contents';
  /** The bytes as they came; empty unless they are wanted. */
  readonly bytes: Buffer;
  /** Whether it can be read a second time: an ordinary file, and no pipe. */
  readonly isFile: boolean;
  readonly decoded: Decoded;
  /** Of a file of Word, Excel or a PDF: `decoded` is the text that was read out of it, and cannot be written back. */
  readonly imported?: Imported;
}

/** A source that is skipped after its bytes were read; whoever passes standard input on still needs them. */
export type Unfit = Skipped & { readonly bytes?: Buffer };

/**
 * Reads a file or standard input, the same way for both: a pipe has a path, too. Never throws.
 *
 * @param keep whether the bytes are wanted beside the text
 */
export async function readSource(source: Source, stdin: Readable, keep = false): Promise<Contents | Unfit> {
  try {
    const stats = source.stdin ? undefined : statSync(source.path);
    const isFile = stats?.isFile() === true;
    const most = isImported(source.path) ? LARGEST_OFFICE_FILE : LARGEST_TEXT;
    if (stats && isFile && stats.size > most) return { kind: 'skipped', source, reason: 'too-large' };
    const file = stats && isFile ? readAtOnce(source.path, stats.size) : undefined;
    if (file) return await contents(source, file, isFile, keep);
    const bytes = await readAll(source.stdin ? stdin : createReadStream(source.path), most);
    if (bytes === undefined) return { kind: 'skipped', source, reason: 'too-large' };
    return await contents(source, bytes, isFile, keep);
  } catch (error) {
    return { kind: 'skipped', source, reason: 'unreadable', detail: systemError(error) };
  }
}

function contents(
  source: Source,
  raw: Buffer,
  isFile: boolean,
  keep: boolean,
): Contents | Unfit | Promise<Contents | Unfit> {
  // The room that was read into holds other bytes before this is done.
  if (isImported(source.path)) return office(source, Buffer.from(raw), isFile);
  const decoded = decode(raw);
  const bytes = keep ? Buffer.from(raw) : NOTHING;
  if (decoded.kind === 'text' && isHtml(source.path) && isWordPage(decoded.text)) {
    const text = unbroken(decoded.text);
    const imported: Imported = { kind: 'imported', format: 'html', text, origins: [], notes: [] };
    return { kind: 'contents', bytes, isFile, decoded: { ...decoded, text }, imported };
  }
  if (decoded.kind === 'text') return { kind: 'contents', bytes, isFile, decoded };
  if (decoded.kind === 'binary') return { kind: 'skipped', source, reason: 'binary', bytes };
  return { kind: 'skipped', source, reason: 'unreadable', detail: UNDECODABLE, bytes };
}

async function office(source: Source, raw: Buffer, isFile: boolean): Promise<Contents | Unfit> {
  const imported = await readOfficeFile(source, raw);
  if (imported.kind === 'skipped') return { ...imported, bytes: raw };
  const decoded: Decoded = { kind: 'text', text: imported.text, encoding: 'utf-8', bom: false };
  return { kind: 'contents', bytes: raw, isFile, decoded, imported };
}

const NOTHING = Buffer.alloc(0);
const UNDECODABLE: Words = {
  zh: '编码既不是 UTF-8、UTF-16，也不是 GB18030（GBK），或文件已损坏',
  en: 'neither UTF-8, UTF-16 nor GB18030 (GBK), or damaged',
};

/** Room for any report. Reading thousands of files into the same memory takes a tenth of the time. */
let room: Buffer | undefined;
const ROOM = 256 * 1024;

/**
 * An ordinary file of ordinary size, read at once; undefined for anything else (a pipe, a device, a file that the
 * system makes up while it is read), which is read as it flows. What is returned holds until the next call.
 */
function readAtOnce(path: string, size: number): Buffer | undefined {
  if (size === 0 || size >= ROOM) return undefined;
  room ??= Buffer.allocUnsafeSlow(ROOM);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let got = -1; got !== 0 && length < size; length += got)
      got = readSync(file, room, length, ROOM - length, null);
    return length < ROOM ? room.subarray(0, length) : undefined;
  } finally {
    closeSync(file);
  }
}

/** All bytes of a stream, or undefined when they are more than so many. */
export async function readAll(stream: Readable, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop closes the stream.
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
