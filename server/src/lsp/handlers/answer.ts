import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { OpenReport } from '../store/open-report.ts';
import type { ReportStore } from '../store/report-store.ts';

/** Answers a request on a document; with null when it is not open, and not at all when it was cancelled meanwhile. */
export function answer<Params extends { textDocument: { uri: string } }, Result>(
  store: ReportStore,
  work: (report: OpenReport, params: Params) => Result | undefined,
) {
  return (params: Params, token?: CancellationToken) => {
    if (token?.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const report = store.get(params.textDocument.uri);
    return (report && work(report, params)) ?? null;
  };
}
