import { notificationText } from '../../text/foreign.ts';
import type { Server } from '../context.ts';
import { type DismissParams, type Recording, recordDismissal, withdrawDismissal } from '../dismissal.ts';
import type { OpenReport } from '../store/open-report.ts';

/** Where it was recorded, for the client to save, or why it was not. */
export type DismissResult = { readonly uri: string } | { readonly failure: string };

/** 忽略此处…: writes into the nearest `.zfxxgk.json` that a finding may stay, by way of the client; or takes it back. */
export function handleDismissals(server: Server): void {
  const { connection, store } = server;
  connection.onRequest<DismissResult | null, void>('zfxxgk/dismiss', async (params: DismissParams) => {
    const report = store.get(params.textDocument.uri);
    return report ? dismissFinding(server, report, params) : null;
  });
}

/** Records that a finding may stay. */
export function dismissFinding(
  server: Server,
  report: OpenReport,
  params: Pick<DismissParams, 'fingerprint' | 'reason'>,
): Promise<DismissResult> {
  return write(server, recordDismissal(server, report, params));
}

/** Takes a dismissal out of the `.zfxxgk.json` that holds it. */
export function restoreFinding(server: Server, report: OpenReport, fingerprint: string): Promise<DismissResult> {
  return write(server, withdrawDismissal(server, report, fingerprint));
}

async function write(
  { connection, configuration }: Server,
  recording: Recording | { readonly failure: string },
): Promise<DismissResult> {
  if ('failure' in recording) return recording;
  const { uri, text, edit } = recording;
  const { applied, failureReason } = await connection.workspace.applyEdit({ edit });
  if (!applied) return { failure: notificationText(failureReason ?? '') };
  configuration.rememberProject(uri, text);
  return { uri };
}
