import { logFailure } from '../connection.ts';
import type { Server } from '../context.ts';
import { Publisher } from '../publisher.ts';
import { warmUp } from '../warm-up.ts';

/** Findings are published, or given to a client that pulls them. */
export function handleDiagnostics({ connection, client, documents, store }: Server): void {
  const publisher = new Publisher(connection, client, store);
  documents.onDidClose(({ document }) => publisher.clear(document.uri));
  const first = store.onDidChange(({ keys }) => {
    const report = keys.map((key) => store.at(key)).find((each) => each?.analysis);
    if (!report) return;
    first.dispose();
    logFailure(connection, warmUp(store, report));
  });
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const report = store.get(textDocument.uri);
    if (!report) return { kind: 'full', items: [] };
    const { shownId: resultId } = report;
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: report.shownDiagnostics };
  });
}
