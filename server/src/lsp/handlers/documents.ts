import type { Server } from '../context.ts';
import { isExtract } from '../office/address.ts';

/** Follows the documents that the client has open; the `.zfxxgk.json` files around them are looked at with them. */
export function handleDocuments({ documents, store, configuration }: Server): void {
  documents.onDidOpen(({ document }) => {
    store.open(document);
    // Also for clients that watch no files, and for files that lie outside the workspace.
    configuration.projects.of(document.uri);
    configuration.reloadProjects();
  });
  // Called for a document that was opened as well.
  documents.onDidChangeContent(({ document }) => {
    store.change(document.uri);
    // The text of a file changes when the file was saved.
    if (isExtract(document.uri)) store.save(document.uri);
  });
  documents.onDidSave(({ document }) => {
    configuration.reloadProjects();
    store.save(document.uri);
  });
  documents.onDidClose(({ document }) => {
    configuration.projects.forget(document.uri);
    store.close(document.uri);
  });
}
