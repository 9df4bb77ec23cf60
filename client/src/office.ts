import {
  commands,
  type Disposable,
  EventEmitter,
  env,
  l10n,
  languages,
  type Memento,
  type TextDocument,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  AnnotateResult,
  ExtractResult,
  FileParams,
  MarkdownResult,
  WriteParams,
  WriteResult,
} from '../../server/src/lsp/handlers/office.ts';
import { readsLikeReport } from '../../server/src/report/skim.ts';
import { notificationText } from '../../server/src/text/foreign.ts';
import { EXTRACT_SCHEME, LANGUAGE_ID } from './client.ts';

/** Whether somebody was asked already whether fixes may be written into documents. */
const ASKED = 'zfxxgk.writesDocuments';

/** 检查此文件, 导入为文本, 写回批注, and the texts of Word, Excel and PDF files beside them. */
export function registerOffice(client: BaseLanguageClient, start: () => Promise<void>, memory: Memento): Disposable[] {
  const texts = new Extracts(client, start);
  const onFile = (run: (file: Uri) => Promise<void>) => async (given?: Uri) => {
    const file = fileOf(given ?? activeFile());
    if (!file) {
      void window.showInformationMessage(l10n.t('Choose a Word, Excel or PDF file first.'));
      return;
    }
    await start();
    await run(file);
  };
  return [
    texts,
    workspace.registerTextDocumentContentProvider(EXTRACT_SCHEME, texts),
    commands.registerCommand(
      'zfxxgk.checkDocument',
      onFile((file) => check(file, texts)),
    ),
    commands.registerCommand(
      'zfxxgk.importText',
      onFile((file) => importText(client, file)),
    ),
    commands.registerCommand(
      'zfxxgk.annotate',
      onFile((file) => annotate(client, file)),
    ),
    commands.registerCommand('zfxxgk.writeFix', (params: WriteParams) => writeFix(client, params, memory)),
  ];
}

/** A document's editor is none of text; the tab knows its file. */
function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input as { readonly uri?: Uri } | undefined;
  return input?.uri;
}

function fileOf(uri: Uri | undefined): Uri | undefined {
  return uri?.scheme === EXTRACT_SCHEME ? uri.with({ scheme: 'file' }) : uri;
}

/** Gives the texts of files and follows the files: each time one is saved its text is read anew. */
class Extracts implements Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly last = new Map<string, string>();
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly start: () => Promise<void>,
  ) {
    this.subscriptions = [
      this.changed,
      // The server looks after the files of open texts: what VS Code tells of files may come late, or not at all.
      client.onNotification('zfxxgk/extractChanged', ({ uri }: FileParams) => {
        this.changed.fire(client.protocol2CodeConverter.asUri(uri));
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.last.delete(uri.toString())),
    ];
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    await this.start();
    const file = uri.with({ scheme: 'file' });
    const result = await this.client.sendRequest<ExtractResult>('zfxxgk/extract', paramsOf(this.client, file));
    if ('text' in result) this.last.set(uri.toString(), result.text);
    // While it is saved a file may be gone for a moment; then the text before stays.
    return 'text' in result ? result.text : (this.last.get(uri.toString()) ?? result.failure);
  }

  /** What there is to say of a file before its text is shown. */
  read(file: Uri): Promise<ExtractResult> {
    return this.client.sendRequest<ExtractResult>('zfxxgk/extract', paramsOf(this.client, file));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

const paramsOf = (client: BaseLanguageClient, file: Uri): FileParams => ({
  uri: client.code2ProtocolConverter.asUri(file),
});

/** 检查此文件: opens the text of a file beside it, with its findings. */
async function check(file: Uri, texts: Extracts): Promise<void> {
  const result = await texts.read(file);
  if ('failure' in result) {
    void window.showWarningMessage(l10n.t('{0} cannot be checked: {1}', nameOf(file), result.failure));
    return;
  }
  if (!readsLikeReport(result.text)) {
    void window.showInformationMessage(l10n.t('{0} does not read like an annual report.', nameOf(file)));
  }
  const opened = await workspace.openTextDocument(file.with({ scheme: EXTRACT_SCHEME }));
  await window.showTextDocument(await inLanguage(opened, result), { viewColumn: ViewColumn.Beside, preview: false });
  for (const note of result.notes) void window.showInformationMessage(`${nameOf(file)}：${note}`);
}

/** The text of a page is HTML; any other is coloured like a report when it is one. */
async function inLanguage(document: TextDocument, result: ExtractResult): Promise<TextDocument> {
  const isPage = 'format' in result && (result.format === 'mht' || result.format === 'html');
  if (isPage) return languages.setTextDocumentLanguage(document, 'html');
  const isReport = readsLikeReport(document.getText());
  return languages.setTextDocumentLanguage(document, isReport ? LANGUAGE_ID : 'plaintext');
}

/** 导入为文本: writes the text beside the file as Markdown and opens it. */
async function importText(client: BaseLanguageClient, file: Uri): Promise<void> {
  const result = await client.sendRequest<MarkdownResult>('zfxxgk/markdown', paramsOf(client, file));
  if ('failure' in result) {
    void window.showWarningMessage(l10n.t('{0} cannot be read: {1}', nameOf(file), result.failure));
    return;
  }
  const target = file.with({ path: file.path.replace(/\.[^./]*$/, '.md') });
  const exists = await workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (exists) {
    const overwrite = l10n.t('Overwrite');
    const question = l10n.t('{0} exists already. Overwrite it?', nameOf(target));
    if ((await window.showWarningMessage(question, { modal: true }, overwrite)) !== overwrite) return;
  }
  await workspace.fs.writeFile(target, new TextEncoder().encode(result.text));
  await window.showTextDocument(await workspace.openTextDocument(target), { preview: false });
}

/** 写回批注: a copy of a Word file with the findings as comments. */
async function annotate(client: BaseLanguageClient, file: Uri): Promise<void> {
  const result = await client.sendRequest<AnnotateResult>('zfxxgk/annotate', paramsOf(client, file));
  if ('failure' in result) {
    void window.showWarningMessage(l10n.t('No comments were written: {0}', result.failure));
    return;
  }
  const copy = client.protocol2CodeConverter.asUri(result.uri);
  const open = l10n.t('Open');
  const said = l10n.t('{0}: {1} comments', nameOf(copy), result.count);
  if ((await window.showInformationMessage(said, open)) === open) await env.openExternal(copy);
}

/** A quick fix in the text of a Word file: written into the file, after a question the first time. */
async function writeFix(client: BaseLanguageClient, params: WriteParams, memory: Memento): Promise<void> {
  if (!memory.get<boolean>(ASKED)) {
    const write = l10n.t('Write');
    const question = l10n.t(
      'Write the change into {0}? Only the number changes, format and all else stay.',
      nameOf(client.protocol2CodeConverter.asUri(params.uri)),
    );
    const detail = l10n.t('This is asked only once.');
    if ((await window.showWarningMessage(question, { modal: true, detail }, write)) !== write) return;
    await memory.update(ASKED, true);
  }
  const result = await client.sendRequest<WriteResult>('zfxxgk/writeFix', params);
  if ('failure' in result) void window.showWarningMessage(result.failure);
}

/** For notifications, in which a name must not become a link. */
const nameOf = ({ path }: Uri) => notificationText(path.slice(path.lastIndexOf('/') + 1));
