import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient';
import type { ReportList } from '../../server/src/lsp/workspace/report-list.ts';
import { childrenOf, type Filter, isShown, NO_FILTER, type Node, toItem, yearsOf } from './report-nodes.ts';

const VIEW = 'zfxxgk.reports';

/** While somebody types the list is asked for no more often than this, in milliseconds. */
const QUIET = 300;

/** 工作区的年报: year → organ → findings, one request for all, and the findings of a report when it is opened. */
export function registerReports(client: BaseLanguageClient, start: () => Promise<void>): Disposable[] {
  const tree = new Reports(client, start);
  const view = window.createTreeView<Node>(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  return [
    tree,
    view,
    client.onNotification('zfxxgk/reportsChanged', () => tree.changed()),
    commands.registerCommand('zfxxgk.reports.refresh', () => tree.refresh(true)),
    commands.registerCommand('zfxxgk.reports.filter', () => askFilter(tree, view)),
    commands.registerCommand('zfxxgk.reports.clearFilter', () => setFilter(tree, view, NO_FILTER)),
    commands.registerCommand('zfxxgk.reports.export', () => exportCsv(client, start)),
    commands.registerCommand('zfxxgk.reports.showBefore', (node: Node) => {
      if (node.kind === 'report' && node.report.before)
        void commands.executeCommand('vscode.open', Uri.parse(node.report.before));
    }),
  ];
}

class Reports implements TreeDataProvider<Node>, Disposable {
  private readonly emitter = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.emitter.event;
  private list: Promise<ReportList> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  filter: Filter = NO_FILTER;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly start: () => Promise<void>,
  ) {}

  getTreeItem(node: Node): TreeItem {
    return toItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return yearsOf(await this.ask(false), this.filter);
    if (node.kind !== 'report') return childrenOf(node, this.filter);
    const { uri } = node.report;
    const found = await this.client.sendRequest<Diagnostic[]>('zfxxgk/reportFindings', { uri });
    return childrenOf(node, this.filter, found);
  }

  private ask(again: boolean): Promise<ReportList> {
    this.list ??= this.start().then(() => this.client.sendRequest<ReportList>('zfxxgk/reports', { again }));
    return this.list;
  }

  /** Reports may be others now; what comes together is asked for once. */
  changed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(false), QUIET);
  }

  /** The tree stays as it is until the new list is here. */
  async refresh(again: boolean): Promise<void> {
    this.list = undefined;
    await this.ask(again);
    this.emitter.fire(undefined);
  }

  redraw(): void {
    this.emitter.fire(undefined);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.emitter.dispose();
  }
}

/** 筛选: by what is wrong, or by a part of the organ's name. */
async function askFilter(tree: Reports, view: TreeView<Node>): Promise<void> {
  const items = [
    { label: l10n.t('All reports'), filter: NO_FILTER },
    { label: l10n.t('Reports with errors'), filter: { least: 'error' as const, name: '' } },
    { label: l10n.t('Reports with errors or warnings'), filter: { least: 'warning' as const, name: '' } },
    { label: l10n.t('By the name of the organ…'), filter: undefined },
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t('Filter the reports') });
  if (!chosen) return;
  if (chosen.filter) return setFilter(tree, view, chosen.filter);
  const name = await window.showInputBox({ title: l10n.t('A part of the organ’s name'), value: tree.filter.name });
  if (name !== undefined) setFilter(tree, view, { ...tree.filter, name: name.trim() });
}

function setFilter(tree: Reports, view: TreeView<Node>, filter: Filter): void {
  tree.filter = filter;
  const words = [
    ...(filter.least === 'error' ? [l10n.t('Reports with errors')] : []),
    ...(filter.least === 'warning' ? [l10n.t('Reports with errors or warnings')] : []),
    ...(filter.name === '' ? [] : [filter.name]),
  ];
  view.description = words.join(' · ');
  void commands.executeCommand('setContext', 'zfxxgk.reports.isFiltered', isShown(filter));
  tree.redraw();
}

/** 导出汇总表: the table that `zfxxgk summary --format csv` writes. */
async function exportCsv(client: BaseLanguageClient, start: () => Promise<void>): Promise<void> {
  await start();
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `${l10n.t('Summary of annual reports')}.csv`;
  const target = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
    filters: { CSV: ['csv'] },
  });
  if (!target) return;
  const table = await client.sendRequest<string>('zfxxgk/reportsCsv');
  await workspace.fs.writeFile(target, new TextEncoder().encode(table));
  const open = l10n.t('Open');
  if ((await window.showInformationMessage(l10n.t('The summary was written.'), open)) === open) {
    await window.showTextDocument(target);
  }
}
