import type { InitializeParams } from 'vscode-languageserver';
import type { Locale } from '../checks/wording/index.ts';

/** What the client can do, read once. */
export interface Client {
  readonly locale: Locale;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly resolvesEdits: boolean;
  readonly versionedEdits: boolean;
  /** Answers which settings hold. */
  readonly configuration: boolean;
  /** Lets the server register for changes of settings. */
  readonly watchesConfiguration: boolean;
  /** Lets the server register for changes of files. */
  readonly watchesFiles: boolean;
  /** Wants the notification `zfxxgk/status`. */
  readonly status: boolean;
  /** Has the command `zfxxgk.dismiss`, which asks why a finding may stay. */
  readonly dismisses: boolean;
  /** Can send the server's own commands. */
  readonly executes: boolean;
  /** Can make a file that does not exist yet. */
  readonly createsFiles: boolean;
  /** Shows edits that are to be confirmed before it makes them. */
  readonly confirmsEdits: boolean;
  /** Shows the texts of documents under an address of their own (`zfxxgk-text:`) and has the commands to write into them. */
  readonly extracts: boolean;
  /** Would ask for the findings of the whole workspace if that was offered. */
  readonly pullsWorkspace: boolean;
  readonly showsProgress: boolean;
  readonly workspaceFolders: boolean;
  /** Walks with Tab through the places of a completion. */
  readonly snippets: boolean;
  /** The language modes for which it wants formatting; undefined when it says nothing of them. */
  readonly formats: readonly string[] | undefined;
  /** The requests on a document beyond those that every editor has, by their names in the protocol: `inlayHint`. */
  readonly asks: (request: AskedFor) => boolean;
  /** What of it the client asks for anew when it is told to. */
  readonly refreshes: Readonly<Record<Refreshable, boolean>>;
  /** Asks for symbols of the whole workspace. */
  readonly findsSymbols: boolean;
  /** Has the commands that stand above a table: drawing it, going to its findings, comparing it with last year's. */
  readonly lenses: boolean;
  /** Takes the place that a definition is asked for together with where it leads. */
  readonly linksDefinitions: boolean;
  /** Where the client shows the pages of the rules, ending in `/`. */
  readonly rulePages: string | undefined;
}

export type Refreshable = 'inlayHint' | 'semanticTokens' | 'codeLens';

/** What is offered only to a client that says it asks for it. */
export type AskedFor = keyof NonNullable<InitializeParams['capabilities']['textDocument']>;

export function readClient({ capabilities, locale, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace, window } = capabilities ?? {};
  const createsFiles =
    workspace?.workspaceEdit?.documentChanges === true &&
    workspace.workspaceEdit.resourceOperations?.includes('create') === true;
  return {
    locale: locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    status: initializationOptions?.status === true,
    dismisses: initializationOptions?.dismiss === true && createsFiles,
    executes: workspace?.executeCommand !== undefined && workspace.applyEdit === true,
    createsFiles,
    confirmsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    extracts: initializationOptions?.extracts === true,
    pullsWorkspace: textDocument?.diagnostic !== undefined && initializationOptions?.workspaceDiagnostics !== false,
    showsProgress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    formats: namesIn(initializationOptions?.formats),
    asks: (request) => textDocument?.[request] !== undefined,
    refreshes: {
      inlayHint: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
    },
    findsSymbols: workspace?.symbol !== undefined,
    lenses: initializationOptions?.lenses === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    rulePages: typeof initializationOptions?.rulePages === 'string' ? initializationOptions.rulePages : undefined,
  };
}

function namesIn(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
}
