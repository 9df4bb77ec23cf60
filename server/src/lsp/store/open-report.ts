import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type AnalyseOptions, type Analysis, analyse, withOthers } from '../../checks/analysis.ts';
import { takesOver } from '../../checks/stale-totals.ts';
import type { Digest } from '../../digest/digest.ts';
import { makeDigestLazily } from '../../digest/make-digest.ts';
import type { ReportIndex } from '../../digest/report-index.ts';
import { LARGEST_TEXT } from '../../files/limits.ts';
import type { Judged } from '../../project/project.ts';
import { shownPredecessor } from '../convert.ts';
import { Findings, type FindingsContext } from './findings.ts';

export interface OpenReportContext extends FindingsContext {
  readonly index: ReportIndex;
}

/** What follows from the text alone, and how it is to be read. */
interface ReadVersion {
  readonly version: number;
  /** The revision of the configuration that the options are of. */
  readonly configuration: number;
  readonly options: AnalyseOptions | undefined;
  readonly analysis: Analysis | undefined;
  /** What reports of other years need of it; undefined when it is no report, or nobody knows whose. */
  readonly digest: Digest | undefined;
}

/** The findings of a version, and what they were made with. */
interface Current {
  readonly read: ReadVersion;
  readonly predecessor: number;
  readonly findings: Findings;
}

/** What is shown of a document until it is saved again. */
interface Saved {
  readonly id: string;
  readonly version: number;
  readonly diagnostics: Diagnostic[];
  readonly findings: readonly Judged[];
}

/**
 * An open document, which need be no report. It is read and checked when that is first asked for in a version; every
 * later question on the version is answered with the same.
 */
export class OpenReport {
  private readVersion: ReadVersion | undefined;
  /** The last version whose sums held. */
  private agreed: Analysis | undefined;
  private current: Current | undefined;
  /** In mode onSave: what the version of the last save showed. */
  private saved: Saved | undefined;

  constructor(
    readonly document: TextDocument,
    /** Its address in the store. */
    readonly key: string,
    /** Versions begin anew when a file is opened again; what was pulled before must not pass for its state then. */
    private readonly opening: number,
    private readonly context: OpenReportContext,
  ) {}

  get uri(): string {
    return this.document.uri;
  }

  /** The findings of the text as it is now. */
  get findings(): Findings {
    return this.check().findings;
  }

  get analysis(): Analysis | undefined {
    return this.findings.analysis;
  }

  /** What reports of other years need of it; undefined when it is no report, or nobody knows whose. */
  get digest(): Digest | undefined {
    return this.read().digest;
  }

  /** A name for what is to be shown now, which changes whenever that may be something else. */
  get shownId(): string {
    return this.saved?.id ?? this.id;
  }

  /** What is to be shown now: in mode onSave the findings of the last save. */
  get shownDiagnostics(): Diagnostic[] {
    return this.saved?.diagnostics ?? this.findings.diagnostics;
  }

  /** The same with their severities, as this program has them. */
  get shownFindings(): readonly Judged[] {
    return this.saved?.findings ?? this.findings.shown;
  }

  /** What is to be shown where the text stands now: nothing in mode onSave while a save is awaited. */
  get currentFindings(): readonly Judged[] {
    const { saved, document, findings } = this;
    return saved && saved.version !== document.version ? [] : findings.shown;
  }

  /** Keeps what is to be shown until the next save, unless findings are shown at once. */
  keepShown(): void {
    this.saved = undefined;
    if (!this.context.configuration.onSave) return;
    const { version } = this.document;
    const { diagnostics, shown } = this.findings;
    this.saved = { id: this.id, version, diagnostics, findings: shown };
  }

  /** The report of the year before has changed: of a text that was not changed since, that shows at once. */
  predecessorChanged(): void {
    if (this.saved?.version === this.document.version) this.keepShown();
  }

  private get id(): string {
    const { read, predecessor } = this.check();
    return `${this.opening}:${read.configuration}:${read.version}:${predecessor}`;
  }

  private check(): Current {
    const { index, format } = this.context;
    const read = this.read();
    const { analysis: alone, digest } = read;
    const predecessor = digest ? index.revision(digest, this.key) : 0;
    const { current } = this;
    if (current?.read === read && current.predecessor === predecessor) return current;
    const before = digest && shownPredecessor(index.predecessorOf(digest, this.key), format.extracts);
    const others = { predecessor: before, company: index.companyOf(this.key) };
    const analysis = alone && digest ? withOthers(alone, digest, others) : alone;
    const findings = new Findings(this.document, analysis, this.context, alone);
    this.current = { read, predecessor, findings };
    return this.current;
  }

  private read(): ReadVersion {
    const { document, readVersion } = this;
    const { configuration } = this.context;
    const { version } = document;
    const { revision } = configuration;
    if (readVersion?.version === version && readVersion.configuration === revision) return readVersion;
    const options = configuration.optionsFor(document);
    const same = readVersion?.version === version && sameOptions(readVersion.options, options);
    // Other severities, say: the text need not be read again.
    const analysis = same ? readVersion.analysis : this.analyse(options);
    const digest = analysis && makeDigestLazily(analysis);
    this.readVersion = { version, configuration: revision, options, analysis, digest };
    return this.readVersion;
  }

  /**
   * Reads what was changed since the last version. What was typed since its sums last held is known to be meant, until the
   * file is opened again.
   */
  private analyse(options: AnalyseOptions | undefined): Analysis | undefined {
    const text = this.document.getText();
    const isRead = options !== undefined && text.length <= LARGEST_TEXT;
    const analysis = isRead ? analyse(text, options, this.readVersion?.analysis, this.agreed?.report) : undefined;
    if (analysis && takesOver(analysis, this.agreed)) this.agreed = analysis;
    return analysis;
  }
}

function sameOptions(a: AnalyseOptions | undefined, b: AnalyseOptions | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  const demands = [a, b].map((each) => JSON.stringify(each.demands ?? {}));
  return a.always === b.always && a.blankCells === b.blankCells && demands[0] === demands[1];
}
