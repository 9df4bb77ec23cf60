import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL, RECOMPUTE_ALL } from '../features/fixes.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semantic-tokens.ts';
import type { Client } from './client.ts';
import { commandsFor } from './executable.ts';
import { COMPLETION } from './handlers/completion.ts';
import { TYPED } from './handlers/formatting.ts';

const SEMANTIC_TOKENS = {
  legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
  full: { delta: true },
  range: true,
};

/** What the server offers, as far as the client can use it. */
export function capabilitiesFor(client: Client): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(client.executes ? { executeCommandProvider: { commands: commandsFor(client) } } : {}),
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    completionProvider: COMPLETION,
    ...(client.formats
      ? {}
      : {
          documentFormattingProvider: true,
          documentRangeFormattingProvider: true,
          documentOnTypeFormattingProvider: TYPED,
        }),
    ...(client.asks('documentHighlight') ? { documentHighlightProvider: true } : {}),
    ...(client.asks('definition') ? { definitionProvider: true } : {}),
    ...(client.asks('references') ? { referencesProvider: true } : {}),
    ...(client.asks('inlayHint') ? { inlayHintProvider: true } : {}),
    ...(client.asks('semanticTokens') ? { semanticTokensProvider: SEMANTIC_TOKENS } : {}),
    ...(client.asks('codeLens') ? { codeLensProvider: {} } : {}),
    ...(client.asks('selectionRange') ? { selectionRangeProvider: true } : {}),
    ...(client.findsSymbols ? { workspaceSymbolProvider: true } : {}),
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL, RECOMPUTE_ALL],
      resolveProvider: client.resolvesEdits,
    },
    // A report depends on that of the year before; a client that can be told to pull again need not do so on suspicion.
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'zfxxgk',
            interFileDependencies: !client.refreshesDiagnostics,
            workspaceDiagnostics: client.pullsWorkspace,
          },
        }
      : {}),
    ...(client.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}
