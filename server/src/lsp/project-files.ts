import {
  type Connection,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_NAME } from '../project/schema.ts';
import { describeProblems } from '../project/words.ts';
import { type DismissParams, type DismissResult, nameOf, recordDismissal } from './dismiss.ts';
import { attempt } from './publisher.ts';
import type { Session } from './session.ts';

/** What the handlers of `.zfxxgk.json` files share with the others. */
interface Shared {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly session: () => Session;
  /** Judges all that is open anew. */
  readonly rejudge: () => void;
}

/** Keeps an eye on `.zfxxgk.json` files, and writes into them what is dismissed. */
export function handleProjects({ connection, documents, session, rejudge }: Shared): {
  /** To be called when the client is ready, and when it tells of changed files. */
  readonly watch: () => void;
  readonly look: () => void;
} {
  let told: readonly string[] = [];
  const complain = () => {
    const { projects, client } = session();
    const messages = projects.bad().map(({ uri, problems }) => describeProblems(nameOf(uri), problems, client.locale));
    for (const message of messages.filter((each) => !told.includes(each))) {
      const warning: ShowMessageParams = { type: MessageType.Warning, message };
      attempt(connection, connection.sendNotification(ShowMessageNotification.type, warning));
    }
    told = messages;
  };
  const changed = () => {
    session().renew();
    rejudge();
  };
  const look = () => {
    if (session().projects.reload()) changed();
    complain();
  };
  // Also for clients that watch no files, and for files that lie outside the workspace.
  documents.onDidOpen(({ document }) => {
    session().projects.of(document.uri);
    look();
  });
  documents.onDidSave(look);
  connection.onRequest<DismissResult | null, void>('zfxxgk/dismiss', async (params: DismissParams) => {
    const document = documents.get(params.textDocument.uri);
    if (!document) return null;
    const recording = recordDismissal(session(), document, params, (uri) => documents.get(uri));
    if ('failure' in recording) return recording;
    const { uri, text, edit } = recording;
    const { applied, failureReason } = await connection.workspace.applyEdit({ edit });
    if (!applied) return { failure: failureReason ?? '' };
    session().projects.remember(uri, text);
    changed();
    return { uri };
  });
  const watch = () => {
    if (!session().client.watchesFiles) return;
    const watchers = [{ globPattern: `**/${CONFIG_NAME}` }];
    attempt(connection, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  };
  return { watch, look };
}
