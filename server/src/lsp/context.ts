import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Disk } from '../files/disk.ts';
import type { Client } from './client.ts';
import type { PendingAnswers } from './connection.ts';
import type { Configuration } from './store/configuration.ts';
import type { ReportStore } from './store/report-store.ts';

/** What the handlers share. Handlers of notifications write into store and configuration; those of requests read. */
export interface Server {
  readonly connection: Connection;
  readonly client: Client;
  /** Resolves when the client is ready to be asked. */
  readonly initialized: Promise<void>;
  readonly disk: Disk | undefined;
  readonly documents: TextDocuments<TextDocument>;
  readonly configuration: Configuration;
  readonly store: ReportStore;
  readonly pending: PendingAnswers;
}
