import picomatch from 'picomatch';
import type { Diagnostic, InitializeParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse } from '../checks/analysis.ts';
import type { Finding, Severity } from '../checks/finding.ts';
import type { Locale } from '../checks/wording/index.ts';
import { YEAR_CODES } from '../checks/years/link.ts';
import { withBefore } from '../checks/years/shelf.ts';
import { summarise } from '../checks/years/summary.ts';
import { severityNumber } from '../features/diagnostics.ts';
import { Analyses } from './analyses.ts';
import { type DiagnosticContext, toDiagnostic } from './convert.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Library } from './workspace/library.ts';

export const LANGUAGE_ID = 'zfxxgk-report';

/** What the client can do, read once. */
export interface Client {
  readonly locale: Locale;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly resolvesEdits: boolean;
  readonly versionedEdits: boolean;
  readonly configuration: boolean;
  /** Wants the notification `zfxxgk/status`. */
  readonly status: boolean;
  /** Would ask for the findings of the whole workspace if that was offered. */
  readonly pullsWorkspace: boolean;
  /** Tells of files that change on disk. */
  readonly watchesFiles: boolean;
  readonly showsProgress: boolean;
  readonly workspaceFolders: boolean;
}

export function readClient({ capabilities, locale, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace, window } = capabilities ?? {};
  return {
    locale: locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    status: initializationOptions?.status === true,
    pullsWorkspace: textDocument?.diagnostic !== undefined && initializationOptions?.workspaceDiagnostics !== false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  };
}

/** A finding that is to be shown, with its configured severity. */
export interface Shown {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** What is shown of a document until it is saved again. */
interface Saved {
  readonly id: string;
  readonly items: Diagnostic[];
  readonly version: number;
  /** That of the report of the year before. */
  readonly revision: number;
}

/** The state of one connection: its settings, its analyses, and what was last shown of each document. */
export class Session {
  readonly analyses = new Analyses();
  private settings: Settings = readSettings({}).settings;
  private excludes: (path: string) => boolean = () => false;
  private generation = 0;
  /** How often settings have changed: what tells the findings in one and the same file apart. */
  epoch = 0;
  /** In mode onSave: the diagnostics of the version that was opened or saved last. */
  private readonly saved = new Map<string, Saved>();

  constructor(
    readonly client: Client,
    private readonly rulePages: string,
    private readonly library: Library,
  ) {}

  get onSave(): boolean {
    return this.settings.run === 'onSave';
  }

  /** Takes new settings into use; everything that was shown is out of date. */
  configure(settings: Settings): void {
    this.settings = settings;
    // The settings editor adds an empty pattern before one is typed, and picomatch throws on it.
    const patterns = settings.exclude.filter((pattern) => pattern !== '');
    this.excludes = patterns.length > 0 ? picomatch(patterns, { dot: true }) : () => false;
    this.generation++;
    this.epoch++;
    this.saved.clear();
  }

  /** Whether files that are not open may be read: one has no language mode, and may be excluded. */
  admits(uri: string): boolean {
    return this.settings.detect !== 'languageMode' && !this.excludes(pathOf(uri));
  }

  /** Whether any rule compares a report with that of the year before. */
  get comparesYears(): boolean {
    return this.settings.enable && YEAR_CODES.some((code) => this.settings.rules[code] !== 'off');
  }

  /** The analysis of a document that counts as a report and is not excluded. */
  analysis(document: TextDocument): Analysis | undefined {
    const always = document.languageId === LANGUAGE_ID;
    const counts = (always || this.settings.detect !== 'languageMode') && !this.excludes(pathOf(document.uri));
    return this.library.link(document.uri, counts ? this.analyses.get(document, always) : undefined);
  }

  /** The diagnostics of a file that is not open; undefined when it is no report that is to be judged. */
  judgeFile(uri: string, text: string): Diagnostic[] | undefined {
    const analysis = this.admits(uri) && this.settings.enable ? analyse(text) : undefined;
    if (!analysis) return undefined;
    const now = summarise(analysis);
    const { findings } = now ? withBefore(analysis, now, this.library.before(uri, now)) : analysis;
    const document = TextDocument.create(uri, 'plaintext', 0, text);
    return this.select(findings).map((shown) => this.toDiagnostic(document, shown));
  }

  shown(document: TextDocument): Shown[] {
    return this.select(this.settings.enable ? (this.analysis(document)?.findings ?? []) : []);
  }

  private select(findings: readonly Finding[]): Shown[] {
    return findings.flatMap((finding) => {
      const severity = this.settings.rules[finding.code] ?? finding.severity;
      return severity === 'off' ? [] : { finding, severity };
    });
  }

  /** The diagnostics to show now. In mode onSave they are those of the last save until `save` is called again. */
  diagnostics(document: TextDocument): { id: string; items: () => Diagnostic[] } {
    if (!this.onSave) return { id: this.idOf(document), items: () => this.compute(document) };
    const saved = this.lastSaved(document);
    return { id: saved.id, items: () => saved.items };
  }

  /** Unless the text was changed since, the report of the year before may still bring something new. */
  private lastSaved(document: TextDocument): Saved {
    const saved = this.saved.get(document.uri);
    const newer = saved?.version === document.version && saved.revision !== this.library.revisionOf(document.uri);
    return saved && !newer ? saved : this.save(document);
  }

  /** Notes that the document is to be judged as it is now. */
  save(document: TextDocument): Saved {
    const items = this.compute(document);
    const { uri, version } = document;
    const saved = { id: this.idOf(document), items, version, revision: this.library.revisionOf(uri) };
    this.saved.set(uri, saved);
    return saved;
  }

  private idOf(document: TextDocument): string {
    this.analysis(document);
    return `${this.generation}:${document.version}:${this.library.revisionOf(document.uri)}`;
  }

  close(uri: string): void {
    this.analyses.forget(uri);
    this.saved.delete(uri);
    // Versions begin anew when a file is opened again; what was pulled before must not pass for its state then.
    this.generation++;
  }

  /** The severities of what is shown: in mode onSave those of the last save. */
  severities(document: TextDocument): (1 | 2 | 3 | 4)[] {
    if (!this.onSave) return this.shown(document).map(({ severity }) => severityNumber(severity));
    const { items } = this.lastSaved(document);
    return items.flatMap(({ severity }) => severity ?? []);
  }

  toDiagnostic(document: TextDocument, { finding, severity }: Shown): Diagnostic {
    const context: DiagnosticContext = { document, locale: this.client.locale, rulePages: this.rulePages };
    return toDiagnostic(finding, severity, context);
  }

  private compute(document: TextDocument): Diagnostic[] {
    return this.shown(document).map((shown) => this.toDiagnostic(document, shown));
  }
}

/** The path of a document's address, for globs; an address without one (untitled:) as it is. */
function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
