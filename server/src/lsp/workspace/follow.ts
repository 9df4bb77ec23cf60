import { FileChangeType, type FileSystemWatcher } from 'vscode-languageserver';
import { logFailure } from '../connection.ts';
import type { Server } from '../context.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** The folders as the client has them, also when they change. */
export function followFolders(
  { connection, client, initialized, configuration, pending }: Server,
  files: WorkspaceFiles,
): void {
  if (!client.workspaceFolders) return;
  const ask = async () => {
    const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
    const uris = folders.map(({ uri }) => uri);
    files.setFolders(uris);
    configuration.setFolders(uris);
  };
  void initialized.then(() => connection.workspace.onDidChangeWorkspaceFolders(() => pending.add(ask())));
}

/** What the client tells of files, and what becomes of a file when it is no longer open. */
export function followFiles({ connection, store, configuration, documents }: Server, files: WorkspaceFiles): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    configuration.reloadProjects();
    for (const { uri, type } of changes) {
      logFailure(connection, files.fileChanged(uri, type === FileChangeType.Deleted));
    }
  });
  documents.onDidClose(({ document }) => logFailure(connection, files.documentClosed(document.uri)));
  // With the first report those of other years are needed.
  store.onDidChange(({ keys }) => {
    if (!configuration.comparesYears || !keys.some((key) => store.at(key)?.analysis)) return;
    logFailure(connection, files.read());
  });
}

/** WatchKind.Delete of the protocol. */
const DELETE = 4;

/** Files that may hold reports; anything that is deleted, for folders are told of by themselves. */
export const REPORT_FILES: FileSystemWatcher[] = [
  { globPattern: '**/*.{txt,md,htm,html,TXT,MD,HTM,HTML}' },
  { globPattern: '**/*.{docx,docm,dotx,xlsx,xlsm,pdf,mht,mhtml,DOCX,PDF,XLSX}' },
  { globPattern: '**/*', kind: DELETE },
];
