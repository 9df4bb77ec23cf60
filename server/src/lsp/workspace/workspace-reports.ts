import type { Diagnostic } from 'vscode-languageserver';
import { csv } from '../../files/csv.ts';
import type { Disk } from '../../files/disk.ts';
import { summaryOf } from '../../summary/model.ts';
import { summaryRows } from '../../summary/rows.ts';
import type { PendingAnswers } from '../connection.ts';
import { shownUri } from '../convert.ts';
import type { Configuration } from '../store/configuration.ts';
import type { Findings } from '../store/findings.ts';
import type { ReportStore } from '../store/report-store.ts';
import { countSeverities, severitiesOf } from '../store/severities.ts';
import { nextTurn } from '../turns.ts';
import { pathFrom } from '../uri.ts';
import { type KnownReport, type ReportList, reportList, uncounted } from './report-list.ts';
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

/** So many files are checked before messages of the client are let in. */
const BATCH = 8;
/** A list is given after so many milliseconds; what is not known by then follows. */
const PATIENCE = 200;
/** While it follows, the client is told so often, in milliseconds. */
const TELL_EVERY = 500;

interface Listed {
  readonly id: string;
  /** Undefined for a file that is no report after all. */
  readonly report: KnownReport | undefined;
}

/** 工作区的年报: what the tree shows of all reports. A file is checked again only when what it depends on has changed. */
export class WorkspaceReports {
  private readonly known = new Map<string, Listed>();
  /** Somebody has a list, and has not been told yet that it is out of date. */
  private isUpToDate = false;
  /** The checking of all that is not known, while it goes on. */
  private filling: Promise<void> | undefined;

  constructor(private readonly options: WorkspaceReportsOptions) {
    options.store.onDidChange(() => this.announce());
  }

  private announce(): void {
    if (this.isUpToDate) this.options.onChange();
    this.isUpToDate = false;
  }

  /** @param again whether the disk is to be looked at again, for a client may not tell of every change */
  async list(again: boolean): Promise<ReportList> {
    if (again) this.filling = undefined;
    const filled = this.fill(again);
    await Promise.race([filled, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    this.isUpToDate = true;
    return reportList(this.reports());
  }

  /** The same table that `zfxxgk summary --format csv` writes. */
  async csv(): Promise<string> {
    await this.fill(false);
    const counted = this.reports().map((each) => each.counted);
    return csv(summaryRows(summaryOf(counted, { all: counted })), true);
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

  /** Resolves when every file has been read and checked. */
  private fill(again: boolean): Promise<void> {
    this.filling ??= this.checkAll(again).finally(() => {
      this.filling = undefined;
    });
    return this.filling;
  }

  private async checkAll(again: boolean): Promise<void> {
    const { files, pending } = this.options;
    await pending.settled();
    await (again ? files.readAgain() : files.read());
    let told = Date.now();
    // What one file tells of may make another one stale again.
    for (let stale = this.stale(); stale.length > 0; stale = this.stale()) {
      for (let at = 0; at < stale.length; at += BATCH) {
        await Promise.all(stale.slice(at, at + BATCH).map(({ key, id }) => this.check(key, id)));
        await nextTurn();
        if (Date.now() - told < TELL_EVERY) continue;
        this.announce();
        told = Date.now();
      }
    }
    this.announce();
  }

  private closed(): { key: string; id: string }[] {
    const { store, files, configuration } = this.options;
    return files.reports.flatMap(({ key, stamp }) => {
      if (store.isOpen(key)) return [];
      return { key, id: `${configuration.revision}:${stamp}:${store.predecessorRevision(key)}` };
    });
  }

  private stale() {
    return this.closed().filter(({ key, id }) => this.known.get(key)?.id !== id);
  }

  private async check(key: string, id: string): Promise<void> {
    const { disk, store, extracts } = this.options;
    const text = await disk?.read(key);
    const findings = text === undefined ? undefined : store.findingsOf(key, text);
    this.known.set(key, { id, report: findings && toKnown(findings, shownUri(key, extracts), this.pathOf(key)) });
  }

  /** All reports as far as they are known; what is on its way is listed by organ and year. */
  private reports(): KnownReport[] {
    const { store, files, extracts } = this.options;
    const open = [...store.openReports].filter(({ key }) => files.folders.length === 0 || files.includes(key));
    const opened = open.flatMap(({ findings, key, uri }) => toKnown(findings, uri, this.pathOf(key)) ?? []);
    const keys = new Set<string>();
    const found = this.closed().flatMap(({ key }) => {
      keys.add(key);
      const known = this.known.get(key);
      if (known) return known.report ?? [];
      return uncounted(store.digestOf(key), shownUri(key, extracts), this.pathOf(key));
    });
    for (const key of [...this.known.keys()]) if (!keys.has(key)) this.known.delete(key);
    return [...opened, ...found];
  }

  private pathOf(key: string): string {
    return pathFrom(this.options.files.folders, key);
  }
}

function toKnown(findings: Findings, uri: string, path: string): KnownReport | undefined {
  const counted = findings.countedAs(path);
  const before = findings.analysis?.predecessor?.file.uri;
  return counted && { uri, counted, ...countSeverities(severitiesOf(findings.shown)), ...(before ? { before } : {}) };
}
