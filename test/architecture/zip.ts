import { inflateRawSync } from 'node:zlib';

/** A file inside a .vsix. */
export interface Entry {
  readonly name: string;
  readonly size: number;
  readonly read: () => Buffer;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const DEFLATED = 8;

/** The files of a ZIP archive, from its central directory (APPNOTE 6.3, 4.3.12); enough for what vsce writes. */
export function unzip(archive: Buffer): Entry[] {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('no ZIP archive');
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw new Error('a damaged ZIP archive');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    entries.push({ name, size: archive.readUInt32LE(at + 24), read: () => content(archive, local, packed, method) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries.filter((entry) => !entry.name.endsWith('/'));
}

function content(archive: Buffer, local: number, packed: number, method: number): Buffer {
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + packed);
  return method === DEFLATED ? inflateRawSync(bytes) : bytes;
}
