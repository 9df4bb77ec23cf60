import { type Connection, DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import type { Client } from './client.ts';

/** A client may refuse what it is asked; an error that nobody takes would end the process. */
export function logFailure(connection: Connection, request: Promise<unknown>): void {
  request.catch((error: unknown) => connection.console.warn(String(error)));
}

/** Has a client that can watch files tell when they change. */
export function watchFiles(
  { connection, client }: { readonly connection: Connection; readonly client: Client },
  watchers: FileSystemWatcher[],
): void {
  if (!client.watchesFiles) return;
  logFailure(connection, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
}

/** A client that has not answered after so many milliseconds is waited for no longer; a later answer counts still. */
const PATIENCE = 5000;

/** What the client has been asked and has not answered yet, as far as other answers depend on it. */
export class PendingAnswers {
  private readonly pending = new Set<Promise<void>>();

  constructor(private readonly connection: Connection) {}

  /** Takes a request together with what is done with its answer. */
  add(request: Promise<void>): void {
    const answered = request.catch((error: unknown) => this.connection.console.warn(String(error)));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
    });
    const settled = Promise.race([answered, silence]).finally(() => {
      clearTimeout(timer);
      this.pending.delete(settled);
    });
    this.pending.add(settled);
  }

  get none(): boolean {
    return this.pending.size === 0;
  }

  /** Resolves when every answer is here, was refused, or is waited for no longer. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }
}
