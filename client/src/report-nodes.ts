import { l10n, MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { Diagnostic } from 'vscode-languageclient';
import type { ListedReport, ReportList, ReportYear } from '../../server/src/lsp/workspace/report-list.ts';

/** What the tree of reports is made of. */
export type Node =
  | { readonly kind: 'year'; readonly year: ReportYear; readonly reports: readonly ListedReport[] }
  | { readonly kind: 'report'; readonly report: ListedReport }
  | { readonly kind: 'before'; readonly uri: string }
  | { readonly kind: 'finding'; readonly uri: string; readonly finding: Diagnostic }
  | { readonly kind: 'missing'; readonly organs: ReportYear['missing']; readonly of: string }
  | { readonly kind: 'organ'; readonly organ: string; readonly before?: string }
  | { readonly kind: 'sum'; readonly sum: ReportYear['sums'][number]; readonly of: string }
  | { readonly kind: 'total'; readonly name: string; readonly value: string };

/** Which reports are shown. */
export interface Filter {
  readonly least: 'error' | 'warning' | undefined;
  /** A part of the organ's name; empty for all. */
  readonly name: string;
}

export const NO_FILTER: Filter = { least: undefined, name: '' };

export const isShown = ({ least, name }: Filter) => least !== undefined || name !== '';

function fits({ organ, errors, warnings }: ListedReport, { least, name }: Filter): boolean {
  const grave = least === undefined || errors > 0 || (least === 'warning' && warnings > 0);
  return grave && organ.includes(name);
}

export function yearsOf({ years }: ReportList, filter: Filter): Node[] {
  return years.flatMap((year): Node[] => {
    const reports = year.reports.filter((report) => fits(report, filter));
    return isShown(filter) && reports.length === 0 ? [] : [{ kind: 'year', year, reports }];
  });
}

/** @param found of a report: what was found in it */
export function childrenOf(node: Node, filter: Filter, found: readonly Diagnostic[] = []): Node[] {
  switch (node.kind) {
    case 'year': {
      const { missing, sums, name: of } = node.year;
      const organs = missing.filter(({ organ }) => organ.includes(filter.name));
      return [
        ...node.reports.map((report): Node => ({ kind: 'report', report })),
        ...(organs.length > 0 ? [{ kind: 'missing', organs, of } as const] : []),
        ...(isShown(filter) ? [] : sums.map((sum): Node => ({ kind: 'sum', sum, of }))),
      ];
    }
    case 'report': {
      const { uri, before } = node.report;
      const findings = [...found].sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1));
      return [
        ...findings.map((finding): Node => ({ kind: 'finding', uri, finding })),
        ...(before === undefined ? [] : [{ kind: 'before', uri: before } as const]),
      ];
    }
    case 'missing':
      return node.organs.map((organ): Node => ({ kind: 'organ', ...organ }));
    case 'sum':
      return node.sum.totals.map((total): Node => ({ kind: 'total', ...total }));
    default:
      return [];
  }
}

export function toItem(node: Node): TreeItem {
  switch (node.kind) {
    case 'year':
      return yearItem(node.year.name, node.reports, node.year.missing.length);
    case 'report':
      return reportItem(node.report);
    case 'before':
      return linkTo(l10n.t('Last year’s report'), node.uri, 'history');
    case 'finding':
      return findingItem(node.uri, node.finding);
    case 'missing':
      return group(
        l10n.t('No report yet ({0})', node.organs.length),
        'question',
        l10n.t('with one on the year before'),
        `missing:${node.of}`,
      );
    case 'organ':
      return node.before === undefined ? new TreeItem(node.organ) : linkTo(node.organ, node.before, 'history');
    case 'sum':
      return group(
        l10n.t('Sum of {0} reports', node.sum.reports),
        'graph',
        l10n.t('form of {0}', node.sum.form),
        `sum:${node.of}:${node.sum.form}`,
      );
    case 'total': {
      const item = new TreeItem(node.name);
      item.description = node.value || '—';
      return item;
    }
  }
}

/** @param id by which it stays open when the tree is drawn anew */
function group(label: string, icon: string, description: string, id: string): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.iconPath = new ThemeIcon(icon);
  item.description = description;
  return item;
}

function yearItem(name: string, reports: readonly ListedReport[], missing: number): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  const wrong = reports.filter((report) => report.errors > 0).length;
  item.id = `year:${name}`;
  item.iconPath = new ThemeIcon('calendar');
  item.description = [
    l10n.t('{0} reports', reports.length),
    ...(wrong > 0 ? [l10n.t('{0} with errors', wrong)] : []),
    ...(missing > 0 ? [l10n.t('{0} missing', missing)] : []),
  ].join(' · ');
  return item;
}

function reportItem(report: ListedReport): TreeItem {
  const { organ, uri, path, errors, warnings, others, before, isPending } = report;
  const any = errors + warnings + others > 0 || before !== undefined;
  const item = new TreeItem(organ, any ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.id = `report:${uri}`;
  item.resourceUri = Uri.parse(uri);
  item.iconPath = isPending
    ? new ThemeIcon('loading~spin')
    : iconOf(errors > 0 ? 1 : warnings > 0 ? 2 : others > 0 ? 3 : 0);
  item.description = isPending ? '…' : countsText(errors, warnings, others);
  item.tooltip = path;
  item.contextValue = before === undefined ? 'report' : 'report.before';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [item.resourceUri, { preview: true }] };
  return item;
}

/** `1 个错误 · 2 条信息`. */
function countsText(errors: number, warnings: number, others: number): string {
  const parts = [
    ...(errors > 0 ? [l10n.t('{0} errors', errors)] : []),
    ...(warnings > 0 ? [l10n.t('{0} warnings', warnings)] : []),
    ...(others > 0 ? [l10n.t('{0} hints', others)] : []),
  ];
  return parts.length === 0 ? '✓' : parts.join(' · ');
}

function findingItem(uri: string, finding: Diagnostic): TreeItem {
  const { range, severity, code } = finding;
  const message = typeof finding.message === 'string' ? finding.message : finding.message.value;
  const item = new TreeItem(message);
  const { start } = range;
  const selection = new Range(start.line, start.character, range.end.line, range.end.character);
  item.iconPath = iconOf(severity ?? 1);
  item.description = String(start.line + 1);
  item.tooltip = new MarkdownString().appendText(`${message}\n${code ?? ''}`);
  const target = Uri.parse(uri);
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [target, { selection, preview: true }] };
  return item;
}

function linkTo(label: string, uri: string, icon: string): TreeItem {
  const item = new TreeItem(label);
  item.iconPath = new ThemeIcon(icon);
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), { preview: true }] };
  return item;
}

/** By the severity of the protocol; 0 for a report without findings. */
function iconOf(severity: number): ThemeIcon {
  const [icon, colour] = [
    ['pass', 'testing.iconPassed'],
    ['error', 'list.errorForeground'],
    ['warning', 'list.warningForeground'],
    ['info', 'editorInfo.foreground'],
  ][Math.min(severity, 3)] as [string, string];
  return new ThemeIcon(icon, new ThemeColor(colour));
}
