import { notificationText } from '../../text/foreign.ts';
import type { Server } from '../context.ts';
import { type DismissParams, recordDismissal } from '../dismissal.ts';

/** Where it was recorded, for the client to save, or why it was not. */
export type DismissResult = { readonly uri: string } | { readonly failure: string };

/** 忽略此处…: writes into the nearest `.zfxxgk.json` that a finding may stay, by way of the client. */
export function handleDismissals(server: Server): void {
  const { connection, configuration, store } = server;
  connection.onRequest<DismissResult | null, void>('zfxxgk/dismiss', async (params: DismissParams) => {
    const report = store.get(params.textDocument.uri);
    if (!report) return null;
    const recording = recordDismissal(server, report, params);
    if ('failure' in recording) return recording;
    const { uri, text, edit } = recording;
    const { applied, failureReason } = await connection.workspace.applyEdit({ edit });
    if (!applied) return { failure: notificationText(failureReason ?? '') };
    configuration.rememberProject(uri, text);
    return { uri };
  });
}
