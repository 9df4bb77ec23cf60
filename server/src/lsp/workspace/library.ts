import type { Analysis } from '../../checks/analysis.ts';
import type { Earlier, Summary } from '../../checks/years/digest.ts';
import { Shelf, withBefore } from '../../checks/years/shelf.ts';
import { summarise } from '../../checks/years/summary.ts';
import type { Disk } from '../../files/disk.ts';

/** What is known of an analysis beside the report itself. */
interface Linked {
  readonly summary: Summary | undefined;
  revision: number;
  analysis: Analysis;
}

/**
 * The digests of open documents and of files, by organ and year, and what links them. It never reads a file: whoever
 * does puts what was read in here. The text of an open document wins over what is on disk.
 */
export class Library {
  private shelf = new Shelf();
  private readonly linked = new WeakMap<Analysis, Linked>();
  /** What is known of each open document, by the address in the library. */
  private readonly open = new Map<string, Linked | undefined>();

  constructor(
    private readonly disk: Disk | undefined,
    /** Told of the reports whose year before has changed. */
    private readonly changed: (successors: readonly string[]) => void,
  ) {}

  /** The address by which a document is known here. */
  key(uri: string): string {
    return this.disk?.locate(uri) ?? uri;
  }

  isOpen(key: string): boolean {
    return this.open.has(key);
  }

  opened(uri: string): void {
    this.open.set(this.key(uri), undefined);
  }

  /** Takes an open document's text out; its file, if there is one, is to be read again. */
  closed(uri: string): void {
    const key = this.key(uri);
    this.open.delete(key);
    this.put(key, undefined);
  }

  /** Forgets all files. */
  clear(): void {
    this.shelf = new Shelf();
    for (const [key, linked] of this.open) if (linked) this.put(key, linked.summary);
  }

  /** What was read of a file; undefined when it is no report, or gone. */
  put(key: string, summary: Summary | undefined): void {
    const stale = this.shelf.set({ uri: key, name: nameOf(key) }, summary);
    if (stale.length > 0) this.changed(stale);
  }

  /**
   * The analysis of an open document with what follows from the report of the year before; the same object while
   * nothing changes. Undefined takes the document out.
   */
  link(uri: string, analysis: Analysis | undefined): Analysis | undefined {
    const key = this.key(uri);
    const known = this.open.get(key);
    if (!analysis) {
      if (this.shelf.get(key)) this.put(key, undefined);
      this.open.set(key, undefined);
      return undefined;
    }
    const linked = this.linked.get(analysis) ?? { summary: summarise(analysis), revision: -1, analysis };
    this.linked.set(analysis, linked);
    if (known !== linked) {
      this.open.set(key, linked);
      if (linked.summary || this.shelf.get(key)) this.put(key, linked.summary);
    }
    return this.current(key, analysis, linked);
  }

  private current(key: string, analysis: Analysis, linked: Linked): Analysis {
    const { summary } = linked;
    if (!summary) return analysis;
    const revision = this.shelf.revision(summary);
    if (revision !== linked.revision) {
      linked.revision = revision;
      linked.analysis = withBefore(analysis, summary, this.shelf.before(summary, key));
    }
    return linked.analysis;
  }

  /** A number that changes whenever the report of the year before has changed for a report. */
  revision(summary: Summary | undefined): number {
    return summary ? this.shelf.revision(summary) : 0;
  }

  /** The same for an open document. */
  revisionOf(uri: string): number {
    return this.revision(this.open.get(this.key(uri))?.summary);
  }

  before(key: string, summary: Summary): Earlier | undefined {
    return this.shelf.before(summary, key);
  }

  summaryOf(key: string): Summary | undefined {
    return this.shelf.get(key);
  }
}

/** `栖云县水利局-2024.md` */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
