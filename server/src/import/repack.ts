import { deflateSync } from 'fflate';

/**
 * Changing a ZIP archive without touching what is not changed (APPNOTE.TXT 6.3, 4.3): entries are copied as they are, with
 * their compressed bytes, headers and order; only of changed ones header and contents are written anew.
 */

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
/** Sizes of an entry are written behind it, for it was written as a stream. */
const SIZES_FOLLOW = 1 << 3;
const ENCRYPTED = 1;
const UTF8_NAME = 1 << 11;

/** An entry of the directory at the end of an archive; offsets in bytes. */
interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** Its header and contents, up to the next entry. */
  readonly start: number;
  readonly end: number;
  /** Its record in the directory. */
  readonly record: Uint8Array;
}

interface Directory {
  readonly entries: readonly Entry[];
  readonly start: number;
  readonly end: number;
}

/**
 * The archive with these parts changed or added.
 *
 * @returns undefined when it is written in a way that is not understood to the last byte: encrypted, in several volumes,
 *   with more than 4 GB, with two parts of one name
 */
export function repack(file: Uint8Array, changes: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  // Of a Buffer `slice` is no copy, and the file must not change.
  const archive = new Uint8Array(file.buffer, file.byteOffset, file.length);
  const directory = readDirectory(archive);
  if (!directory) return undefined;
  const { entries, start, end } = directory;
  const chunks: Uint8Array[] = [archive.subarray(0, entries[0]?.start ?? start)];
  const records: Uint8Array[] = [];
  let at = chunks[0]?.length ?? 0;
  const add = (chunk: Uint8Array, record: Uint8Array) => {
    const copy = record.slice();
    viewOf(copy).setUint32(42, at, true);
    records.push(copy);
    chunks.push(chunk);
    at += chunk.length;
  };
  const added = new Map(changes);
  for (const entry of entries) {
    const change = changes.get(entry.name);
    added.delete(entry.name);
    const chunk = archive.subarray(entry.start, entry.end);
    if (!change) add(chunk, entry.record);
    else add(...rewritten(chunk, entry, change));
  }
  for (const [name, contents] of added) add(...newEntry(name, contents, entries[0]?.record));
  const tail = archive.slice(end);
  const size = records.reduce((sum, record) => sum + record.length, 0);
  const view = viewOf(tail);
  view.setUint16(8, records.length, true);
  view.setUint16(10, records.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return concatenated([...chunks, ...records, tail]);
}

/** The names of the parts of an archive, in the order of its contents; undefined as for `repack`. */
export function namesIn(archive: Uint8Array): string[] | undefined {
  return readDirectory(archive)?.entries.map(({ name }) => name);
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readDirectory(archive: Uint8Array): Directory | undefined {
  const view = viewOf(archive);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  // Several volumes, or numbers that are too large for their places and stand elsewhere.
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) return undefined;
  if (start + size !== end) return undefined;
  const found: (Omit<Entry, 'end'> & { end: number })[] = [];
  for (let at = start; at < end; ) {
    const entry = readRecord(archive, view, at, end);
    if (!entry || entry.start >= start) return undefined;
    found.push({ ...entry, end: start });
    at += entry.record.length;
  }
  const entries = found.sort((a, b) => a.start - b.start);
  for (const [at, entry] of entries.entries()) entry.end = entries[at + 1]?.start ?? start;
  const isSound = entries.every(
    ({ start, end }) => end - start >= LOCAL_LENGTH && view.getUint32(start, true) === LOCAL,
  );
  const names = new Set(entries.map(({ name }) => name));
  return isSound && entries.length === count && names.size === count ? { entries, start, end } : undefined;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
  }
  return undefined;
}

function readRecord(archive: Uint8Array, view: DataView, at: number, end: number): Omit<Entry, 'end'> | undefined {
  if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) return undefined;
  const nameLength = view.getUint16(at + 28, true);
  const length = CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const flags = view.getUint16(at + 8, true);
  const start = view.getUint32(at + 42, true);
  if (at + length > end || flags & ENCRYPTED || start === 0xffffffff) return undefined;
  const nameBytes = archive.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength);
  const name = new TextDecoder(flags & UTF8_NAME ? 'utf-8' : 'latin1').decode(nameBytes);
  return { name, flags, method: view.getUint16(at + 10, true), start, record: archive.subarray(at, at + length) };
}

/** An entry with other contents, packed as it was; name, date and extra fields stay. */
function rewritten(chunk: Uint8Array, entry: Entry, contents: Uint8Array): [Uint8Array, Uint8Array] {
  const old = viewOf(chunk);
  const head = chunk.slice(0, LOCAL_LENGTH + old.getUint16(26, true) + old.getUint16(28, true));
  const record = entry.record.slice();
  const method = entry.method === 0 ? 0 : 8;
  const packed = method === 0 ? contents : deflateSync(contents);
  const [local, central] = [viewOf(head), viewOf(record)];
  const flags = entry.flags & ~SIZES_FOLLOW;
  const sum = crc32(contents);
  for (const [view, at] of [
    [local, 6],
    [central, 8],
  ] as const) {
    view.setUint16(at, flags, true);
    view.setUint16(at + 2, method, true);
    view.setUint32(at + 8, sum, true);
    view.setUint32(at + 12, packed.length, true);
    view.setUint32(at + 16, contents.length, true);
  }
  return [concatenated([head, packed]), record];
}

/** A new entry that bears the date of another, so that the same input always gives the same bytes. */
function newEntry(name: string, contents: Uint8Array, model: Uint8Array | undefined): [Uint8Array, Uint8Array] {
  const nameBytes = new TextEncoder().encode(name);
  const packed = deflateSync(contents);
  const record = new Uint8Array(CENTRAL_LENGTH + nameBytes.length);
  const view = viewOf(record);
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, UTF8_NAME, true);
  view.setUint16(10, 8, true);
  if (model) record.set(model.subarray(12, 16), 12);
  view.setUint32(16, crc32(contents), true);
  view.setUint32(20, packed.length, true);
  view.setUint32(24, contents.length, true);
  view.setUint16(28, nameBytes.length, true);
  record.set(nameBytes, CENTRAL_LENGTH);
  const head = new Uint8Array(LOCAL_LENGTH + nameBytes.length);
  viewOf(head).setUint32(0, LOCAL, true);
  // From the version needed to the length of the name both headers are alike.
  head.set(record.subarray(6, 30), 4);
  head.set(nameBytes, LOCAL_LENGTH);
  return [concatenated([head, packed]), record];
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

let table: Uint32Array | undefined;

function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, value) => {
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
}
