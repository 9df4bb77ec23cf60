import picomatch from 'picomatch';
import type { Diagnostic, InitializeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../checks/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import type { Locale } from '../checks/wording/index.ts';
import { severityNumber } from '../features/diagnostics.ts';
import { type Judged, judge, type Verdict } from '../project/project.ts';
import { Analyses } from './analyses.ts';
import { type DiagnosticContext, toDiagnostic } from './convert.ts';
import { isConfig, type Projects } from './projects.ts';
import { readSettings, type Settings } from './settings.ts';

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
}

export function readClient({ capabilities, locale, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities ?? {};
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
  };
}

/** A finding that is to be shown, with its configured severity. */
export type Shown = Judged;

/** The state of one connection: its settings, its analyses, and what was last shown of each document. */
export class Session {
  readonly analyses = new Analyses();
  private settings: Settings = readSettings({}).settings;
  private excludes: (path: string) => boolean = () => false;
  private generation = 0;
  /** In mode onSave: the diagnostics of the version that was opened or saved last. */
  private readonly saved = new Map<string, { id: string; items: Diagnostic[] }>();

  constructor(
    readonly client: Client,
    private readonly rulePages: string,
    readonly projects: Projects,
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
    this.saved.clear();
  }

  /** The analysis of a document that counts as a report and is not excluded. */
  analysis(document: TextDocument): Analysis | undefined {
    const always = document.languageId === LANGUAGE_ID;
    if (!always && this.settings.detect === 'languageMode') return undefined;
    if (this.excludes(pathOf(document.uri)) || this.projects.of(document.uri).ignored) return undefined;
    if (isConfig(document.uri)) return undefined;
    return this.analyses.get(document, always);
  }

  shown(document: TextDocument): readonly Shown[] {
    return this.settings.enable ? this.verdict(document).shown : [];
  }

  /** The findings that someone has looked at and left: no fix but a chosen one touches them. */
  dismissed(document: TextDocument): Finding[] {
    return this.verdict(document).dismissed.map(({ finding }) => finding);
  }

  /** What a `.zfxxgk.json` says goes before the user's own settings: it is the same for all who work on the report. */
  private verdict(document: TextDocument): Verdict {
    const analysis = this.analysis(document);
    if (!analysis) return { shown: [], dismissed: [] };
    const { rules, dismissed } = this.projects.of(document.uri);
    return judge(analysis, { rules: { ...this.settings.rules, ...rules }, dismissed });
  }

  /** The diagnostics to show now. In mode onSave they are those of the last save until `save` is called again. */
  diagnostics(document: TextDocument): { id: string; items: () => Diagnostic[] } {
    if (!this.onSave) {
      const id = `${this.generation}:${document.version}`;
      return { id, items: () => this.compute(document) };
    }
    const saved = this.saved.get(document.uri) ?? this.save(document);
    return { id: saved.id, items: () => saved.items };
  }

  /** Notes that the document is to be judged as it is now. */
  save(document: TextDocument): { id: string; items: Diagnostic[] } {
    const saved = { id: `${this.generation}:${document.version}`, items: this.compute(document) };
    this.saved.set(document.uri, saved);
    return saved;
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
    const { items } = this.saved.get(document.uri) ?? this.save(document);
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
