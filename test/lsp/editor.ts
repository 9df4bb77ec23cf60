import type { Diagnostic, Range, TextEdit } from 'vscode-languageserver';
import { type Answers, type Client, connect } from './client.ts';
import type { Message } from './framing.ts';
import { offsetAt } from './sample.ts';

/** What a client says of itself; a bare one is an editor of the simplest kind, to which findings are published. */
export interface Options {
  /** Asks for diagnostics instead of having them published. */
  readonly pull?: boolean;
  /** Can be told that what it pulled is out of date. */
  readonly refresh?: boolean;
  /** Has the edits of a code action worked out only when one is chosen. */
  readonly resolve?: boolean;
  readonly versioned?: boolean;
  /** Has a command that asks why a finding may stay, and makes files when an edit says so. */
  readonly dismiss?: boolean;
  /** Sends the server's own commands, and makes the edits that it asks for. */
  readonly commands?: boolean;
  /** Shows edits that are to be confirmed before it makes them. */
  readonly confirms?: boolean;
  /** Lets the server register for changes of files. */
  readonly watch?: boolean;
  /** Addresses of the workspace folders. */
  readonly folders?: readonly string[];
  /** Tells when its folders change, and answers which they are. */
  readonly changingFolders?: boolean;
  /** Gives its settings when asked (workspace/configuration). */
  readonly settings?: () => unknown;
  /** Lets the server register for changes of settings. */
  readonly watchSettings?: boolean;
  readonly initialization?: unknown;
  readonly locale?: string;
  readonly answers?: Answers;
  /** Options of the Node that runs the server. */
  readonly nodeOptions?: readonly string[];
  /** Walks through the places of a completion. */
  readonly snippets?: boolean;
  /** Shows progress that the server begins. */
  readonly progress?: boolean;
  /** Shows whatever a server can tell of a text: hints, colours, lenses, places that belong together. */
  readonly seeing?: boolean;
}

export interface Initialized {
  readonly capabilities: Record<string, unknown>;
  readonly serverInfo: { readonly name: string; readonly version: string };
}

/** A document that is open in the editor; `text` and `version` follow the edits. */
export interface Open {
  readonly uri: string;
  text: string;
  version: number;
}

/** A client that keeps documents the way an editor does. */
export interface Editor extends Client {
  readonly initialized: Initialized;
  readonly open: (text: string, options?: { uri?: string; languageId?: string; version?: number }) => Open;
  /** Changes a document by the given edits, one after the other, in a single notification. */
  readonly edit: (document: Open, ...edits: readonly TextEdit[]) => void;
  readonly save: (document: Open) => void;
  readonly close: (document: Open) => void;
  /** The diagnostics that are published for the document's present version. */
  readonly published: (document: Open) => Promise<Diagnostic[]>;
  readonly pull: (document: Open, previousResultId?: string) => Promise<Pulled>;
  /** Returns when the server has done everything that it was asked to do before. */
  readonly settle: () => Promise<void>;
  readonly end: () => Promise<number | null>;
}

export type Pulled =
  | { readonly kind: 'full'; readonly resultId?: string; readonly items: Diagnostic[] }
  | { readonly kind: 'unchanged'; readonly resultId: string };

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/** All that was published of a document so far, in order. */
export function publishedOf(editor: Client, uri: string): Published[] {
  return editor.received
    .filter(({ method }) => method === 'textDocument/publishDiagnostics')
    .map(({ params }) => params as Published)
    .filter((params) => params.uri === uri);
}

/** Code and severity of what was published of a document last. */
export function lastFound(
  editor: Client,
  { uri }: { readonly uri: string },
): (readonly [unknown, unknown])[] | undefined {
  return publishedOf(editor, uri)
    .at(-1)
    ?.diagnostics.map(({ code, severity }) => [code, severity] as const);
}

/** Resolves with what is published of a document once it is of these rules. */
export async function publishes(editor: Client, uri: string, ...codes: string[]): Promise<Diagnostic[]> {
  const now = () => publishedOf(editor, uri).at(-1)?.diagnostics;
  const fits = () =>
    now()
      ?.map(({ code }) => code)
      .join() === codes.join();
  await editor.wait(({ method }) => method === 'textDocument/publishDiagnostics' && fits(), `${uri}: ${codes.join()}`);
  return now() ?? [];
}

/** The messages that a person was shown. */
export function messagesTo(
  editor: Client,
): { readonly method: string; readonly type: number; readonly message: string }[] {
  const shown = editor.received.filter(({ method }) => method?.startsWith('window/showMessage'));
  return shown.map(({ method = '', params }) => ({ method, ...(params as { type: number; message: string }) }));
}

/** Sends a notification that was made elsewhere. */
export function tell(editor: Client, { method = '', params }: Message): void {
  editor.notify(method, params);
}

const SEEN_IN_TEXT = {
  documentHighlight: {},
  definition: { linkSupport: true },
  references: {},
  inlayHint: {},
  semanticTokens: { requests: { full: { delta: true }, range: true }, tokenTypes: [], tokenModifiers: [], formats: [] },
  codeLens: {},
  selectionRange: {},
};

const SEEN_IN_WORKSPACE = {
  symbol: {},
  inlayHint: { refreshSupport: true },
  semanticTokens: { refreshSupport: true },
  codeLens: { refreshSupport: true },
};

const CREATES = { resourceOperations: ['create'] };

const workspaceEditOf = ({ dismiss, commands, confirms }: Options) => ({
  documentChanges: true,
  ...(dismiss || commands ? CREATES : {}),
  ...(confirms ? { changeAnnotationSupport: {} } : {}),
});

export function initializeParams(options: Options): Record<string, unknown> {
  return {
    processId: null,
    rootUri: null,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.folders ? { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) } : {}),
    ...(options.initialization === undefined && !options.dismiss
      ? {}
      : {
          initializationOptions: { ...(options.initialization ?? {}), ...(options.dismiss ? { dismiss: true } : {}) },
        }),
    capabilities: {
      workspace: {
        ...(options.settings ? { configuration: true } : {}),
        ...(options.commands ? { applyEdit: true, executeCommand: {} } : {}),
        ...(options.watchSettings ? { didChangeConfiguration: { dynamicRegistration: true } } : {}),
        ...(options.versioned ? { workspaceEdit: workspaceEditOf(options) } : {}),
        ...(options.changingFolders ? { workspaceFolders: true } : {}),
        ...(options.watch ? { didChangeWatchedFiles: { dynamicRegistration: true } } : {}),
        ...(options.refresh ? { diagnostics: { refreshSupport: true } } : {}),
        ...(options.seeing ? SEEN_IN_WORKSPACE : {}),
      },
      ...(options.progress ? { window: { workDoneProgress: true } } : {}),
      textDocument: {
        ...(options.pull ? { diagnostic: {} } : {}),
        ...(options.snippets ? { completion: { completionItem: { snippetSupport: true } } } : {}),
        ...(options.seeing ? SEEN_IN_TEXT : {}),
        ...(options.resolve ? { codeAction: { resolveSupport: { properties: ['edit'] } } } : {}),
      },
    },
  };
}

/** Starts a server and shakes hands with it. */
export async function startEditor(server: string, options: Options = {}): Promise<Editor> {
  const { settings } = options;
  const answers: Answers = {
    ...(settings ? { 'workspace/configuration': () => [settings()] } : {}),
    ...options.answers,
  };
  const client = connect(server, answers, options.nodeOptions);
  const initialized = await client.ask<Initialized>('initialize', initializeParams(options));
  client.notify('initialized', {});
  return { ...client, ...documents(client), ...manners(client), initialized };
}

function manners(client: Client): Pick<Editor, 'settle' | 'end'> {
  return {
    // Round trips: what the server has put off until it is idle has run before the last is answered.
    settle: async () => {
      for (let turn = 0; turn < 10; turn++) await client.send('test/turn', { turn });
    },
    end: async () => {
      await client.ask('shutdown');
      client.notify('exit');
      return client.exit;
    },
  };
}

let opened = 0;

function documents(client: Client): Pick<Editor, 'open' | 'edit' | 'save' | 'close' | 'published' | 'pull'> {
  return {
    open: (text, { uri = `file:///reports/${++opened}.txt`, languageId = 'plaintext', version = 1 } = {}) => {
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
      return { uri, text, version };
    },
    edit: (document, ...edits) => void client.burst([change(document, ...edits)]),
    save: ({ uri }) => client.notify('textDocument/didSave', { textDocument: { uri } }),
    close: ({ uri }) => client.notify('textDocument/didClose', { textDocument: { uri } }),
    published: async ({ uri, version }) => {
      const fits = ({ method, params }: Message) => {
        const { uri: of, version: at } = (params ?? {}) as Partial<Published>;
        return method === 'textDocument/publishDiagnostics' && of === uri && at === version;
      };
      const { params } = await client.wait(fits, `diagnostics of version ${version}`);
      return (params as Published).diagnostics;
    },
    pull: ({ uri }, previousResultId) =>
      client.ask('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      }),
  };
}

/** Applies edits to the editor's own text and gives the notification that tells the server of them. */
export function change(document: Open, ...edits: readonly TextEdit[]): Message {
  document.version++;
  for (const edit of edits) document.text = applyEdit(document.text, edit);
  return {
    method: 'textDocument/didChange',
    params: {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges: edits.map(({ range, newText }) => ({ range, text: newText })),
    },
  };
}

function applyEdit(text: string, { range, newText }: TextEdit): string {
  return text.slice(0, offsetAt(text, range.start)) + newText + text.slice(offsetAt(text, range.end));
}

/** Edits as the server gives them: all of them speak of the text as it is now. */
export function applyAll(text: string, edits: readonly TextEdit[]): string {
  const last = (range: Range) => offsetAt(text, range.start);
  return [...edits].sort((a, b) => last(b.range) - last(a.range)).reduce(applyEdit, text);
}
