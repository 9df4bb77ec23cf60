import { watchFiles } from '../connection.ts';
import type { Server } from '../context.ts';
import { followFiles, followFolders, REPORT_FILES } from '../workspace/follow.ts';
import { backgroundProgress, requestProgress, SILENT } from '../workspace/progress.ts';
import { WorkspaceCheck } from '../workspace/workspace-check.ts';
import { WorkspaceFiles } from '../workspace/workspace-files.ts';
import { WorkspacePulls } from '../workspace/workspace-pull.ts';
import { handleReports } from './reports.ts';

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
  const check = new WorkspaceCheck({ connection, disk, store, files, pending, extracts: client.extracts });
  const pulls = new WorkspacePulls({ disk, store, files, configuration, pending, watchesFiles });
  connection.languages.diagnostics.onWorkspace((params, token, _bar, partial) => pulls.answer(params, token, partial));
  handleReports(server, files);
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

const TITLES = { zh: '读取工作区的年度报告', en: 'Reading annual reports' } as const;
