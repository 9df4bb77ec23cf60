import picomatch from 'picomatch';
import type { Diagnostic, InitializeParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse, withPredecessor } from '../checks/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import { PREDECESSOR_RULES } from '../checks/rules/index.ts';
import type { Locale } from '../checks/wording/index.ts';
import { makeDigest } from '../digest/make-digest.ts';
import { severityNumber } from '../features/diagnostics.ts';
import { type Judged, judge, type Verdict } from '../project/project.ts';
import type { ParseOptions } from '../report/parse.ts';
import { Analyses } from './analyses.ts';
import { type DiagnosticContext, toDiagnostic } from './convert.ts';
import { isConfig, type Projects } from './projects.ts';
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
  /** Lets the server register for changes of files. */
  readonly watchesFiles: boolean;
  /** Wants the notification `zfxxgk/status`. */
  readonly status: boolean;
  /** Has the command `zfxxgk.dismiss`, which asks why a finding may stay. */
  readonly dismisses: boolean;
  /** Would ask for the findings of the whole workspace if that was offered. */
  readonly pullsWorkspace: boolean;
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
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    status: initializationOptions?.status === true,
    dismisses:
      initializationOptions?.dismiss === true &&
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    pullsWorkspace: textDocument?.diagnostic !== undefined && initializationOptions?.workspaceDiagnostics !== false,
    showsProgress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  };
}

/** A finding that is to be shown, with its configured severity. */
export type Shown = Judged;

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
    readonly projects: Projects,
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
    this.renew();
  }

  /** Something that every finding depends on has changed: nothing that was shown counts any more. */
  renew(): void {
    this.generation++;
    this.epoch++;
    this.saved.clear();
  }

  /** Whether files that are not open may be read: one has no language mode, and may be excluded. */
  admits(uri: string): boolean {
    return this.settings.detect !== 'languageMode' && !this.leavesOut(uri);
  }

  /** How files that are not open are to be read. */
  get reading(): ParseOptions {
    return { blankCells: this.settings.blankCells };
  }

  private leavesOut(uri: string): boolean {
    return this.excludes(pathOf(uri)) || this.projects.of(uri).ignored;
  }

  /** Whether any rule compares a report with that of the year before. */
  get comparesYears(): boolean {
    return this.settings.enable && PREDECESSOR_RULES.some(({ code }) => this.settings.rules[code] !== 'off');
  }

  /** The analysis of a document that counts as a report and is not excluded. */
  analysis(document: TextDocument): Analysis | undefined {
    const always = document.languageId === LANGUAGE_ID;
    const wanted = always || this.settings.detect !== 'languageMode';
    const counts = wanted && !this.leavesOut(document.uri) && !isConfig(document.uri);
    return this.library.link(
      document.uri,
      counts ? this.analyses.get(document, { ...this.reading, always }) : undefined,
    );
  }

  /** The diagnostics of a file that is not open; undefined when it is no report that is to be judged. */
  judgeFile(uri: string, text: string): Diagnostic[] | undefined {
    const analysis = this.admits(uri) && this.settings.enable ? analyse(text, this.reading) : undefined;
    if (!analysis) return undefined;
    const now = makeDigest(analysis);
    const linked = now ? withPredecessor(analysis, now, this.library.before(uri, now)) : analysis;
    const document = TextDocument.create(uri, 'plaintext', 0, text);
    return this.verdict(uri, linked).shown.map((shown) => this.toDiagnostic(document, shown));
  }

  shown(document: TextDocument): readonly Shown[] {
    return this.settings.enable ? this.verdict(document.uri, this.analysis(document)).shown : [];
  }

  /** The findings that someone has looked at and left: no fix but a chosen one touches them. */
  dismissed(document: TextDocument): Finding[] {
    return this.verdict(document.uri, this.analysis(document)).dismissed.map(({ finding }) => finding);
  }

  /** What a `.zfxxgk.json` says goes before the user's own settings: it is the same for all who work on the report. */
  private verdict(uri: string, analysis: Analysis | undefined): Verdict {
    if (!analysis) return { shown: [], dismissed: [] };
    const { rules, dismissed } = this.projects.of(uri);
    return judge(analysis, { rules: { ...this.settings.rules, ...rules }, dismissed });
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
    this.projects.forget(uri);
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
