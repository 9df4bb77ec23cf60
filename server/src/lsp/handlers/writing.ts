import type { CodeAction, CodeActionParams, Position } from 'vscode-languageserver';
import { alignTables as align } from '../../edits/align/index.ts';
import type { Edit } from '../../edits/edit.ts';
import { conversionText, convert, convertTitle, isTarget, TARGETS, type Target } from '../../features/convert.ts';
import { tableAt } from '../../features/locate.ts';
import type { Server } from '../context.ts';
import { toTextEdit } from '../convert.ts';
import { COMMANDS } from '../executable.ts';
import { inform, warn } from '../notify.ts';
import { isExtract } from '../office/address.ts';
import type { OpenReport } from '../store/open-report.ts';
import { workspaceEditOf } from '../workspace-edit.ts';

/** What the commands on tables are given beside the address of the document. */
export interface TableArgument {
  readonly to?: unknown;
  readonly position?: unknown;
  readonly tabSize?: unknown;
}

/** 转换表格: by way of the client, in one step; says what was done and what was left, and why. */
export async function convertTables(server: Server, open: OpenReport, given: TableArgument): Promise<number | null> {
  const { connection, client } = server;
  const { analysis, document } = open;
  if (!analysis || !isTarget(given.to) || isExtract(open.uri)) return null;
  const { report } = analysis;
  const at = isPosition(given.position) ? tableAt(report, document.offsetAt(given.position)) : undefined;
  const conversions = convert(report, at ? [at] : report.tables, given.to);
  const edits = conversions.flatMap((each) => (each.kind === 'edit' ? [each.edit] : []));
  const applied = edits.length === 0 || (await apply(server, open, edits));
  const left = conversions.some(({ kind }) => kind !== 'edit' && kind !== 'same');
  if (applied) (left ? warn : inform)(connection, conversionText(conversions, client.locale));
  return applied ? edits.length : 0;
}

/** 整理表格, also in the language modes for which no formatting is offered. */
export async function alignTables(
  server: Server,
  open: OpenReport,
  { tabSize }: TableArgument,
): Promise<number | null> {
  const { analysis } = open;
  if (!analysis || isExtract(open.uri)) return null;
  const edits = align(analysis.report, { tabSize: typeof tabSize === 'number' && tabSize >= 1 ? tabSize : 4 });
  return edits.length === 0 || (await apply(server, open, edits)) ? edits.length : 0;
}

async function apply(server: Server, open: OpenReport, edits: readonly Edit[]): Promise<boolean> {
  const { applied } = await server.connection.workspace.applyEdit({ edit: workspaceEditOf(server, open, edits) });
  return applied;
}

/** Offered when somebody asks for what can be done here, not with the light bulb of every line. */
export function conversionsAt(server: Server, open: OpenReport, { range, context }: CodeActionParams): CodeAction[] {
  const { client } = server;
  const { analysis, document, uri } = open;
  const wanted = context.only?.some((kind) => REWRITE.startsWith(kind)) ?? context.triggerKind === INVOKED;
  const table =
    wanted && analysis && !isExtract(uri) ? tableAt(analysis.report, document.offsetAt(range.start)) : undefined;
  if (!analysis || !table) return [];
  const targets = (Object.keys(TARGETS) as Target[]).filter((target) => TARGETS[target] !== table.layout);
  return targets.flatMap((target): CodeAction[] => {
    const title = convertTitle(table, target, client.locale);
    if (client.executes) {
      const command = {
        title,
        command: COMMANDS.convertTables,
        arguments: [{ uri, to: target, position: range.start }],
      };
      return [{ title, kind: REWRITE, command }];
    }
    const [conversion] = convert(analysis.report, [table], target);
    if (conversion?.kind !== 'edit') return [];
    return [{ title, kind: REWRITE, edit: { changes: { [uri]: [toTextEdit(document, conversion.edit)] } } }];
  });
}

const REWRITE = 'refactor.rewrite';
/** CodeActionTriggerKind.Invoked */
const INVOKED = 1;

function isPosition(value: unknown): value is Position {
  const { line, character } = (value ?? {}) as Partial<Position>;
  return typeof line === 'number' && typeof character === 'number';
}
