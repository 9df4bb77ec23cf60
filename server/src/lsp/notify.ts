import { type Connection, MessageType, ShowMessageNotification, type ShowMessageParams } from 'vscode-languageserver';
import { notificationText } from '../text/foreign.ts';
import { logFailure } from './connection.ts';

/**
 * Shows a person what is wrong with settings. A notification: `showWarningMessage` would be a request, and none may come
 * before the answer to initialize.
 */
export function warn(connection: Connection, message: string): void {
  const warning: ShowMessageParams = { type: MessageType.Warning, message: notificationText(message) };
  logFailure(connection, connection.sendNotification(ShowMessageNotification.type, warning));
}
