import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from './session.ts';
import { statusOf } from './status.ts';

/** Messages that were read at once are handled one in a few turns of the event loop. */
const QUIET_TURNS = 2;

/**
 * Tells the client of findings without being asked: changes that arrive together are judged together, when a document
 * was quiet for some turns of the event loop; no time is waited for.
 */
export class Publisher {
  private readonly waiting = new Map<string, number>();
  /** The id of what was published last. In mode onSave it stays, for its ranges do not fit the text typed since. */
  private readonly published = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly find: (uri: string) => TextDocument | undefined,
    private readonly session: () => Session,
    /** Told when a report was judged. */
    private readonly judged: () => void,
  ) {}

  schedule(uri: string): void {
    const waits = this.waiting.has(uri);
    this.waiting.set(uri, QUIET_TURNS);
    if (!waits) setImmediate(() => this.turn(uri));
  }

  private turn(uri: string): void {
    const left = this.waiting.get(uri) ?? 0;
    this.waiting.set(uri, left - 1);
    if (left > 0) {
      setImmediate(() => this.turn(uri));
      return;
    }
    this.waiting.delete(uri);
    const document = this.find(uri);
    try {
      if (document) this.publish(document);
    } catch (error) {
      // Here no handler stands above that would catch it.
      this.connection.console.error(String(error));
    }
  }

  private publish(document: TextDocument): void {
    const session = this.session();
    const { uri, version } = document;
    if (!session.client.pullsDiagnostics) {
      const { id, items } = session.diagnostics(document);
      if (this.published.get(uri) !== id) {
        attempt(this.connection, this.connection.sendDiagnostics({ uri, version, diagnostics: items() }));
      }
      this.published.set(uri, id);
    }
    if (session.client.status) {
      attempt(this.connection, this.connection.sendNotification('zfxxgk/status', statusOf(session, document)));
    }
    if (session.analysis(document)) this.judged();
  }

  /** A closed document has no findings. */
  clear(uri: string): void {
    this.published.delete(uri);
    if (this.session().client.pullsDiagnostics) return;
    attempt(this.connection, this.connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  /** Asks a client that pulls to pull again. */
  refresh(): void {
    if (this.session().client.refreshesDiagnostics) {
      attempt(this.connection, this.connection.languages.diagnostics.refresh());
    }
  }
}

/** A client may refuse what it is asked; an error that nobody takes would end the process. */
export function attempt(connection: Connection, request: Promise<unknown>): void {
  request.catch((error: unknown) => connection.console.warn(String(error)));
}
