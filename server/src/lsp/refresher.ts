import type { Connection } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { logFailure } from './connection.ts';
import type { ReportStore } from './store/report-store.ts';

/**
 * Tells a client to ask anew for what it shows in the text. After an edit it does so by itself; not when settings or the
 * report of the year before have changed, or a save shows what was held back.
 */
export function refreshOnChange(connection: Connection, { refreshes }: Client, store: ReportStore): void {
  store.onDidChange(({ cause }) => {
    if (cause !== 'configuration' && cause !== 'predecessor' && cause !== 'save') return;
    const { languages } = connection;
    if (refreshes.inlayHint) logFailure(connection, languages.inlayHint.refresh());
    if (refreshes.semanticTokens) logFailure(connection, languages.semanticTokens.refresh());
    // Not among `languages`, for it is older than these.
    if (refreshes.codeLens) logFailure(connection, connection.sendRequest('workspace/codeLens/refresh'));
  });
}
