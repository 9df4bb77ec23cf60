import type { Disk, DocumentDisk } from '../../files/disk.ts';
import type { PdfReader } from '../../import/import.ts';
import type { ImportResult } from '../../import/imported.ts';
import { isImported, isOld } from '../../import/names.ts';
import { decodePath } from '../../text/decode-path.ts';
import { fileOf, isExtract } from './address.ts';

/** The part that reads and writes files of office suites, as it is loaded. */
export type OfficePart = typeof import('../../import/office.ts');

/** The disk with such files, and where the parts are that only some workspaces need. */
export interface OfficeParts {
  readonly disk: DocumentDisk;
  readonly load: () => Promise<OfficePart>;
  /** Undefined when the part that reads PDF is not there. */
  readonly readPdf: () => PdfReader | undefined;
}

/** A file and what was read out of it. */
export interface ReadFile {
  readonly part: OfficePart;
  readonly bytes: Buffer;
  readonly result: ImportResult;
}

/** Scans and reports with photographs are larger than texts. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Files of Word, Excel, PDF and saved pages; the part that reads them is loaded when the first one comes. */
export class Office {
  private part: Promise<OfficePart> | undefined;

  readonly disk: DocumentDisk;

  constructor(private readonly parts: OfficeParts) {
    this.disk = parts.disk;
  }

  /** Undefined when the file is not there. */
  async read(uri: string): Promise<ReadFile | undefined> {
    const bytes = await this.disk.readBytes(uri);
    if (!bytes) return undefined;
    this.part ??= this.parts.load();
    const part = await this.part;
    const result = await part.importFile(bytes, decodePath(uri), this.parts.readPdf());
    return { part, bytes, result: result ?? { kind: 'failed', reason: 'damaged' } };
  }
}

/** A copy with comments that was made here: soon older than its original, and no other report. */
const ANNOTATED = /-批注\.(?:docx|docm)$/i;

/** Which files of a folder are read; the lock file beside an open document is none. */
export function isReadable(name: string): boolean {
  return isImported(name) && !isOld(name) && !/^(?:~\$|\.~)/.test(name) && !ANNOTATED.test(name);
}

/**
 * A disk that gives the texts of documents as well: `read` reads them out of the file, and the address under which such a
 * text is shown leads to its file.
 */
export function withOffice(office: Office): Disk {
  const { disk } = office;
  return {
    ...disk,
    locate: (uri) => disk.locate(fileOf(uri)),
    covers: (folder, uri) => disk.covers(folder, uri, isReadable),
    search: (folder) => disk.search(folder, isReadable),
    stamp: (uri) => disk.stamp(uri, isImported(uri) ? MAX_BYTES : undefined),
    read: async (uri) => {
      if (!isImported(uri)) return disk.read(uri);
      const result = (await office.read(uri))?.result;
      return result?.kind === 'imported' ? result.text : undefined;
    },
    readNow: (uri) => (isExtract(uri) ? undefined : disk.readNow(uri)),
  };
}
