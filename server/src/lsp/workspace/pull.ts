import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { SILENT } from './progress.ts';
import type { SurveyTools } from './survey.ts';

type Item = WorkspaceDocumentDiagnosticReport;
type Partial = ResultProgressReporter<{ items: Item[] }> | undefined;
/** What the client was told before, by the address in the library. */
type Previous = ReadonlyMap<string, { readonly uri: string; readonly value: string }>;

interface Collected {
  readonly items: Item[];
  /** Whether anything differs from what the client was told before. */
  readonly news: boolean;
}

type Tools = Omit<SurveyTools, 'connection'> & {
  /** Whether the client tells of files that change on disk. */
  readonly watches: () => boolean;
};

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

  constructor(private readonly tools: Tools) {}

  /** Something may have changed: requests that are held are looked at again. */
  wake(): void {
    this.changes++;
    for (const resume of this.held) setImmediate(resume);
  }

  async answer(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial?: Partial,
  ): Promise<WorkspaceDiagnosticReport> {
    const { index, library, watches } = this.tools;
    await (watches() ? index.ready() : index.rescan(SILENT));
    const previous = new Map(previousResultIds.map(({ uri, value }) => [library.key(uri), { uri, value }]));
    for (;;) {
      const { changes } = this;
      const answer = await this.collect(previous, token, partial);
      const nothing = !answer.news && previous.size > 0 && watches();
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
    const { index, library, documents } = this.tools;
    const open = documents().map((document) => [library.key(document.uri), document] as const);
    const reports = index.reports().filter(({ key }) => !library.isOpen(key));
    for (const [key, document] of open) yield this.ofDocument(document, previous.get(key)?.value);
    for (const { key, stamp } of reports) yield await this.ofFile(key, stamp, previous.get(key));
    const present = new Set([...open, ...reports.map(({ key }) => [key] as const)].map(([key]) => key));
    for (const [key, { uri, value }] of previous) if (!present.has(key)) yield gone(uri, value);
  }

  private ofDocument(document: TextDocument, previous: string | undefined): Item {
    const { id, items } = this.tools.session().diagnostics(document);
    const { uri, version } = document;
    if (id === previous) return { kind: 'unchanged', uri, version, resultId: id };
    return { kind: 'full', uri, version, resultId: id, items: items() };
  }

  private async ofFile(
    key: string,
    stamp: string,
    previous: { readonly uri: string; readonly value: string } | undefined,
  ): Promise<Item> {
    const { disk, library, session } = this.tools;
    const uri = previous?.uri ?? key;
    const id = `${session().epoch}:${stamp}:${library.revision(library.summaryOf(key))}`;
    if (id === previous?.value) return { kind: 'unchanged', uri, version: null, resultId: id };
    const text = await disk?.read(key);
    const items = (text === undefined ? undefined : session().judgeFile(key, text)) ?? [];
    return { kind: 'full', uri, version: null, resultId: id, items };
  }
}

function gone(uri: string, previous: string): Item {
  if (previous === GONE) return { kind: 'unchanged', uri, version: null, resultId: GONE };
  return { kind: 'full', uri, version: null, resultId: GONE, items: [] };
}
