import type { Server } from '../context.ts';
import { Publisher } from '../publisher.ts';

/** Findings are published, or given to a client that pulls them. */
export function handleDiagnostics({ connection, client, documents, store }: Server): void {
  const publisher = new Publisher(connection, client, store);
  documents.onDidClose(({ document }) => publisher.clear(document.uri));
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const report = store.get(textDocument.uri);
    if (!report) return { kind: 'full', items: [] };
    const { shownId: resultId } = report;
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: report.shownDiagnostics };
  });
}
