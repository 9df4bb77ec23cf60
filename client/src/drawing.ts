import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  type Range,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, Position, TextEdit } from 'vscode-languageclient';
import type { Drawing, DrawnFix, DrawnPlace, FoundPlace } from '../../server/src/lsp/handlers/drawing.ts';
import type { WriteParams } from '../../server/src/lsp/handlers/office.ts';
import { listChange } from '../../server/src/text/list-change.ts';
import { STYLE } from '../../server/src/view/style.ts';
import { readButton } from '../webview/button.ts';
import type { FromView, ToView } from '../webview/messages.ts';
import { activeEditor } from './active-editor.ts';
import { EXTRACT_SCHEME } from './client.ts';

/** 画出表格: the report in the editor drawn as the official form, beside its text, following it key by key. */
export function registerDrawing(
  context: ExtensionContext,
  client: BaseLanguageClient,
  start: () => Promise<void>,
  onDidCheck: (listener: (uri: string) => void) => Disposable,
): Disposable[] {
  const views = new Map<string, DrawingView>();
  const draw = async () => {
    const editor = activeEditor();
    if (!editor) return;
    await start();
    const { uri } = editor.document;
    const key = uri.toString();
    const known = views.get(key);
    if (known) {
      known.panel.reveal(undefined, true);
      return;
    }
    const view = new DrawingView(client, editor.document, newPanel(context, editor));
    views.set(key, view);
    view.panel.onDidDispose(() => views.delete(key));
  };
  return [
    commands.registerCommand('zfxxgk.draw', draw),
    onDidCheck((uri) => views.get(client.protocol2CodeConverter.asUri(uri).toString())?.refresh()),
    // Behind the language client, which hears of the change by the same event and tells the server of it first.
    workspace.onDidChangeTextDocument(({ document }) =>
      Promise.resolve().then(() => views.get(document.uri.toString())?.refresh()),
    ),
    workspace.onDidCloseTextDocument(({ uri }) => views.get(uri.toString())?.panel.dispose()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      void views.get(textEditor.document.uri.toString())?.follow(textEditor);
    }),
  ];
}

function newPanel({ extensionUri }: ExtensionContext, { document }: TextEditor): WebviewPanel {
  const folder = Uri.joinPath(extensionUri, 'dist');
  const name = document.uri.path.split('/').at(-1) ?? '';
  const panel = window.createWebviewPanel(
    'zfxxgk.drawing',
    l10n.t('Tables of {0}', name),
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, localResourceRoots: [folder], retainContextWhenHidden: true },
  );
  const script = panel.webview.asWebviewUri(Uri.joinPath(folder, 'drawing.js'));
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const toggle = `<label class="facts" hidden><input type="checkbox" id="before"> ${l10n.t('Show the numbers of last year’s report')}</label>`;
  panel.webview.html = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style nonce="${nonce}">${STYLE}${VIEW_STYLE}</style><body>${toggle}<article></article><script nonce="${nonce}" src="${script}"></script>`;
  return panel;
}

/** A word that the page's own script and style carry, and nothing that gets into the page can know. */
function newNonce(): string {
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('');
}

const VIEW_STYLE =
  '.caret{outline:2px solid var(--vscode-focusBorder,currentColor);outline-offset:-2px}td[id],li[id]{cursor:pointer}article>p{content-visibility:auto;contain-intrinsic-size:auto 1.7em}.hides-before td small{display:none}[hidden]{display:none}';

/** Changes the text, or the Word file that it was read out of; false when the text could not be changed. */
async function change(
  client: BaseLanguageClient,
  document: TextDocument,
  changes: readonly { readonly range: Range; readonly newText: string }[],
): Promise<boolean> {
  if (document.uri.scheme === EXTRACT_SCHEME) {
    const edits = changes.map(({ range, newText }) => {
      return { start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText };
    });
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const params: WriteParams = { uri, text: document.getText(), edits };
    await commands.executeCommand('zfxxgk.writeFix', params);
    return true;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of changes) edit.replace(document.uri, range, newText);
  return workspace.applyEdit(edit);
}

/** The drawing of one document. */
class DrawingView {
  /** What the view shows, and of which version of the text. */
  private shown: Drawing = { version: -1, elements: [] };
  private ready = false;
  private drawing = false;
  private again = false;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly document: TextDocument,
    readonly panel: WebviewPanel,
  ) {
    panel.webview.onDidReceiveMessage((message: FromView) => this.receive(message));
  }

  /** Draws the text as it is now. While one drawing is on its way no other is asked for: only the last one counts. */
  async refresh(): Promise<void> {
    this.again = this.drawing;
    if (this.drawing || !this.ready) return;
    this.drawing = true;
    try {
      const drawing = await this.ask<Drawing>('zfxxgk/drawing', {});
      const elements = drawing?.elements ?? [
        `<p class="lacking">${l10n.t('This text does not read like an annual report.')}</p>`,
      ];
      const { from, removed, items } = listChange(this.shown.elements, elements);
      if (removed > 0 || items.length > 0) this.post({ kind: 'elements', from, removed, elements: items });
      this.shown = { version: drawing?.version ?? -1, elements };
    } finally {
      this.drawing = false;
    }
    if (this.again) await this.refresh();
  }

  /** The caret has moved in the text. */
  async follow({ document, selection }: TextEditor): Promise<void> {
    if (!this.ready || document !== this.document) return;
    const { line, character } = selection.active;
    const place: Position = { line, character };
    const found = await this.ask<FoundPlace>('zfxxgk/drawingPlace', { version: document.version, place });
    this.post({ kind: 'caret', id: found?.id });
  }

  private async receive(message: FromView): Promise<void> {
    if (message.kind === 'ready') {
      this.ready = true;
      this.shown = { version: -1, elements: [] };
      await this.refresh();
    } else if (message.kind === 'reveal') await this.reveal(message.id);
    else await this.fix(message.button);
  }

  private async reveal(id: string): Promise<void> {
    const { version } = this.shown;
    const found = await this.ask<FoundPlace>('zfxxgk/drawingPlace', { version, place: id });
    if (!found?.range) return;
    const selection = this.client.protocol2CodeConverter.asRange(found.range);
    const editor = window.visibleTextEditors.find(({ document }) => document === this.document);
    await window.showTextDocument(this.document, {
      viewColumn: editor?.viewColumn ?? ViewColumn.One,
      selection,
    });
  }

  /** The same edit as that of the light bulb, and like that one never made in a text that has changed since. */
  private async fix(button: string): Promise<void> {
    const { version } = this.shown;
    const edits = await this.ask<TextEdit[]>('zfxxgk/drawingFix', { version, ...readButton(button) });
    const { document } = this;
    const changes = (edits ?? []).map(({ range, newText }) => ({
      range: this.client.protocol2CodeConverter.asRange(range),
      newText,
    }));
    const done = edits && document.version === version && (await change(this.client, document, changes));
    if (!done) void window.showWarningMessage(l10n.t('The text changed meanwhile; nothing was edited.'));
  }

  private ask<Result>(
    method: string,
    params: Omit<DrawnPlace, 'textDocument'> | Omit<DrawnFix, 'textDocument'> | Record<string, never>,
  ): Promise<Result | null> {
    const uri = this.client.code2ProtocolConverter.asUri(this.document.uri);
    return this.client.sendRequest<Result | null>(method, { textDocument: { uri }, ...params });
  }

  private post(message: ToView): void {
    void this.panel.webview.postMessage(message);
  }
}
