import * as vscode from 'vscode';
import {
  type CancellationToken,
  commands,
  type DataTransfer,
  type Disposable,
  l10n,
  languages,
  type Range,
  Selection,
  type TextDocument,
  WorkspaceEdit,
  window,
} from 'vscode';
import type { BaseLanguageClient, Range as ProtocolRange } from 'vscode-languageclient';
import type { NextCellParams, PasteParams, PasteResult } from '../../server/src/lsp/handlers/cells.ts';
import { SELECTOR } from './client.ts';

/** Tab from cell to cell, and pasting of cells and tables. */
export function registerCells(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('zfxxgk.nextCell', () => walk(client, false)),
    commands.registerCommand('zfxxgk.previousCell', () => walk(client, true)),
    ...registerPaste(client),
  ];
}

/** Selects what stands in the next cell; where no table is, Tab does what it does everywhere. */
async function walk(client: BaseLanguageClient, back: boolean): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const params: NextCellParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    position: client.code2ProtocolConverter.asPosition(back ? selection.start : selection.end),
    back,
  };
  const found = client.isRunning() ? await client.sendRequest<ProtocolRange | null>('zfxxgk/nextCell', params) : null;
  if (!found) {
    await commands.executeCommand(back ? 'outdent' : 'tab');
    return;
  }
  const range = client.protocol2CodeConverter.asRange(found);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

/** What VS Code has since 1.97; an older one pastes plainly. */
interface PasteApi {
  readonly DocumentPasteEdit: new (
    insertText: string,
    title: string,
    kind: unknown,
  ) => { additionalEdit?: WorkspaceEdit };
  readonly DocumentDropOrPasteEditKind: { readonly Empty: { append(...parts: string[]): unknown } };
  readonly languages: {
    readonly registerDocumentPasteEditProvider?: (
      selector: typeof SELECTOR,
      provider: PasteProvider,
      metadata: { providedPasteEditKinds: unknown[]; pasteMimeTypes: string[] },
    ) => Disposable;
  };
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
    context: unknown,
    token: CancellationToken,
  ): Promise<object[] | undefined>;
}

function registerPaste(client: BaseLanguageClient): Disposable[] {
  const api = vscode as unknown as PasteApi;
  const register = api.languages.registerDocumentPasteEditProvider;
  if (!register || !api.DocumentPasteEdit || !api.DocumentDropOrPasteEditKind) return [];
  const kind = api.DocumentDropOrPasteEditKind.Empty.append('text', 'zfxxgk');
  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, [range, ...others], data, _context, token) {
      if (!range || others.length > 0 || !client.isRunning()) return undefined;
      const [text, html] = await Promise.all(['text/plain', 'text/html'].map((type) => data.get(type)?.asString()));
      const params: PasteParams = {
        textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
        range: client.code2ProtocolConverter.asRange(range),
        text: text ?? '',
        ...(html ? { html } : {}),
      };
      const result = await client.sendRequest<PasteResult | null>('zfxxgk/paste', params, token);
      if (!result) return undefined;
      const title = result.kind === 'table' ? l10n.t('Paste as a table of the report') : l10n.t('Paste into the cells');
      const edit = new api.DocumentPasteEdit(result.insert, title, kind);
      if (result.others.length > 0) {
        edit.additionalEdit = new WorkspaceEdit();
        for (const each of await client.protocol2CodeConverter.asTextEdits([...result.others])) {
          edit.additionalEdit.replace(document.uri, each.range, each.newText);
        }
      }
      return [edit];
    },
  };
  const metadata = { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain', 'text/html'] };
  return [register.call(languages, SELECTOR, provider, metadata)];
}
