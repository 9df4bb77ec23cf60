import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Disk } from '../../files/disk.ts';
import type { PendingAnswers } from '../connection.ts';
import type { Configuration } from '../store/configuration.ts';
import type { OpenReport } from '../store/open-report.ts';
import type { ReportStore } from '../store/report-store.ts';
import { afterTurn } from '../turns.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

type Item = WorkspaceDocumentDiagnosticReport;
type Partial = ResultProgressReporter<{ items: Item[] }> | undefined;
/** What the client was told before, by the address in the store. */
type Previous = ReadonlyMap<string, { readonly uri: string; readonly value: string }>;

interface Collected {
  readonly items: Item[];
  /** Whether anything differs from what the client was told before. */
  readonly news: boolean;
}

export interface WorkspacePullOptions {
  readonly disk: Disk | undefined;
  readonly store: ReportStore;
  readonly files: WorkspaceFiles;
  readonly configuration: Configuration;
  readonly pending: PendingAnswers;
  /** Whether the client tells of files that change on disk. */
  readonly watchesFiles: boolean;
}

/** So many results are sent at a time. */
const BATCH = 50;
/** The result id of a file that is gone. */
const GONE = 'gone';

/**
 * `workspace/diagnostic`: the findings of all reports. A file is read only when its result id is out of date. Clients
 * ask again as soon as they are answered (VS Code's after two seconds), so that an answer in which nothing is new is
 * held back until something changes, as the protocol allows.
 */
export class WorkspacePulls {
  private readonly held = new Set<() => void>();
  private changes = 0;

  constructor(private readonly options: WorkspacePullOptions) {
    options.store.onDidChange(() => this.lookAgain());
  }

  /** Something may have changed: requests that are held back are looked at again, all that came together once. */
  private lookAgain(): void {
    this.changes++;
    for (const resume of this.held) afterTurn(resume);
  }

  async answer(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial?: Partial,
  ): Promise<WorkspaceDiagnosticReport> {
    const { files, store, pending, watchesFiles } = this.options;
    await pending.settled();
    await (watchesFiles ? files.read() : files.readAgain());
    const previous = new Map(previousResultIds.map(({ uri, value }) => [store.keyOf(uri), { uri, value }]));
    for (;;) {
      const { changes } = this;
      const answer = await this.collect(previous, token, partial);
      const nothing = !answer.news && previous.size > 0 && watchesFiles;
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (!nothing) return { items: answer.items };
      if (changes === this.changes) await this.change(token);
    }
  }

  /** Resolves when something may have changed, or the request was cancelled. */
  private change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const resume = () => {
        this.held.delete(resume);
        subscription.dispose();
        resolve();
      };
      const subscription = token.onCancellationRequested(resume);
      this.held.add(resume);
    });
  }

  /**
   * One item for each report, and for each file that was one. To a client that takes results bit by bit the new ones
   * are sent as they come, and no item is left for the end.
   */
  private async collect(previous: Previous, token: CancellationToken, partial: Partial): Promise<Collected> {
    const unchanged: Item[] = [];
    let full: Item[] = [];
    let news = false;
    for await (const item of this.items(previous)) {
      if (token.isCancellationRequested) break;
      if (item.kind === 'unchanged') unchanged.push(item);
      else {
        full.push(item);
        news = true;
      }
      if (!partial || full.length < BATCH) continue;
      partial.report({ items: full });
      full = [];
    }
    if (!partial || !news) return { items: [...full, ...unchanged], news };
    partial.report({ items: [...full, ...unchanged] });
    return { items: [], news };
  }

  private async *items(previous: Previous): AsyncGenerator<Item> {
    const { files, store } = this.options;
    const open = [...store.openReports];
    const reports = files.reports.filter(({ key }) => !store.isOpen(key));
    for (const report of open) yield this.ofDocument(report, previous.get(report.key)?.value);
    for (const { key, stamp } of reports) yield await this.ofFile(key, stamp, previous.get(key));
    const present = new Set([...open, ...reports].map(({ key }) => key));
    for (const [key, { uri, value }] of previous) if (!present.has(key)) yield gone(uri, value);
  }

  private ofDocument(report: OpenReport, previous: string | undefined): Item {
    const { uri, shownId: resultId } = report;
    const { version } = report.document;
    if (resultId === previous) return { kind: 'unchanged', uri, version, resultId };
    return { kind: 'full', uri, version, resultId, items: report.shownDiagnostics };
  }

  private async ofFile(
    key: string,
    stamp: string,
    previous: { readonly uri: string; readonly value: string } | undefined,
  ): Promise<Item> {
    const { disk, store, configuration } = this.options;
    const uri = previous?.uri ?? key;
    const resultId = `${configuration.revision}:${stamp}:${store.predecessorRevision(key)}`;
    if (resultId === previous?.value) return { kind: 'unchanged', uri, version: null, resultId };
    const text = await disk?.read(key);
    const items = (text === undefined ? undefined : store.findingsOf(key, text)?.diagnostics) ?? [];
    return { kind: 'full', uri, version: null, resultId, items };
  }
}

function gone(uri: string, previous: string): Item {
  if (previous === GONE) return { kind: 'unchanged', uri, version: null, resultId: GONE };
  return { kind: 'full', uri, version: null, resultId: GONE, items: [] };
}
