import { makeDigest } from '../../digest/make-digest.ts';
import type { Disk } from '../../files/disk.ts';
import { type ParseOptions, parseReport } from '../../report/parse.ts';
import type { Library } from './library.ts';
import { type Progress, SILENT } from './progress.ts';

/** What is remembered of a file: whether it has changed, and whether it holds a report. */
interface Known {
  readonly stamp: string;
  readonly report: boolean;
}

/** Whether a file may be read at all; settings can exclude it. */
export type Admits = (uri: string) => boolean;

export interface IndexHooks {
  /** A new bar for work in the background. */
  readonly progress: () => Progress;
  /** Called before the first file is read. */
  readonly begin: () => void;
  /** Called when a file was read, or is gone. */
  readonly changed: (key: string) => void;
}

/** Files are read so many at a time; their texts are judged one by one, and requests are answered between. */
const AT_ONCE = 4;

/**
 * The reports in the folders of the workspace: their digests go to the library, their texts are forgotten at once. It
 * is built when it is first wanted and kept up to date by what the client tells of files.
 */
export class WorkspaceIndex {
  private readonly known = new Map<string, Known>();
  private folders: readonly string[] = [];
  private building: Promise<void> | undefined;
  private runs = 0;
  /** Whether every file has been read once. */
  private complete = false;
  private turns: Promise<void> = Promise.resolve();
  private admits: Admits = () => true;
  private reading: ParseOptions = {};

  constructor(
    private readonly disk: Disk | undefined,
    private readonly library: Library,
    private readonly hooks: IndexHooks,
  ) {}

  /** Takes the folders of the workspace; those of virtual file systems cannot be read. */
  setFolders(uris: readonly string[]): void {
    this.folders = uris.flatMap((uri) => this.disk?.locate(uri) ?? []);
    this.again();
  }

  /** Takes over which files may be read, and how. */
  configure(admits: Admits, reading: ParseOptions): void {
    // What was read in another way is to be read once more.
    if (this.reading.blankCells !== reading.blankCells) this.known.clear();
    this.reading = reading;
    this.admits = admits;
    this.again();
  }

  /** Builds the index once more when it was built already. */
  private again(): void {
    if (this.building) this.building = this.scan(this.hooks.progress());
  }

  /**
   * Begins to build the index unless it was begun already; what it holds meanwhile counts. Resolves when all files have
   * been read, or the reading was cancelled.
   */
  async ready(): Promise<void> {
    if (!this.disk || this.folders.length === 0) return;
    if (!this.building) {
      this.hooks.begin();
      this.building = this.scan(this.hooks.progress());
    }
    for (let awaited: Promise<void> | undefined; awaited !== this.building; ) {
      awaited = this.building;
      await awaited;
    }
  }

  /** Looks at all files again and reads those that have changed, whatever was read before. */
  async rescan(progress: Progress): Promise<void> {
    if (!this.disk || this.folders.length === 0) return;
    if (!this.building) this.hooks.begin();
    this.building = this.scan(progress);
    await this.building;
    // Whoever cancelled this did not mean the index, which others need.
    if (progress.cancelled && !this.complete) this.building = this.scan(this.hooks.progress());
  }

  /** Gives way to a scan that is begun later. */
  private async scan(progress: Progress): Promise<void> {
    const run = ++this.runs;
    const superseded = () => run !== this.runs || progress.cancelled;
    const keys = await this.search();
    for (let at = 0; at < keys.length && !superseded(); at += AT_ONCE) {
      await Promise.all(keys.slice(at, at + AT_ONCE).map((key) => this.refresh(key)));
      progress.report(Math.min(at + AT_ONCE, keys.length), keys.length);
      // Lets messages of the client in, also when the disk answers at once.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const found = new Set(keys);
    this.complete ||= !superseded();
    if (run === this.runs) for (const key of [...this.known.keys()]) if (!found.has(key)) this.forget(key);
    progress.end();
  }

  private async search(): Promise<string[]> {
    const found = new Set<string>();
    for (const folder of this.folders) for await (const key of this.disk?.search(folder) ?? []) found.add(key);
    return [...found].filter(this.admits);
  }

  /** Reads a file if it has changed since it was read last; an open one counts as the editor shows it. */
  async refresh(key: string): Promise<void> {
    if (!this.disk || this.library.isOpen(key)) return;
    const stamp = await this.disk.stamp(key);
    if (stamp === undefined) return this.forget(key);
    if (this.known.get(key)?.stamp === stamp) return;
    const text = await this.disk.read(key);
    // Opened, or excluded by new settings, while it was read.
    if (this.library.isOpen(key) || !this.wants(key)) return;
    const report = text === undefined ? undefined : parseReport(text, this.reading);
    this.known.set(key, { stamp, report: report !== undefined });
    this.library.put(key, report && makeDigest({ report }));
    this.hooks.changed(key);
  }

  private forget(key: string): void {
    if (!this.known.delete(key)) return;
    if (!this.library.isOpen(key)) this.library.put(key, undefined);
    this.hooks.changed(key);
  }

  /** The client tells of a file that was made, changed or deleted; of a folder, too, that is gone. */
  fileChanged(uri: string, deleted: boolean): Promise<void> {
    return this.inTurn(uri, async (key) => {
      if (this.wants(key)) return this.refresh(key);
      const inside = deleted ? [...this.known.keys()].filter((each) => each.startsWith(`${key}/`)) : [];
      for (const each of inside) this.forget(each);
      // A folder that was renamed is told of as one that is gone; where it went shows a look at all files.
      if (inside.length > 0) this.building = this.scan(SILENT);
    });
  }

  /** A document was closed: its file counts again. */
  closed(uri: string): Promise<void> {
    return this.inTurn(uri, async (key) => {
      this.known.delete(key);
      if (this.wants(key)) await this.refresh(key);
    });
  }

  /** One after the other: of two changes of a file the later must be the one that is read last. */
  private inTurn(uri: string, work: (key: string) => Promise<void>): Promise<void> {
    const key = this.disk?.locate(uri);
    if (!this.building || key === undefined) return Promise.resolve();
    const turn = this.turns.then(() => work(key));
    this.turns = turn.catch(() => {});
    return turn;
  }

  private wants(key: string): boolean {
    return this.folders.some((folder) => this.disk?.covers(folder, key)) && this.admits(key);
  }

  /** The files that hold reports, in the order of their addresses, and what tells one state of a file from another. */
  reports(): { key: string; stamp: string }[] {
    const found = [...this.known].flatMap(([key, { stamp, report }]) => (report ? { key, stamp } : []));
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  stampOf(key: string): string | undefined {
    const known = this.known.get(key);
    return known?.report ? known.stamp : undefined;
  }
}
