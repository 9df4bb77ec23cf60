import type { ExecuteCommandParams } from 'vscode-languageserver';
import { describe } from '../../checks/wording/index.ts';
import { FIX_ALL, type Fix, RECOMPUTE_ALL, sourceFixes } from '../../features/fixes.ts';
import type { Server } from '../context.ts';
import { toRange } from '../convert.ts';
import { COMMANDS } from '../executable.ts';
import { inform, warn } from '../notify.ts';
import { leftIn, type Outcome, outcomeText } from '../outcome.ts';
import type { OpenReport } from '../store/open-report.ts';
import { toWorkspaceEdit } from '../workspace-edit.ts';
import { type DismissResult, dismissFinding, restoreFinding } from './dismiss.ts';
import { alignTables, convertTables } from './writing.ts';

/** A finding that was dismissed, for a list of them. */
export interface DismissedItem {
  readonly fingerprint: string;
  readonly code: string;
  readonly message: string;
  readonly reason: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface Argument {
  readonly uri: string;
  readonly fingerprint?: string;
  readonly reason?: string;
  readonly changed?: number;
}

export function handleExecute(server: Server): void {
  const { connection, store } = server;
  connection.onExecuteCommand(async ({ command, arguments: given = [] }: ExecuteCommandParams) => {
    const argument = readArgument(given[0]);
    const report = argument && store.get(argument.uri);
    if (!argument || !report) return null;
    const { fingerprint = '', reason = '', changed = 0 } = argument;
    switch (command) {
      case COMMANDS.dismiss:
        return told(server, await dismissFinding(server, report, { fingerprint, reason }));
      case COMMANDS.restore:
        return told(server, await restoreFinding(server, report, fingerprint));
      case COMMANDS.listDismissed:
        return dismissedIn(server, report);
      case COMMANDS.fixAll:
        return apply(server, report, FIX_ALL);
      case COMMANDS.recomputeTotals:
        return apply(server, report, RECOMPUTE_ALL);
      case COMMANDS.convertTables:
        return convertTables(server, report, given[0]);
      case COMMANDS.alignTables:
        return alignTables(server, report, given[0]);
      case COMMANDS.tellOutcome:
        return tell(server, { changed, ...leftIn(report) });
      default:
        return null;
    }
  });
}

function readArgument(value: unknown): Argument | undefined {
  const { uri, fingerprint, reason, changed } = (value ?? {}) as Partial<Argument>;
  if (typeof uri !== 'string') return undefined;
  return {
    uri,
    ...(typeof fingerprint === 'string' ? { fingerprint } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof changed === 'number' ? { changed } : {}),
  };
}

function dismissedIn({ client }: Server, { document, findings }: OpenReport): DismissedItem[] {
  return findings.verdict.dismissed.map(({ finding, fingerprint, reason = '' }) => ({
    fingerprint,
    code: finding.code,
    message: describe(finding, client.locale),
    reason,
    range: toRange(document, finding.span),
  }));
}

/** Makes the edits of a source action by way of the client, and says what was done and what is left. */
async function apply(server: Server, report: OpenReport, kind: Fix['kind']): Promise<Outcome> {
  const { connection, client } = server;
  const { analysis, findings } = report;
  const fix = analysis && sourceFixes(analysis, client.locale, findings.spared).find((each) => each.kind === kind);
  if (!fix) return tell(server, { changed: 0, ...leftIn(report) });
  const { applied } = await connection.workspace.applyEdit({ edit: toWorkspaceEdit(server, report, fix) });
  return tell(server, { changed: applied ? fix.edits.length : 0, ...leftIn(report) });
}

function tell({ connection, client }: Server, outcome: Outcome): Outcome {
  inform(connection, outcomeText(outcome, client.locale));
  return outcome;
}

/** Editors without our client show nothing of a result by themselves. */
function told({ connection }: Server, result: DismissResult): DismissResult {
  if ('failure' in result && result.failure !== '') warn(connection, result.failure);
  return result;
}
