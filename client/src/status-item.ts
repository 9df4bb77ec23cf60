import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/status.ts';

/** ✓ or the number of findings of the report in the active editor; a click opens the menu. */
export class StatusItem implements Disposable {
  private readonly item: StatusBarItem = window.createStatusBarItem('zfxxgk.status', StatusBarAlignment.Right, 100);
  private readonly known = new Map<string, Status>();
  private readonly checked = new EventEmitter<Status>();
  /** Tells of a document whose findings may be others now; its address is as the protocol writes it. */
  readonly onDidCheck = this.checked.event;
  private readonly subscriptions: readonly Disposable[];

  constructor(client: BaseLanguageClient) {
    this.item.name = l10n.t('Annual report check');
    this.item.command = 'zfxxgk.showMenu';
    this.subscriptions = [
      this.item,
      this.checked,
      client.onNotification('zfxxgk/status', (status: Status) => {
        this.known.set(status.uri, status);
        this.show();
        this.checked.fire(status);
      }),
      window.onDidChangeActiveTextEditor(() => this.show()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.known.delete(client.code2ProtocolConverter.asUri(uri));
        this.show();
      }),
    ];
    this.find = (uri) => this.known.get(client.code2ProtocolConverter.asUri(uri));
  }

  private readonly find: (uri: Uri) => Status | undefined;

  private show(): void {
    const document = window.activeTextEditor?.document;
    const status = document && this.find(document.uri);
    void commands.executeCommand('setContext', 'zfxxgk.isReport', status?.report === true);
    if (!status?.report) {
      this.item.hide();
      return;
    }
    const { errors, warnings, others, unknown = [] } = status;
    const total = errors + warnings + others;
    this.item.text = total === 0 ? `${l10n.t('Report')} ✓` : `$(warning) ${l10n.t('Report')} ${total}`;
    const counts =
      total === 0
        ? l10n.t('No findings in this annual report')
        : l10n.t('{0} errors, {1} warnings, {2} hints; click for the menu', errors, warnings, others);
    this.item.tooltip = [counts, ...unknown].join('\n');
    this.item.backgroundColor = errors > 0 ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    this.item.show();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
