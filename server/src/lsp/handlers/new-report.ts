import { isTarget, TARGETS } from '../../features/convert.ts';
import { blankReport, type Draft, reportFrom } from '../../features/draft/draft.ts';
import type { Server } from '../context.ts';

/** What a new report is to be: from the open report of last year, or the blank form. */
export interface NewReportParams {
  /** Of last year's report. */
  readonly textDocument?: { readonly uri: string };
  readonly agency?: string;
  readonly year?: number;
  /** `markdown`, `tsv` …; that of last year's report where none is named. */
  readonly layout?: string;
}

/** 新建年度报告: answers with null when the document is no report, or nobody knows its year. */
export function handleNewReport({ connection, store }: Server): void {
  connection.onRequest('zfxxgk/newReport', (params: NewReportParams | null): Draft | null => {
    const { textDocument, agency, year, layout: name } = params ?? {};
    const layout = isTarget(name) ? TARGETS[name] : undefined;
    if (textDocument) {
      const analysis = store.get(textDocument.uri)?.analysis;
      return (analysis && reportFrom(analysis, layout)) ?? null;
    }
    if (typeof year !== 'number' || !Number.isInteger(year)) return null;
    return blankReport(typeof agency === 'string' ? agency : '', year, layout ?? 'pipes');
  });
}
