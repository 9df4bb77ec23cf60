import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { logFailure } from './connection.ts';
import { statusOf } from './status.ts';
import type { OpenReport } from './store/open-report.ts';
import type { ReportStore, ReportsChange } from './store/report-store.ts';

/** Sends what a client is told without asking: the findings unless it pulls them, and the status where it wants that. */
export class Publisher {
  /** The id of what was published last. In mode onSave it stays, for its ranges do not fit the text typed since. */
  private readonly published = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly store: ReportStore,
  ) {
    store.onDidChange((change) => this.follow(change));
  }

  private follow({ cause, keys }: ReportsChange): void {
    if (cause === 'file' || cause === 'open' || cause === 'close') return;
    const open = keys.flatMap((key) => this.store.at(key) ?? []);
    // A client that pulls does so by itself when it has changed a text, and then only.
    if (cause === 'save' || cause === 'configuration' || (cause === 'predecessor' && open.length > 0)) this.refresh();
    for (const report of open) this.publish(report);
  }

  private publish(report: OpenReport): void {
    const { connection, client } = this;
    const { uri, shownId } = report;
    if (!client.pullsDiagnostics && this.published.get(uri) !== shownId) {
      const { version } = report.document;
      logFailure(connection, connection.sendDiagnostics({ uri, version, diagnostics: report.shownDiagnostics }));
      this.published.set(uri, shownId);
    }
    if (client.status)
      logFailure(connection, connection.sendNotification('zfxxgk/status', statusOf(report, client.locale)));
  }

  private refresh(): void {
    if (!this.client.refreshesDiagnostics) return;
    logFailure(this.connection, this.connection.languages.diagnostics.refresh());
  }

  /** A closed document has no findings. */
  clear(uri: string): void {
    this.published.delete(uri);
    if (this.client.pullsDiagnostics) return;
    logFailure(this.connection, this.connection.sendDiagnostics({ uri, diagnostics: [] }));
  }
}
