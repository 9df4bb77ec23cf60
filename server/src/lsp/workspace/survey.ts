import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Disk } from '../../files/disk.ts';
import { attempt } from '../publisher.ts';
import type { Session } from '../session.ts';
import type { WorkspaceIndex } from './index.ts';
import type { Library } from './library.ts';
import { half, type Progress } from './progress.ts';

/** What the request `zfxxgk/checkWorkspace` answers: how many reports were judged, and their findings by severity. */
export interface Counts {
  readonly reports: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  /** The counts are of what was judged until then. */
  readonly cancelled: boolean;
}

type Severities = readonly (number | undefined)[];

export interface SurveyTools {
  readonly connection: Connection;
  readonly disk: Disk | undefined;
  readonly library: Library;
  readonly index: WorkspaceIndex;
  readonly session: () => Session;
  readonly documents: () => readonly TextDocument[];
}

/**
 * 检查工作区全部报告: publishes the findings of files that are not open, and from then on keeps them up to date. What is
 * open is told of by its document alone.
 */
export class Survey {
  private begun = false;
  /** The files of which findings are published. */
  private readonly shown = new Set<string>();
  private readonly stale = new Set<string>();
  private draining = false;

  constructor(private readonly tools: SurveyTools) {}

  async run(progress: Progress): Promise<Counts> {
    const { index, session, documents } = this.tools;
    // The index may be there already, but the client may have missed a change on disk.
    await index.rescan(half(progress, 0));
    this.begun = true;
    const found: Severities[] = documents().flatMap((document) =>
      session().analysis(document) ? [session().severities(document)] : [],
    );
    const reports = index.reports();
    for (const [at, { key }] of reports.entries()) {
      if (progress.cancelled) break;
      const severities = await this.judge(key);
      if (severities) found.push(severities);
      half(progress, 1).report(at + 1, reports.length);
    }
    return { ...count(found), cancelled: progress.cancelled };
  }

  /** Publishes the findings of a file; undefined when it is open, or no report that is to be judged. */
  private async judge(key: string): Promise<Severities | undefined> {
    const { disk, library, session } = this.tools;
    if (library.isOpen(key)) return undefined;
    const text = await disk?.read(key);
    if (library.isOpen(key)) return undefined;
    const items = text === undefined ? undefined : session().judgeFile(key, text);
    this.show(key, items ?? []);
    return items?.map(({ severity }) => severity);
  }

  private show(uri: string, diagnostics: NonNullable<ReturnType<Session['judgeFile']>>): void {
    if (diagnostics.length === 0 && !this.shown.delete(uri)) return;
    if (diagnostics.length > 0) this.shown.add(uri);
    attempt(this.tools.connection, this.tools.connection.sendDiagnostics({ uri, diagnostics }));
  }

  /** The document tells of itself now. */
  opened(key: string): void {
    this.show(key, []);
  }

  /** A file, or the report of the year before, has changed. */
  changed(key: string): void {
    if (!this.begun || this.tools.library.isOpen(key)) return;
    this.stale.add(key);
    if (!this.draining) attempt(this.tools.connection, this.drain());
  }

  /** New settings: all that was judged is judged again. */
  restart(): void {
    if (!this.begun) return;
    for (const key of this.shown) this.changed(key);
    for (const { key } of this.tools.index.reports()) this.changed(key);
  }

  private async drain(): Promise<void> {
    this.draining = true;
    try {
      for (const key of this.stale) {
        this.stale.delete(key);
        if (this.tools.index.stampOf(key) === undefined) this.show(key, []);
        else await this.judge(key);
      }
    } finally {
      this.draining = false;
    }
  }
}

function count(found: readonly Severities[]): Omit<Counts, 'cancelled'> {
  const all = found.flat();
  const of = (...wanted: number[]) => all.filter((severity) => wanted.includes(severity ?? 0)).length;
  return { reports: found.length, errors: of(1), warnings: of(2), others: of(3, 4) };
}
