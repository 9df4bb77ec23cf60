import type { Diagnostic } from 'vscode-languageserver';
import { csv } from '../../files/csv.ts';
import type { Disk } from '../../files/disk.ts';
import type { Counted } from '../../summary/counted.ts';
import { type Summary, summaryOf } from '../../summary/model.ts';
import { summaryRows } from '../../summary/rows.ts';
import type { PendingAnswers } from '../connection.ts';
import { shownUri } from '../convert.ts';
import type { Configuration } from '../store/configuration.ts';
import type { Findings } from '../store/findings.ts';
import type { ReportStore } from '../store/report-store.ts';
import { countSeverities, severitiesOf } from '../store/severities.ts';
import { nextTurn } from '../turns.ts';
import { pathFrom } from '../uri.ts';
import { type KnownReport, type ReportList, reportList } from './report-list.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

export interface WorkspaceReportsOptions {
  readonly disk: Disk | undefined;
  readonly store: ReportStore;
  readonly files: WorkspaceFiles;
  readonly configuration: Configuration;
  readonly pending: PendingAnswers;
  /** Whether the client shows the texts of documents. */
  readonly extracts: boolean;
  /** Called when a list that was given may be another one now; once until it is asked for again. */
  readonly onChange: () => void;
}

/** So many files are read before messages of the client are let in. */
const BATCH = 8;

/** 工作区的年报: what the tree shows of all reports. A file is read again only when what it depends on has changed. */
export class WorkspaceReports {
  private readonly known = new Map<string, { readonly id: string; readonly report: KnownReport | undefined }>();
  /** Somebody has a list, and has not been told yet that it is out of date. */
  private isUpToDate = false;

  constructor(private readonly options: WorkspaceReportsOptions) {
    options.store.onDidChange(() => {
      if (this.isUpToDate) options.onChange();
      this.isUpToDate = false;
    });
  }

  /** @param again whether the disk is to be looked at again, for a client may not tell of every change */
  async list(again: boolean): Promise<ReportList> {
    return reportList(await this.summary(again));
  }

  /** The same table that `zfxxgk summary --format csv` writes. */
  async csv(): Promise<string> {
    const { summary } = await this.summary(false);
    return csv(summaryRows(summary), true);
  }

  /** The findings of one report, as they are shown. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const { disk, store } = this.options;
    const key = store.keyOf(uri);
    const open = store.at(key);
    if (open) return open.shownDiagnostics;
    const text = await disk?.read(key);
    return text === undefined ? [] : (store.findingsOf(key, text)?.diagnostics ?? []);
  }

  private async summary(again: boolean): Promise<{ readonly summary: Summary; readonly reports: KnownReport[] }> {
    const { files, pending } = this.options;
    await pending.settled();
    await (again ? files.readAgain() : files.read());
    this.isUpToDate = true;
    const reports = await this.reports();
    const counted = reports.map((each) => each.counted);
    return { summary: summaryOf(counted, { all: counted }), reports };
  }

  private async reports(): Promise<KnownReport[]> {
    const { store, files } = this.options;
    const open = [...store.openReports].filter(({ key }) => files.folders.length === 0 || files.includes(key));
    const opened = open.flatMap(({ findings, key, uri }) => toKnown(findings, uri, pathFrom(files.folders, key)) ?? []);
    const closed = files.reports.filter(({ key }) => !store.isOpen(key));
    const found: KnownReport[] = [];
    for (let at = 0; at < closed.length; at += BATCH) {
      const some = await Promise.all(closed.slice(at, at + BATCH).map(({ key, stamp }) => this.ofFile(key, stamp)));
      for (const { report } of some) if (report) found.push(report);
      if (some.some(({ read }) => read)) await nextTurn();
    }
    const keys = new Set(closed.map(({ key }) => key));
    for (const key of [...this.known.keys()]) if (!keys.has(key)) this.known.delete(key);
    return [...opened, ...found];
  }

  private async ofFile(
    key: string,
    stamp: string,
  ): Promise<{ readonly report: KnownReport | undefined; read: boolean }> {
    const { disk, store, files, configuration, extracts } = this.options;
    const id = `${configuration.revision}:${stamp}:${store.predecessorRevision(key)}`;
    const before = this.known.get(key);
    if (before?.id === id) return { report: before.report, read: false };
    const text = await disk?.read(key);
    const findings = text === undefined ? undefined : store.findingsOf(key, text);
    const report = findings && toKnown(findings, shownUri(key, extracts), pathFrom(files.folders, key));
    this.known.set(key, { id, report });
    return { report, read: true };
  }
}

function toKnown(findings: Findings, uri: string, path: string): KnownReport | undefined {
  const counted: Counted | undefined = findings.countedAs(path);
  const before = findings.analysis?.predecessor?.file.uri;
  return counted && { uri, counted, ...countSeverities(severitiesOf(findings.shown)), ...(before ? { before } : {}) };
}
