import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FIX_ALL, RECOMPUTE_ALL } from '../features/fixes.ts';
import { hoverAt } from '../features/hover.ts';
import { foldingSpans, outline } from '../features/symbols.ts';
import { codeActions, resolveAction } from './actions.ts';
import { toFoldingRange, toRange, toSymbol } from './convert.ts';
import { readClient, Session } from './session.ts';
import { type BadSetting, readSettings } from './settings.ts';
import { statusOf } from './status.ts';

/** Where and as what the server runs. */
export interface ServerOptions {
  /** Address of the folder that holds a page for every rule, ending in `/`. */
  readonly rulePages: string;
  readonly version: string;
}

/** Wires a connection: each handler finds its document, asks one feature and converts the answer. */
export function startServer(connection: Connection, options: ServerOptions): void {
  const documents = new TextDocuments(TextDocument);
  let session = new Session(readClient({ capabilities: {} } as InitializeParams), options.rulePages);

  connection.onInitialize((params): InitializeResult => {
    session = new Session(readClient(params), options.rulePages);
    configure(params.initializationOptions?.settings);
    return { capabilities: capabilities(session), serverInfo: { name: 'zfxxgk-report', version: options.version } };
  });

  connection.onInitialized(() => {
    if (!session.client.configuration) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'zfxxgk' });
    void reconfigure();
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    if (session.client.configuration) void reconfigure();
    else configure((settings as { zfxxgk?: unknown } | null)?.zfxxgk);
  });

  async function reconfigure(): Promise<void> {
    configure(await connection.workspace.getConfiguration('zfxxgk'));
  }

  const told = new Set<string>();
  function configure(section: unknown): void {
    const { settings, bad } = readSettings(section);
    session.configure(settings);
    for (const each of bad) {
      const message = describeBad(each, session.client.locale);
      if (!told.has(message)) connection.window.showWarningMessage(message);
      told.add(message);
    }
    if (session.client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    for (const document of documents.all()) schedule(document.uri);
  }

  // Changes that arrive together are judged together: only the last version is published.
  const scheduled = new Set<string>();
  function schedule(uri: string): void {
    if (scheduled.has(uri)) return;
    scheduled.add(uri);
    setImmediate(() => {
      scheduled.delete(uri);
      const document = documents.get(uri);
      if (document) report(document);
    });
  }

  function report(document: TextDocument): void {
    const { uri, version } = document;
    if (!session.client.pullsDiagnostics) {
      const diagnostics = session.diagnostics(document).items();
      void connection.sendDiagnostics({ uri, version, diagnostics });
    }
    if (session.client.status) void connection.sendNotification('zfxxgk/status', statusOf(session, document));
  }

  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidSave(({ document }) => judgeNow(document));
  documents.onDidClose(({ document: { uri } }) => {
    session.close(uri);
    if (!session.client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  function judgeNow(document: TextDocument): void {
    if (!session.onSave) return;
    session.save(document);
    if (session.client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    schedule(document.uri);
  }

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return { kind: 'full', items: [] };
    const { id, items } = session.diagnostics(document);
    if (id === previousResultId) return { kind: 'unchanged', resultId: id };
    return { kind: 'full', resultId: id, items: items() };
  });

  /** Answers a request on a document with `answer`, or with null when it is not open. */
  const on =
    <Params extends { textDocument: { uri: string } }, Result>(
      answer: (document: TextDocument, params: Params) => Result | undefined,
    ) =>
    (params: Params) => {
      const document = documents.get(params.textDocument.uri);
      return (document && answer(document, params)) ?? null;
    };

  connection.onHover(
    on((document, { position }) => {
      const analysis = session.analysis(document);
      const hover = analysis && hoverAt(analysis, document.offsetAt(position), session.client.locale);
      return hover && { contents: { kind: 'markdown', value: hover.markdown }, range: toRange(document, hover.span) };
    }),
  );
  connection.onCodeAction(on((document, params) => codeActions(session, document, params)));
  connection.onCodeActionResolve((action) => {
    const resolved = resolveAction(session, action, (uri) => documents.get(uri));
    return resolved.edit ? resolved : new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
  });
  connection.onDocumentSymbol(
    on((document) => {
      const analysis = session.analysis(document);
      return analysis && outline(analysis.report).map((item) => toSymbol(document, item));
    }),
  );
  connection.onFoldingRanges(
    on((document) => {
      const spans = foldingSpans(session.analysis(document)?.report);
      return spans.flatMap((span) => toFoldingRange(document, span) ?? []);
    }),
  );
  // The command 检查当前文件: judge the text as it is, whatever `zfxxgk.validate.run` says.
  connection.onRequest(
    'zfxxgk/check',
    on<{ textDocument: { uri: string } }, unknown>((document) => {
      judgeNow(document);
      return statusOf(session, document);
    }),
  );

  documents.listen(connection);
  connection.listen();
}

function capabilities({ client }: Session): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, RECOMPUTE_ALL],
      resolveProvider: client.resolvesEdits,
    },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'zfxxgk', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}

function describeBad({ name, value, expected, used }: BadSetting, locale: 'zh' | 'en'): string {
  const written = JSON.stringify(value);
  return locale === 'zh'
    ? `设置 ${name} 的值 ${written} 无效，应为 ${expected}；已按默认值 ${used} 处理。`
    : `Setting ${name}: ${written} is not valid, expected ${expected}; using ${used}.`;
}
