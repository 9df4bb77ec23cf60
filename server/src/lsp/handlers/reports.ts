import type { Diagnostic } from 'vscode-languageserver';
import { logFailure } from '../connection.ts';
import type { Server } from '../context.ts';
import type { ReportList } from '../workspace/report-list.ts';
import type { WorkspaceFiles } from '../workspace/workspace-files.ts';
import { WorkspaceReports } from '../workspace/workspace-reports.ts';

/** 工作区的年报: the requests of the client's tree, and the notification that it is out of date. */
export function handleReports({ connection, client, ...server }: Server, files: WorkspaceFiles): void {
  const onChange = () => logFailure(connection, connection.sendNotification('zfxxgk/reportsChanged'));
  const reports = new WorkspaceReports({ ...server, files, extracts: client.extracts, onChange });
  connection.onRequest(
    'zfxxgk/reports',
    (params: { readonly again?: boolean } | null): Promise<ReportList> => reports.list(params?.again === true),
  );
  connection.onRequest(
    'zfxxgk/reportFindings',
    ({ uri }: { readonly uri: string }): Promise<Diagnostic[]> => reports.findings(uri),
  );
  connection.onRequest('zfxxgk/reportsCsv', (): Promise<string> => reports.csv());
}
