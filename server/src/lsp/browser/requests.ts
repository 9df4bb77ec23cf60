/**
 * What a server without a file system of its own asks its client. Each takes `{ uri }` and is answered with null when the
 * file or folder is not there.
 *
 * - `zfxxgk/readFile` with `maxBytes`: the bytes (`Uint8Array`) of a plain file that is no larger
 * - `zfxxgk/stat`: `FileStat` of a plain file
 * - `zfxxgk/readDirectory`: `DirectoryEntry[]`
 */
export interface ReadFileParams {
  readonly uri: string;
  readonly maxBytes: number;
}

export interface FileStat {
  /** In bytes. */
  readonly size: number;
  /** Milliseconds. */
  readonly mtime: number;
}

/** A link to a file counts as that file; one to a folder is left out, for it may lead round in circles. */
export interface DirectoryEntry {
  readonly name: string;
  readonly uri: string;
  readonly kind: 'file' | 'folder';
}
