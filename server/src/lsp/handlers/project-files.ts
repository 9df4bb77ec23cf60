import { CONFIG_NAME } from '../../project/discovery.ts';
import { describeProblems } from '../../project/words.ts';
import { watchFiles } from '../connection.ts';
import type { Server } from '../context.ts';
import { warn } from '../notify.ts';
import { nameOf } from '../uri.ts';

/** Has the client tell when a `.zfxxgk.json` changes, and warns of each fault in one of them once. */
export function handleProjectFiles(server: Server): void {
  const { connection, client, initialized, configuration } = server;
  let shown: readonly string[] = [];
  configuration.onDidReloadProjects(() => {
    const bad = configuration.projects.bad();
    const messages = bad.map(({ uri, problems }) => describeProblems(nameOf(uri, 2), problems, client.locale));
    for (const message of messages.filter((each) => !shown.includes(each))) warn(connection, message);
    shown = messages;
  });
  void initialized.then(() => watchFiles(server, [{ globPattern: `**/${CONFIG_NAME}` }]));
}
