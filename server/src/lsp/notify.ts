import { type Connection, MessageType, ShowMessageNotification, type ShowMessageParams } from 'vscode-languageserver';
import { notificationText } from '../text/foreign.ts';
import { logFailure } from './connection.ts';

/**
 * Shows a person what is wrong with settings. A notification: `showWarningMessage` would be a request, and none may come
 * before the answer to initialize.
 */
export function warn(connection: Connection, message: string): void {
  show(connection, { type: MessageType.Warning, message: notificationText(message) });
}

/** Shows a person what was done. */
export function inform(connection: Connection, message: string): void {
  show(connection, { type: MessageType.Info, message: notificationText(message) });
}

function show(connection: Connection, params: ShowMessageParams): void {
  logFailure(connection, connection.sendNotification(ShowMessageNotification.type, params));
}
