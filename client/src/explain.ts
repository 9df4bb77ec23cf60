import {
  commands,
  type Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  l10n,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeEditor } from './active-editor.ts';
import { NO_REPORT } from './commands.ts';

const SCHEME = 'zfxxgk-explain';
/** So long after a change what was read is shown anew. */
const QUIET = 200;

/** 显示读取结果: what was read of a report, beside it: read-only, each line leading to its place, following what is typed. */
export function registerExplain(client: BaseLanguageClient, start: () => Promise<void>): Disposable[] {
  const explanations = new Explanations(client, start);
  return [
    explanations,
    workspace.registerTextDocumentContentProvider(SCHEME, explanations),
    languages.registerDocumentLinkProvider({ scheme: SCHEME }, explanations),
    workspace.onDidChangeTextDocument(({ document }) => explanations.follow(document.uri)),
    commands.registerCommand('zfxxgk.explain', async () => {
      const document = activeEditor()?.document;
      if (!document) return;
      await start();
      if (!(await explanations.read(document.uri))) {
        void window.showInformationMessage(NO_REPORT());
        return;
      }
      const opened = await workspace.openTextDocument(addressFor(document.uri));
      const shown = await languages.setTextDocumentLanguage(opened, 'log');
      await window.showTextDocument(shown, { viewColumn: ViewColumn.Beside, preview: true, preserveFocus: true });
    }),
  ];
}

/** `zfxxgk-explain:/年报.txt（读取结果）?file%3A…`: the name for the tab, the report's own address behind it. */
function addressFor(report: Uri): Uri {
  const name = report.path.split('/').at(-1) ?? '';
  return Uri.from({ scheme: SCHEME, path: `/${l10n.t('{0} as it was read', name)}`, query: report.toString() });
}

const reportOf = (uri: Uri) => Uri.parse(uri.query);

class Explanations implements TextDocumentContentProvider, DocumentLinkProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly start: () => Promise<void>,
  ) {}

  read(report: Uri): Promise<string | null> {
    const uri = this.client.code2ProtocolConverter.asUri(report);
    return this.client.sendRequest<string | null>('zfxxgk/explain', { textDocument: { uri } });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    await this.start();
    return (await this.read(reportOf(uri))) ?? NO_REPORT();
  }

  /** The number in front of a line is that of its place in the report. */
  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const report = reportOf(document.uri);
    return Array.from({ length: document.lineCount }, (_, at) => at).flatMap((at) => {
      const [, blanks = '', number] = /^( {0,4})(\d{1,9}) {2}/.exec(document.lineAt(at).text) ?? [];
      if (number === undefined) return [];
      const range = new Range(at, blanks.length, at, blanks.length + number.length);
      return [new DocumentLink(range, report.with({ fragment: `L${number}` }))];
    });
  }

  /** What is shown of a report follows it when nothing was typed for a moment. */
  follow(report: Uri): void {
    const uri = addressFor(report);
    const key = uri.toString();
    if (!workspace.textDocuments.some((each) => each.uri.toString() === key)) return;
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        this.changed.fire(uri);
      }, QUIET),
    );
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.changed.dispose();
  }
}
