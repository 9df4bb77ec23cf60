import type { Analysis } from '../../checks/analysis.ts';
import { withPredecessor } from '../../checks/analysis.ts';
import type { Digest, Predecessor } from '../../digest/digest.ts';
import { makeDigest } from '../../digest/make-digest.ts';
import { ReportIndex } from '../../digest/report-index.ts';
import type { Disk } from '../../files/disk.ts';

/** What is known of an analysis beside the report itself. */
interface Linked {
  readonly digest: Digest | undefined;
  revision: number;
  analysis: Analysis;
}

/**
 * The digests of open documents and of files, by organ and year, and what links them. It never reads a file: whoever
 * does puts what was read in here. The text of an open document wins over what is on disk.
 */
export class Library {
  private shelf = new ReportIndex();
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
    this.shelf = new ReportIndex();
    for (const [key, linked] of this.open) if (linked) this.put(key, linked.digest);
  }

  /** What was read of a file; undefined when it is no report, or gone. */
  put(key: string, digest: Digest | undefined): void {
    const stale = this.shelf.set({ uri: key, name: nameOf(key) }, digest);
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
    const linked = this.linked.get(analysis) ?? { digest: makeDigest(analysis), revision: -1, analysis };
    this.linked.set(analysis, linked);
    if (known !== linked) {
      this.open.set(key, linked);
      if (linked.digest || this.shelf.get(key)) this.put(key, linked.digest);
    }
    return this.current(key, analysis, linked);
  }

  private current(key: string, analysis: Analysis, linked: Linked): Analysis {
    const { digest } = linked;
    if (!digest) return analysis;
    const revision = this.shelf.revision(digest);
    if (revision !== linked.revision) {
      linked.revision = revision;
      linked.analysis = withPredecessor(analysis, digest, this.shelf.before(digest, key));
    }
    return linked.analysis;
  }

  /** A number that changes whenever the report of the year before has changed for a report. */
  revision(digest: Digest | undefined): number {
    return digest ? this.shelf.revision(digest) : 0;
  }

  /** The same for an open document. */
  revisionOf(uri: string): number {
    return this.revision(this.open.get(this.key(uri))?.digest);
  }

  before(key: string, digest: Digest): Predecessor | undefined {
    return this.shelf.before(digest, key);
  }

  summaryOf(key: string): Digest | undefined {
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
