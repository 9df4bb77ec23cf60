import {
  type CancellationToken,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  type Position,
  ResponseError,
  ShowMessageNotification,
  type ShowMessageParams,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { explain } from '../features/explain.ts';
import { hoverAt } from '../features/hover.ts';
import { foldingSpans, outline } from '../features/symbols.ts';
import type { Disk } from '../files/disk.ts';
import { codeActions, resolveAction } from './actions.ts';
import { capabilitiesFor } from './capabilities.ts';
import { toFoldingRange, toRange, toSymbol } from './convert.ts';
import { handleProjects } from './project-files.ts';
import { Projects } from './projects.ts';
import { attempt, Publisher } from './publisher.ts';
import { readClient, Session } from './session.ts';
import { describeBad, readSettings } from './settings.ts';
import { statusOf } from './status.ts';
import { foldersOf, Workspace } from './workspace/workspace.ts';

/** Where and as what the server runs. */
export interface ServerOptions {
  /** Address of the folder that holds a page for every rule, ending in `/`. */
  readonly rulePages: string;
  readonly version: string;
  /** The file system, where there is one: without it only open documents are known. */
  readonly disk?: Disk;
}

/** What the handlers share; the session is replaced when the client introduces itself. */
interface Server {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly publisher: Publisher;
  readonly workspace: Workspace;
  session: Session;
}

/** Wires a connection: each handler finds its document, asks one feature and converts the answer. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = new TextDocuments(TextDocument);
  const publisher: Publisher = new Publisher(
    connection,
    (uri) => documents.get(uri),
    () => server.session,
    () => workspace.want(),
  );
  const workspace: Workspace = new Workspace({
    connection,
    disk: options.disk,
    session: () => server.session,
    documents: () => documents.all(),
    publisher,
  });
  const newSession = (params: InitializeParams) => {
    const projects = new Projects((uri) => options.disk?.readNow(uri), foldersOf(params));
    return new Session(readClient(params), options.rulePages, projects, workspace.library);
  };
  const session = newSession({ capabilities: {} } as InitializeParams);
  const server: Server = { connection, documents, publisher, workspace, session };
  const rejudge = () => {
    publisher.refresh();
    for (const { uri } of documents.all()) publisher.schedule(uri);
    workspace.renew();
  };
  const projects = handleProjects({ connection, documents, session: () => server.session, rejudge });
  handleLifecycle(server, options, { newSession, rejudge, ready: projects.watch });
  connection.onDidChangeWatchedFiles((params) => {
    projects.look();
    workspace.look(params);
  });
  handleDocuments(server);
  handleRequests(server);
  workspace.listen();
  documents.listen(connection);
  connection.listen();
}

interface Then {
  readonly newSession: (params: InitializeParams) => Session;
  readonly rejudge: () => void;
  /** What else there is to do when the client is ready. */
  readonly ready: () => void;
}

function handleLifecycle(server: Server, options: ServerOptions, { newSession, rejudge, ready }: Then): void {
  const { connection } = server;
  const told = new Set<string>();
  const configure = (section: unknown) => {
    const { settings, bad } = readSettings(section);
    server.session.configure(settings);
    server.workspace.configure();
    for (const message of bad.map((each) => describeBad(each, server.session.client.locale))) {
      // A notification: `showWarningMessage` would be a request, and none may come before the answer to initialize.
      const warning: ShowMessageParams = { type: MessageType.Warning, message };
      if (!told.has(message)) attempt(connection, connection.sendNotification(ShowMessageNotification.type, warning));
      told.add(message);
    }
  };
  const reconfigure = async () => {
    configure(await connection.workspace.getConfiguration('zfxxgk'));
    rejudge();
  };
  connection.onInitialize((params): InitializeResult => {
    server.session = newSession(params);
    server.workspace.setFolders(foldersOf(params));
    configure(params.initializationOptions?.settings);
    return {
      capabilities: capabilitiesFor(server.session.client),
      serverInfo: { name: 'zfxxgk-report', version: options.version },
    };
  });
  connection.onInitialized(() => {
    ready();
    if (server.session.client.workspaceFolders) server.workspace.followFolders();
    if (!server.session.client.configuration) return;
    const change = DidChangeConfigurationNotification.type;
    attempt(connection, connection.client.register(change, { section: 'zfxxgk' }));
    attempt(connection, reconfigure());
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    if (server.session.client.configuration) {
      attempt(connection, reconfigure());
      return;
    }
    configure((settings as { zfxxgk?: unknown } | null)?.zfxxgk);
    rejudge();
  });
}

function handleDocuments(server: Server): void {
  const { connection, documents, publisher, workspace } = server;
  const judgeNow = (document: TextDocument) => {
    if (!server.session.onSave) return;
    server.session.save(document);
    publisher.refresh();
    publisher.schedule(document.uri);
  };
  documents.onDidOpen(({ document }) => workspace.opened(document.uri));
  documents.onDidChangeContent(({ document }) => publisher.schedule(document.uri));
  documents.onDidSave(({ document }) => judgeNow(document));
  documents.onDidClose(({ document }) => {
    server.session.close(document.uri);
    publisher.clear(document.uri);
    workspace.closed(document.uri);
  });
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return { kind: 'full', items: [] };
    const { id, items } = server.session.diagnostics(document);
    if (id === previousResultId) return { kind: 'unchanged', resultId: id };
    return { kind: 'full', resultId: id, items: items() };
  });
  handleCommands(server, judgeNow);
}

/** The requests of the client's own commands; other editors need none of them. */
function handleCommands(server: Server, judgeNow: (document: TextDocument) => void): void {
  const { connection } = server;
  // 检查当前文件: judge the text as it is, whatever `zfxxgk.validate.run` says.
  connection.onRequest(
    'zfxxgk/check',
    answer(server, (document) => {
      judgeNow(document);
      return statusOf(server.session, document);
    }),
  );
  // 显示读取结果
  connection.onRequest(
    'zfxxgk/explain',
    answer(server, (document) => {
      const analysis = server.session.analysis(document);
      return analysis && explain(analysis, server.session.client.locale);
    }),
  );
}

function handleRequests(server: Server): void {
  const { connection, documents } = server;
  const analysis = (document: TextDocument) => server.session.analysis(document);
  connection.onHover(
    answer(server, (document, { position }: { textDocument: { uri: string }; position: Position }) => {
      const found = analysis(document);
      const hover = found && hoverAt(found, document.offsetAt(position), server.session.client.locale);
      return hover && { contents: { kind: 'markdown', value: hover.markdown }, range: toRange(document, hover.span) };
    }),
  );
  connection.onCodeAction(
    answer(server, (document, params: CodeActionParams) => codeActions(server.session, document, params)),
  );
  connection.onCodeActionResolve((action) => {
    const resolved = resolveAction(server.session, action, (uri) => documents.get(uri));
    return resolved.edit || resolved.command
      ? resolved
      : new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
  });
  connection.onDocumentSymbol(
    answer(server, (document) => {
      const report = analysis(document)?.report;
      return report && outline(report).map((item) => toSymbol(document, item));
    }),
  );
  connection.onFoldingRanges(
    answer(server, (document) =>
      foldingSpans(analysis(document)?.report).flatMap((span) => toFoldingRange(document, span) ?? []),
    ),
  );
}

/** Answers a request on a document; with null when it is not open, and not at all when it was cancelled meanwhile. */
function answer<Params extends { textDocument: { uri: string } }, Result>(
  { documents }: Server,
  work: (document: TextDocument, params: Params) => Result | undefined,
) {
  return (params: Params, token?: CancellationToken) => {
    if (token?.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const document = documents.get(params.textDocument.uri);
    return (document && work(document, params)) ?? null;
  };
}
