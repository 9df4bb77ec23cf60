import {
  type DocumentFormattingParams,
  DocumentFormattingRequest,
  type DocumentOnTypeFormattingParams,
  DocumentOnTypeFormattingRequest,
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { alignTables } from '../../edits/align/index.ts';
import type { Edit } from '../../edits/edit.ts';
import { tableAt } from '../../features/locate.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { logFailure } from '../connection.ts';
import type { Server } from '../context.ts';
import { toSpan, toTextEdit } from '../convert.ts';
import { isExtract } from '../office/address.ts';
import type { OpenReport } from '../store/open-report.ts';
import { answer } from './answer.ts';

/** 整理表格: the columns of tables stand below each other. In files of values alone a blank would be one of them. */
const NOT_ALIGNED = ['csv', 'tsv'];
export const TYPED = { firstTriggerCharacter: '0', moreTriggerCharacter: [...'123456789０１２３４５６７８９'] };

export function handleFormatting(server: Server): void {
  const { connection, store } = server;
  connection.onDocumentFormatting(
    answer(store, (report, { options }: DocumentFormattingParams) => edit(report, options.tabSize)),
  );
  connection.onDocumentRangeFormatting(
    answer(store, (report, { options, range }: DocumentRangeFormattingParams) => {
      const { document } = report;
      const lines = toSpan(document, { start: { line: range.start.line, character: 0 }, end: range.end });
      return edit(
        report,
        options.tabSize,
        ({ span }) => span.start >= lines.start && span.end <= lineEnd(report, lines.end),
      );
    }),
  );
  connection.onDocumentOnTypeFormatting(
    answer(store, (report, { options, position }: DocumentOnTypeFormattingParams) => {
      return typed(report, options.tabSize, report.document.offsetAt(position));
    }),
  );
  registerFor(server);
}

/** Our own client says for which language modes: beside the formatters of other modes this one would only be in the way. */
function registerFor({ connection, client, initialized }: Server): void {
  const { formats } = client;
  if (!formats) return;
  const documentSelector = formats.map((language) => ({ language }));
  void initialized.then(() => {
    const register = connection.client.register.bind(connection.client);
    logFailure(connection, register(DocumentFormattingRequest.type, { documentSelector }));
    logFailure(connection, register(DocumentRangeFormattingRequest.type, { documentSelector }));
    logFailure(connection, register(DocumentOnTypeFormattingRequest.type, { documentSelector, ...TYPED }));
  });
}

function edit(open: OpenReport, tabSize: number, wanted: (each: Edit) => boolean = () => true): TextEdit[] | undefined {
  const { analysis, document, uri } = open;
  if (!analysis || isExtract(uri) || NOT_ALIGNED.includes(document.languageId)) return undefined;
  const edits = alignTables(analysis.report, { tabSize }).filter(wanted);
  return edits.map((each) => toTextEdit(document, each));
}

/** While a number is typed its row keeps the columns of the others; the others do not jump. */
function typed(open: OpenReport, tabSize: number, offset: number): TextEdit[] | undefined {
  const { analysis, document, uri } = open;
  const table = analysis && tableAt(analysis.report, offset);
  if (!table || isExtract(uri) || NOT_ALIGNED.includes(document.languageId)) return undefined;
  const { lines } = analysis.report;
  const line: Span = lines.span(lineAt(lines, offset));
  const edits = alignTables(analysis.report, { tabSize }, [table]);
  const inLine = edits.every(({ span }) => span.start >= line.start && span.end <= line.end);
  return inLine ? edits.map((each) => toTextEdit(document, each)) : [];
}

function lineEnd({ analysis }: OpenReport, offset: number): number {
  const lines = analysis?.report.lines;
  return lines ? lines.end(lineAt(lines, offset)) : offset;
}
