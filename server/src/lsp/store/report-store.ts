import { Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, withOthers } from '../../checks/analysis.ts';
import type { Digest } from '../../digest/digest.ts';
import { makeDigestLazily } from '../../digest/make-digest.ts';
import { ReportIndex } from '../../digest/report-index.ts';
import type { Disk } from '../../files/disk.ts';
import { shownPredecessor } from '../convert.ts';
import { afterTurn } from '../turns.ts';
import { nameOf } from '../uri.ts';
import { Findings, type FindingsContext } from './findings.ts';
import { OpenReport } from './open-report.ts';

/** Why the findings of some reports may be others now. */
export type Cause = 'open' | 'text' | 'save' | 'close' | 'file' | 'predecessor' | 'configuration';

export interface ReportsChange {
  readonly cause: Cause;
  /** Addresses in the store; of a change of the configuration those of open documents. */
  readonly keys: readonly string[];
}

/** A text that is changed again within so many turns of the event loop is looked at only then. */
const QUIET_TURNS = 2;

/**
 * The reports that are known: open documents, and the digests of files. The functions up to `configure` write, and
 * tell the listeners what may have changed; those below only read, as others may read the index. It reads no file: `WorkspaceFiles` does, and puts in
 * what came of it. The text of an open document wins over what is on the disk.
 */
export class ReportStore {
  private readonly changed = new Emitter<ReportsChange>();
  readonly onDidChange = this.changed.event;
  readonly index = new ReportIndex();
  private readonly byUri = new Map<string, OpenReport>();
  private readonly byKey = new Map<string, OpenReport>();
  /** Documents that were changed, and for how many turns they must stay as they are. */
  private readonly unsettled = new Map<OpenReport, number>();
  /** Reports of which the year before has changed. */
  private readonly successors = new Set<string>();
  private openings = 0;

  constructor(
    private readonly disk: Disk | undefined,
    private readonly context: FindingsContext,
    private readonly onError: (error: unknown) => void,
  ) {
    context.configuration.onDidChange(() => this.configure());
  }

  open(document: TextDocument): void {
    const key = this.keyOf(document.uri);
    const report = new OpenReport(document, key, ++this.openings, { ...this.context, index: this.index });
    this.byUri.set(document.uri, report);
    this.byKey.set(key, report);
    report.keepShown();
    this.changed.fire({ cause: 'open', keys: [key] });
  }

  /** The text of a document has changed; listeners are told when it was quiet for some turns. */
  change(uri: string): void {
    const report = this.byUri.get(uri);
    if (!report) return;
    if (!this.unsettled.has(report)) this.afterTurn(() => this.settle(report));
    this.unsettled.set(report, QUIET_TURNS);
  }

  /** The text as it is now is to be shown. */
  save(uri: string): void {
    const report = this.byUri.get(uri);
    if (!report || !this.context.configuration.onSave) return;
    report.keepShown();
    this.changed.fire({ cause: 'save', keys: [report.key] });
  }

  /** Takes a document out; its file, if there is one, is to be read again. */
  close(uri: string): void {
    const report = this.byUri.get(uri);
    if (!report) return;
    this.byUri.delete(uri);
    this.unsettled.delete(report);
    if (this.byKey.get(report.key) === report) this.byKey.delete(report.key);
    this.setDigest(report.key, undefined);
    this.changed.fire({ cause: 'close', keys: [report.key] });
  }

  /** What was read of a file; undefined when it is no report, or gone. */
  setFile(key: string, digest: Digest | undefined): void {
    if (!this.isOpen(key)) this.setDigest(key, digest);
    this.changed.fire({ cause: 'file', keys: [key] });
  }

  private configure(): void {
    for (const report of this.byUri.values()) {
      report.keepShown();
      this.setDigest(report.key, report.digest);
    }
    this.changed.fire({ cause: 'configuration', keys: [...this.byKey.keys()] });
  }

  private settle(report: OpenReport): void {
    const left = this.unsettled.get(report);
    if (left === undefined) return;
    this.unsettled.set(report, left - 1);
    if (left > 0) {
      this.afterTurn(() => this.settle(report));
      return;
    }
    this.unsettled.delete(report);
    this.setDigest(report.key, report.digest);
    this.changed.fire({ cause: 'text', keys: [report.key] });
  }

  /** Here no handler of a message stands above that would catch an error. */
  private afterTurn(work: () => void): void {
    afterTurn(() => {
      try {
        work();
      } catch (error) {
        this.onError(error);
      }
    });
  }

  /** Many reports whose year before changes within one turn are told of together. */
  private setDigest(key: string, digest: Digest | undefined): void {
    if (!digest && !this.index.get(key)) return;
    const stale = [
      ...this.index.touchLookalikes(key),
      ...this.index.set({ uri: key, name: nameOf(key) }, digest),
      ...this.index.touchLookalikes(key),
    ];
    if (stale.length > 0 && this.successors.size === 0) this.afterTurn(() => this.announceSuccessors());
    for (const each of stale) this.successors.add(each);
  }

  private announceSuccessors(): void {
    const keys = [...this.successors];
    this.successors.clear();
    for (const key of keys) this.byKey.get(key)?.predecessorChanged();
    this.changed.fire({ cause: 'predecessor', keys });
  }

  /** The address by which a document is known here. */
  keyOf(uri: string): string {
    return this.disk?.locate(uri) ?? uri;
  }

  get(uri: string): OpenReport | undefined {
    return this.byUri.get(uri);
  }

  at(key: string): OpenReport | undefined {
    return this.byKey.get(key);
  }

  digestOf = (key: string): Digest | undefined => this.index.get(key);

  isOpen = (key: string): boolean => this.byKey.has(key);

  get openReports(): Iterable<OpenReport> {
    return this.byUri.values();
  }

  /** A copy of an open document that nobody else knows: what is typed into it is told to nobody. */
  copyOf({ document, key }: OpenReport): OpenReport {
    const copy = TextDocument.create(document.uri, document.languageId, 0, document.getText());
    return new OpenReport(copy, key, 0, { ...this.context, index: this.index });
  }

  /** A number that changes whenever the report of the year before has changed for a file. */
  predecessorRevision(key: string): number {
    const digest = this.index.get(key);
    return digest ? this.index.revision(digest, key) : 0;
  }

  /** The findings of a file that is not open; undefined when it is no report that is to be checked. */
  findingsOf(key: string, text: string): Findings | undefined {
    try {
      const findings = this.judged(key, text);
      // Made here, so that one file over which this program goes wrong does not end the check of all.
      void findings?.diagnostics;
      return findings;
    } catch (error) {
      this.onError(error);
      return undefined;
    }
  }

  private judged(key: string, text: string): Findings | undefined {
    const { configuration } = this.context;
    const analysis = configuration.reads(key) ? analyse(text, configuration.optionsOf(key)) : undefined;
    if (!analysis) return undefined;
    const digest = makeDigestLazily(analysis);
    const before = shownPredecessor(digest && this.index.predecessorOf(digest, key), this.context.format.extracts);
    const others = { predecessor: before, company: this.index.companyOf(key) };
    const compared = digest ? withOthers(analysis, digest, others) : analysis;
    return new Findings(TextDocument.create(key, 'plaintext', 0, text), compared, this.context, analysis);
  }
}
