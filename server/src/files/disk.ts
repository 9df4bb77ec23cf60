import type { Replaced } from './replace.ts';

/** Files by their addresses, as far as they may hold reports. Nothing here throws: what cannot be read is not there. */
export interface Disk {
  /** The one spelling of a file's address by which files are known here; undefined when it is no file. */
  readonly locate: (uri: string) => string | undefined;
  /** Whether a file in a folder would be found by `search`. */
  readonly covers: (folder: string, uri: string, isOther?: IsWanted) => boolean;
  /** The files that may hold reports in a folder and the folders in it. */
  readonly search: (folder: string, isOther?: IsWanted) => AsyncIterable<string>;
  /** Differs when the file has changed; undefined when it is gone, too large or no plain file. */
  readonly stamp: (uri: string, maxBytes?: number) => Promise<string | undefined>;
  readonly read: (uri: string) => Promise<string | undefined>;
  /**
   * At once and not later: a `.zfxxgk.json` has a few lines, and every answer on a report depends on it. A disk that is
   * far away says what it knows, asks, and tells those who listen when it was otherwise.
   */
  readonly readNow: (uri: string) => string | undefined;
  /** Calls back whenever `readNow` would say something else than it did. */
  readonly onDidLearn: (listener: () => void) => void;
}

/** A disk with files of office suites, which are also written. */
export interface DocumentDisk extends Disk {
  readonly readBytes: (uri: string) => Promise<Buffer | undefined>;
  /** The file by which an office suite says that it holds a document open. */
  readonly lockOf: (uri: string) => string | undefined;
  /** Puts other contents in the place of a file's; not when they are others than `before` by now. Throws like `write`. */
  readonly replace: (uri: string, before: Buffer, after: Uint8Array) => Promise<Replaced>;
  /** Calls back whenever a file has changed, until what is returned is called. */
  readonly watch: (uri: string, onChange: () => void) => () => void;
  /** Writes a new file, or all of an old one. Throws when it cannot be written. */
  readonly write: (uri: string, bytes: Uint8Array) => Promise<void>;
}

/** Whether a file of this name is wanted beside texts. */
export type IsWanted = (name: string) => boolean;
