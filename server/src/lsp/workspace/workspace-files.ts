import { makeDigest } from '../../digest/make-digest.ts';
import type { Disk } from '../../files/disk.ts';
import { parseReport } from '../../report/parse.ts';
import type { Configuration } from '../store/configuration.ts';
import type { ReportStore } from '../store/report-store.ts';
import { nextTurn } from '../turns.ts';
import { type FilesEvent, type FilesState, stateAfter } from './files-state.ts';
import { type Progress, SILENT, waitFor } from './progress.ts';

/** What is remembered of a file: whether it has changed, and whether it holds a report. */
interface KnownFile {
  readonly stamp: string;
  readonly report: boolean;
}

export interface WorkspaceFilesOptions {
  readonly disk: Disk | undefined;
  readonly store: ReportStore;
  readonly configuration: Configuration;
  /** A new bar for work that nobody waits for. */
  readonly showProgress: () => Progress;
  /** Called before the first file is read. */
  readonly onFirstRead: () => void;
  readonly onError: (error: unknown) => void;
}

/** Files are read so many at a time; their texts are read one by one, and requests are answered between. */
const AT_ONCE = 4;

/**
 * The files in the folders of the workspace: the digests of those that hold reports go to the store, their texts are
 * forgotten at once. They are read when that is first wanted, and followed by what the client tells of files.
 */
export class WorkspaceFiles {
  private state: FilesState = 'unread';
  private readonly known = new Map<string, KnownFile>();
  folders: readonly string[] = [];
  /** The last reading that was begun; an earlier one gives way to it. */
  private reading: Promise<void> = Promise.resolve();
  private readings = 0;
  private begun = false;
  /** The files of which the client has told, one after the other, and how many are still to be read. */
  private changes: Promise<void> = Promise.resolve();
  private changing = 0;
  private blankCells: unknown;
  /** Those who wait, and want to know how far it has come. */
  private readonly observers = new Set<Progress>();

  constructor(private readonly options: WorkspaceFilesOptions) {
    options.configuration.onDidChange(() => this.configure());
  }

  /** Takes the folders of the workspace; those of virtual file systems cannot be read. */
  setFolders(uris: readonly string[]): void {
    this.folders = uris.flatMap((uri) => this.options.disk?.locate(uri) ?? []);
    this.handle('outdated');
  }

  private configure(): void {
    const { blankCells } = this.options.configuration.fileOptions;
    // What was read in another way is to be read once more.
    if (this.blankCells !== blankCells) this.known.clear();
    this.blankCells = blankCells;
    this.handle('outdated');
  }

  /** Resolves when every file has been read once, or someone has stopped that. */
  read(progress: Progress = SILENT): Promise<void> {
    return this.settled('wanted', progress);
  }

  /** Looks at all files again, for the client may not tell of every change. */
  readAgain(progress: Progress = SILENT): Promise<void> {
    return this.settled('asked', progress);
  }

  /** Whoever cancels waiting does not stop the reading, which others need. */
  private async settled(event: FilesEvent, progress: Progress): Promise<void> {
    if (!this.options.disk || this.folders.length === 0) return;
    this.observers.add(progress);
    this.handle(event);
    while (!this.settledNow && !progress.cancelled) {
      await waitFor(this.state === 'reading' ? this.reading : this.changes, progress);
    }
    this.observers.delete(progress);
  }

  private handle(event: FilesEvent): void {
    const next = stateAfter(this.state, event);
    if (!next) return;
    this.state = next;
    if (next !== 'reading') return;
    if (!this.begun) this.options.onFirstRead();
    this.begun = true;
    const reading = ++this.readings;
    const awaited = event === 'asked' || [...this.observers].some((each) => each !== SILENT);
    this.reading = this.readAll(reading, awaited ? SILENT : this.options.showProgress()).catch((error: unknown) => {
      this.options.onError(error);
      if (reading === this.readings) this.handle('cancelled');
    });
  }

  private async readAll(reading: number, bar: Progress): Promise<void> {
    const superseded = () => reading !== this.readings;
    const keys = await this.search();
    for (let at = 0; at < keys.length && !superseded() && !bar.cancelled; at += AT_ONCE) {
      await Promise.all(keys.slice(at, at + AT_ONCE).map((key) => this.readFile(key).catch(this.options.onError)));
      for (const each of [bar, ...this.observers]) each.report(Math.min(at + AT_ONCE, keys.length), keys.length);
      // Lets messages of the client in, also when the disk answers at once.
      await nextTurn();
    }
    bar.end();
    if (superseded()) return;
    if (bar.cancelled) return this.handle('cancelled');
    const found = new Set(keys);
    for (const key of [...this.known.keys()]) if (!found.has(key)) this.forget(key);
    this.handle('finished');
  }

  private async search(): Promise<string[]> {
    const { disk, configuration } = this.options;
    const found = new Set<string>();
    for (const folder of this.folders) for await (const key of disk?.search(folder) ?? []) found.add(key);
    return [...found].filter((key) => configuration.admits(key));
  }

  /** Reads a file if it has changed since it was read last; an open one counts as the editor shows it. */
  private async readFile(key: string): Promise<void> {
    const { disk, store, configuration } = this.options;
    if (!disk || store.isOpen(key)) return;
    const stamp = await disk.stamp(key);
    if (stamp === undefined) return this.forget(key);
    if (this.known.get(key)?.stamp === stamp) return;
    const text = await disk.read(key);
    // Opened, or excluded by new settings, while it was read.
    if (store.isOpen(key) || !this.includes(key)) return;
    const report = text === undefined ? undefined : parseReport(text, { ...configuration.fileOptions, name: key });
    this.known.set(key, { stamp, report: report !== undefined });
    store.setFile(key, report && makeDigest({ report }));
  }

  private forget(key: string): void {
    if (this.known.delete(key)) this.options.store.setFile(key, undefined);
  }

  /** The client tells of a file that was made, changed or deleted; of a folder, too, that is gone. */
  fileChanged(uri: string, deleted: boolean): Promise<void> {
    return this.inTurn(uri, async (key) => {
      if (this.includes(key)) return this.readFile(key);
      const inside = deleted ? [...this.known.keys()].filter((each) => each.startsWith(`${key}/`)) : [];
      for (const each of inside) this.forget(each);
      // A folder that was renamed is told of as one that is gone; where it went shows a look at all files.
      if (inside.length > 0) this.handle('outdated');
    });
  }

  /** A document was closed: its file counts again. */
  documentClosed(uri: string): Promise<void> {
    return this.inTurn(uri, async (key) => {
      this.known.delete(key);
      if (this.includes(key)) await this.readFile(key);
    });
  }

  /** One after the other: of two changes of a file the later must be the one that is read last. */
  private inTurn(uri: string, work: (key: string) => Promise<void>): Promise<void> {
    const key = this.options.disk?.locate(uri);
    if (this.state === 'unread' || key === undefined) return Promise.resolve();
    this.changing++;
    const change = this.changes.then(() => work(key)).finally(() => this.changing--);
    this.changes = change.catch(() => {});
    return change;
  }

  /** Whether a file is among those that are looked at. */
  includes(key: string): boolean {
    const { disk, configuration } = this.options;
    return this.folders.some((folder) => disk?.covers(folder, key)) && configuration.admits(key);
  }

  private get settledNow(): boolean {
    return this.state !== 'reading' && this.changing === 0;
  }

  /** Whether every file of the workspace has been read, and none is being read again. */
  get complete(): boolean {
    return this.folders.length === 0 || (this.state === 'read' && this.changing === 0);
  }

  /** The files that hold reports, in the order of their addresses, and what tells one state of a file from another. */
  get reports(): { key: string; stamp: string }[] {
    const found = [...this.known].flatMap(([key, { stamp, report }]) => (report ? { key, stamp } : []));
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  holdsReport(key: string): boolean {
    return this.known.get(key)?.report === true;
  }
}
