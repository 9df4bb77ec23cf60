import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Disk } from '../../files/disk.ts';
import { logFailure, type PendingAnswers } from '../connection.ts';
import { shownUri } from '../convert.ts';
import type { ReportStore, ReportsChange } from '../store/report-store.ts';
import { countSeverities, type SeverityCounts, severitiesOf } from '../store/severities.ts';
import { half, type Progress, SILENT, waitFor } from './progress.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** What the request `zfxxgk/checkWorkspace` answers: how many reports were checked, and their findings by severity. */
export interface Counts extends SeverityCounts {
  readonly reports: number;
  /** The counts are of what was checked until then. */
  readonly cancelled: boolean;
}

type Severities = ReturnType<typeof severitiesOf>;

export interface WorkspaceCheckOptions {
  readonly connection: Connection;
  readonly disk: Disk | undefined;
  readonly store: ReportStore;
  readonly files: WorkspaceFiles;
  readonly pending: PendingAnswers;
  /** Whether the client shows the texts of documents. */
  readonly extracts: boolean;
}

/**
 * 检查工作区全部报告: publishes the findings of files that are not open, and from then on keeps them up to date. Those of
 * an open report are published by its document alone.
 */
export class WorkspaceCheck {
  /** Whether anyone has asked for it: from then on files are checked. */
  private active = false;
  /** The severities that were found in each file. */
  private readonly checked = new Map<string, Severities>();
  /** The files of which findings are published. */
  private readonly published = new Set<string>();
  /** The files that are to be checked. */
  private readonly stale = new Set<string>();
  private checking: Promise<void> = Promise.resolve();

  constructor(private readonly options: WorkspaceCheckOptions) {
    options.store.onDidChange((change) => this.active && this.follow(change));
  }

  /** Settings and folders may still be on their way, and change while files are checked: only what stays is counted. */
  async run(progress: Progress): Promise<Counts> {
    const { files, pending } = this.options;
    void progress.whenCancelled?.then(() => this.stale.clear());
    do {
      await waitFor(pending.settled(), progress);
      await files.readAgain(half(progress, 0));
      this.active = true;
      if (!progress.cancelled) this.markAll();
      await this.checkStale(half(progress, 1));
    } while (!progress.cancelled && !(pending.none && files.complete && this.stale.size === 0));
    return { ...this.count(), cancelled: progress.cancelled };
  }

  private follow({ cause, keys }: ReportsChange): void {
    if (cause === 'configuration') this.markAll();
    if (cause === 'file' || cause === 'predecessor') for (const key of keys) this.stale.add(key);
    // The document speaks for itself now.
    if (cause === 'open') for (const key of keys) this.publish(key, []);
    if (this.stale.size > 0) logFailure(this.options.connection, this.checkStale(SILENT));
  }

  private markAll(): void {
    for (const key of this.published) this.stale.add(key);
    for (const { key } of this.options.files.reports) this.stale.add(key);
  }

  /** One file after the other, whoever asks; resolves when none is left that was to be checked by then. */
  private checkStale(progress: Progress): Promise<void> {
    const checked = this.checking.then(async () => {
      const total = this.stale.size;
      for (const key of this.stale) {
        this.stale.delete(key);
        await this.check(key);
        progress.report(Math.max(total - this.stale.size, 0), total);
      }
    });
    this.checking = checked.catch(() => {});
    return checked;
  }

  private async check(key: string): Promise<void> {
    const { disk, store, files } = this.options;
    this.checked.delete(key);
    const text = files.holdsReport(key) && !store.isOpen(key) ? await disk?.read(key) : undefined;
    // Opened while it was read.
    if (store.isOpen(key)) return;
    const findings = text === undefined ? undefined : store.findingsOf(key, text);
    this.publish(key, findings?.diagnostics ?? []);
    if (findings) this.checked.set(key, severitiesOf(findings.shown));
  }

  private publish(uri: string, diagnostics: Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.published.delete(uri)) return;
    if (diagnostics.length > 0) this.published.add(uri);
    const { connection, extracts } = this.options;
    logFailure(connection, connection.sendDiagnostics({ uri: shownUri(uri, extracts), diagnostics }));
  }

  /** Each report counts once: as the editor shows it while it is open. */
  private count(): Omit<Counts, 'cancelled'> {
    const { store, files } = this.options;
    const open = [...store.openReports].filter(({ analysis }) => analysis);
    const found = open.map(({ shownFindings }) => severitiesOf(shownFindings));
    for (const { key } of files.reports) {
      const severities = store.isOpen(key) ? undefined : this.checked.get(key);
      if (severities) found.push(severities);
    }
    return { reports: found.length, ...countSeverities(found.flat()) };
  }
}
