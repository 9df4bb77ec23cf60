import {
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Fix } from '../../features/fixes.ts';
import { isWord } from '../../import/names.ts';
import type { Server } from '../context.ts';
import { toCodeAction } from '../convert.ts';
import {
  type ActionData,
  diagnosticsOf,
  dismissals,
  fixesAt,
  type Question,
  readActionData,
  tellingOf,
} from '../offers.ts';
import { isExtract } from '../office/address.ts';
import type { OpenReport } from '../store/open-report.ts';
import { toWorkspaceEdit } from '../workspace-edit.ts';
import { answer } from './answer.ts';
import type { WriteParams } from './office.ts';
import { conversionsAt } from './writing.ts';

/** Quick fixes and source actions. Where the client resolves them, an edit is made only for the one that is chosen. */
export function handleCodeActions(server: Server): void {
  const { connection, client, store } = server;
  connection.onCodeAction(
    answer(store, (report, params: CodeActionParams) => {
      const { range, context } = params;
      const question: Question = { range, only: context.only };
      const actions = fixesAt(server, report, question).flatMap(({ fix, findings }, at): CodeAction[] => {
        if (isExtract(report.uri)) return writeAction(report, fix, diagnosticsOf(report, findings));
        const action = { ...toCodeAction(fix, diagnosticsOf(report, findings)), ...tellingOf(server, report, fix) };
        if (!client.resolvesEdits) return [{ ...action, edit: toWorkspaceEdit(server, report, fix) }];
        const data: ActionData = { uri: report.uri, version: report.document.version, question, at };
        return [{ ...action, data }];
      });
      return [...actions, ...conversionsAt(server, report, params), ...dismissals(server, report, question)];
    }),
  );
  connection.onCodeActionResolve((action) => {
    const data = readActionData(action.data);
    // A command alone has no edit.
    if (action.command && !data) return action;
    const report = data && store.get(data.uri);
    // The same question on the same text has the same answers.
    const same = report !== undefined && report.document.version === data?.version;
    const fix = same ? fixesAt(server, report, data.question)[data.at]?.fix : undefined;
    if (!report || fix?.title !== action.title)
      return new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
    return { ...action, edit: toWorkspaceEdit(server, report, fix) };
  });
}

/** Into the text of a Word document nothing can be typed: the client has the fix written into the file. */
function writeAction({ uri, document }: OpenReport, fix: Fix, diagnostics: readonly Diagnostic[]): CodeAction[] {
  if (!isWord(uri) || fix.kind !== 'quickfix') return [];
  const edits = fix.edits.map(({ span, newText }) => ({ ...span, newText }));
  const params: WriteParams = { uri, text: document.getText(), edits };
  const { title } = fix;
  return [{ ...toCodeAction(fix, diagnostics), command: { title, command: 'zfxxgk.writeFix', arguments: [params] } }];
}
