import { type CodeAction, type CodeActionParams, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
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
import { toWorkspaceEdit } from '../workspace-edit.ts';
import { answer } from './answer.ts';

/** Quick fixes and source actions. Where the client resolves them, an edit is made only for the one that is chosen. */
export function handleCodeActions(server: Server): void {
  const { connection, client, store } = server;
  connection.onCodeAction(
    answer(store, (report, { range, context }: CodeActionParams) => {
      const question: Question = { range, only: context.only };
      const actions = fixesAt(server, report, question).map(({ fix, findings }, at): CodeAction => {
        const action = { ...toCodeAction(fix, diagnosticsOf(report, findings)), ...tellingOf(server, report, fix) };
        if (!client.resolvesEdits) return { ...action, edit: toWorkspaceEdit(server, report, fix) };
        const data: ActionData = { uri: report.uri, version: report.document.version, question, at };
        return { ...action, data };
      });
      return [...actions, ...dismissals(server, report, question)];
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
