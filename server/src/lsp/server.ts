import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Disk } from '../files/disk.ts';
import { capabilitiesFor } from './capabilities.ts';
import { readClient } from './client.ts';
import { PendingAnswers } from './connection.ts';
import type { Server } from './context.ts';
import { handleCells } from './handlers/cells.ts';
import { handleCodeActions } from './handlers/code-actions.ts';
import { handleCommands } from './handlers/commands.ts';
import { handleCompletion } from './handlers/completion.ts';
import { handleConfiguration } from './handlers/configuration.ts';
import { handleDiagnostics } from './handlers/diagnostics.ts';
import { handleDismissals } from './handlers/dismiss.ts';
import { handleDocuments } from './handlers/documents.ts';
import { handleDrawing } from './handlers/drawing.ts';
import { handleExecute } from './handlers/execute.ts';
import { handleFormatting } from './handlers/formatting.ts';
import { handleHover } from './handlers/hover.ts';
import { handleInlayHints } from './handlers/inlay-hints.ts';
import { handleLenses } from './handlers/lenses.ts';
import { handleNavigation } from './handlers/navigation.ts';
import { handleNewReport } from './handlers/new-report.ts';
import { handleOffice } from './handlers/office.ts';
import { handleProjectFiles } from './handlers/project-files.ts';
import { handleSemanticTokens } from './handlers/semantic-tokens.ts';
import { handleSymbols } from './handlers/symbols.ts';
import { handleWorkspace } from './handlers/workspace.ts';
import { Office, type OfficeParts, withOffice } from './office/office.ts';
import { refreshOnChange } from './refresher.ts';
import { Configuration } from './store/configuration.ts';
import { Projects } from './store/projects.ts';
import { ReportStore } from './store/report-store.ts';

/** Where and as what the server runs. */
export interface ServerOptions {
  /** Address of the folder that holds a page for every rule, ending in `/`. */
  readonly rulePages: string;
  readonly version: string;
  /** The files of this machine, with the parts that read those of office suites. */
  readonly office?: OfficeParts;
  /** Files that are reached by way of the client, texts only. With neither of both only open documents are known. */
  readonly diskOf?: (connection: Connection, pending: PendingAnswers) => Disk;
}

/** Waits on a connection for a client to introduce itself, and serves it. */
export function startServer(connection: Connection, options: ServerOptions): void {
  let introduced = false;
  connection.onInitialize((params) => {
    if (introduced) return new ResponseError(ErrorCodes.InvalidRequest, 'initialize was sent twice');
    const result = initialize(connection, params, options);
    introduced = true;
    return result;
  });
  connection.listen();
}

function initialize(connection: Connection, params: InitializeParams, options: ServerOptions): InitializeResult {
  const { version } = options;
  const pending = new PendingAnswers(connection);
  const office = options.office && new Office(options.office);
  const disk = office ? withOffice(office) : options.diskOf?.(connection, pending);
  const client = readClient(params);
  const folders = foldersOf(params);
  const configuration = new Configuration(new Projects(disk, folders));
  disk?.onDidLearn(() => configuration.reloadProjects());
  const logError = (error: unknown) => connection.console.error(String(error));
  const store = new ReportStore(
    disk,
    {
      configuration,
      format: { locale: client.locale, rulePages: client.rulePages ?? options.rulePages, extracts: client.extracts },
    },
    logError,
  );
  const documents = new TextDocuments(TextDocument);
  const initialized = new Promise<void>((resolve) => connection.onInitialized(() => resolve()));
  const server: Server = { connection, client, initialized, disk, documents, configuration, store, pending };
  handleConfiguration(server, params.initializationOptions?.settings);
  handleDocuments(server);
  handleDiagnostics(server);
  handleCodeActions(server);
  handleHover(server);
  handleFormatting(server);
  handleCompletion(server);
  handleNewReport(server);
  handleCells(server);
  handleSymbols(server);
  handleNavigation(server);
  handleInlayHints(server);
  handleSemanticTokens(server);
  handleLenses(server);
  refreshOnChange(connection, client, store);
  handleCommands(server);
  handleDrawing(server);
  handleProjectFiles(server);
  handleDismissals(server);
  handleExecute(server);
  handleOffice(server, office);
  handleWorkspace(server, folders);
  documents.listen(connection);
  return { capabilities: capabilitiesFor(client), serverInfo: { name: 'zfxxgk-report', version } };
}

/** Clients of before version 3.6 of the protocol have one folder, or none. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
}
