import { FileChangeType, type FileSystemWatcher } from 'vscode-languageserver';
import { logFailure, watchFiles } from '../connection.ts';
import type { Server } from '../context.ts';
import { backgroundProgress, requestProgress, SILENT } from '../workspace/progress.ts';
import { WorkspaceCheck } from '../workspace/workspace-check.ts';
import { WorkspaceFiles } from '../workspace/workspace-files.ts';
import { WorkspacePulls } from '../workspace/workspace-pull.ts';

/** The reports that are not open: which is whose year before, and what is found in them. */
export function handleWorkspace(server: Server, folders: readonly string[]): void {
  const { connection, client, store, configuration, disk, pending } = server;
  const files = new WorkspaceFiles({
    disk,
    store,
    configuration,
    showProgress: () => (client.showsProgress ? backgroundProgress(connection, TITLES[client.locale]) : SILENT),
    onFirstRead: () => watchFiles(server, REPORT_FILES),
    onError: (error) => connection.console.error(String(error)),
  });
  files.setFolders(folders);
  followFolders(server, files);
  followFiles(server, files);
  const { watchesFiles } = client;
  const check = new WorkspaceCheck({ connection, disk, store, files, pending });
  const pulls = new WorkspacePulls({ disk, store, files, configuration, pending, watchesFiles });
  connection.languages.diagnostics.onWorkspace((params, token, _bar, partial) => pulls.answer(params, token, partial));
  // 检查工作区全部报告
  connection.onRequest('zfxxgk/checkWorkspace', async (params: { workDoneToken?: string | number } | null, token) => {
    const bar = connection.window.attachWorkDoneProgress(params?.workDoneToken);
    bar.begin('', 0);
    const progress = requestProgress(bar, token);
    try {
      return await check.run(progress);
    } finally {
      progress.end();
    }
  });
}

/** The folders as the client has them, also when they change. */
function followFolders(
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
function followFiles({ connection, store, configuration, documents }: Server, files: WorkspaceFiles): void {
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
const REPORT_FILES: FileSystemWatcher[] = [
  { globPattern: '**/*.{txt,md,htm,html,TXT,MD,HTM,HTML}' },
  { globPattern: '**/*', kind: DELETE },
];

const TITLES = { zh: '读取工作区的年度报告', en: 'Reading annual reports' } as const;
