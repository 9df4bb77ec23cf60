import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { logFailure } from '../connection.ts';
import type { Server } from '../context.ts';
import { warn } from '../notify.ts';
import { describeBad, readSettings } from '../settings.ts';

/** Settings come with `initialize`, with a notification, or when the client is asked for them. */
export function handleConfiguration(server: Server, initial: unknown): void {
  const { connection, client, initialized, configuration, pending } = server;
  const shown = new Set<string>();
  const update = (section: unknown) => {
    const { settings, bad } = readSettings(section);
    configuration.update(settings);
    for (const message of describeBad(bad, client.locale)) {
      if (!shown.has(message)) warn(connection, message);
      shown.add(message);
    }
  };
  const ask = () => pending.add(connection.workspace.getConfiguration('zfxxgk').then(update));
  update(initial);
  void initialized.then(() => {
    if (!client.configuration) return;
    if (client.watchesConfiguration) {
      const { type } = DidChangeConfigurationNotification;
      logFailure(connection, connection.client.register(type, { section: 'zfxxgk' }));
    }
    ask();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.configuration) ask();
    else update((settings as { zfxxgk?: unknown } | null)?.zfxxgk);
  });
}
