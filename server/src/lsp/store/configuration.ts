import { Emitter } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalyseOptions } from '../../checks/analysis.ts';
import { COMPARING_RULES } from '../../checks/rules/index.ts';
import type { InlayHints } from '../../features/inlay-hints.ts';
import { matcherOf } from '../../project/glob.ts';
import { demandsOf, type FileProject } from '../../project/project.ts';
import type { ParseOptions } from '../../report/parse.ts';
import { readSettings, type Settings } from '../settings.ts';
import { pathOf } from '../uri.ts';
import { isConfig, type Projects } from './projects.ts';

export const LANGUAGE_ID = 'zfxxgk-report';

/** What the user's settings and the `.zfxxgk.json` files say: which texts are read, how, and how grave findings are. */
export class Configuration {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly reloaded = new Emitter<void>();
  /** Fired when the `.zfxxgk.json` files have been read, whether or not they have changed. */
  readonly onDidReloadProjects = this.reloaded.event;
  private settings: Settings = readSettings({}).settings;
  private excludes: (path: string) => boolean = () => false;
  /** Grows with every change. */
  revision = 0;

  constructor(readonly projects: Projects) {}

  /** Takes new settings into use. */
  update(settings: Settings): void {
    this.settings = settings;
    this.excludes = matcherOf(settings.exclude);
    this.announce();
  }

  /** Takes the folders of the workspace, beyond which no `.zfxxgk.json` counts. */
  setFolders(uris: readonly string[]): void {
    this.projects.setFolders(uris);
    this.announce();
  }

  /** Reads the `.zfxxgk.json` files again. */
  reloadProjects(): void {
    if (this.projects.reload()) this.announce();
    this.reloaded.fire();
  }

  /** Takes a text for that of a `.zfxxgk.json` that is about to be saved. */
  rememberProject(uri: string, text: string): void {
    this.projects.remember(uri, text);
    this.announce();
  }

  private announce(): void {
    this.revision++;
    this.changed.fire();
  }

  /** Findings are shown as of the last save. */
  get onSave(): boolean {
    return this.settings.run === 'onSave';
  }

  /** Findings are shown at all. */
  get enabled(): boolean {
    return this.settings.enable;
  }

  /** Which words an editor shows between those of the text. */
  get inlayHints(): InlayHints {
    return this.settings.enable ? this.settings.inlayHints : 'off';
  }

  /** Whether a line of commands stands above each table. */
  get codeLens(): boolean {
    return this.settings.enable && this.settings.codeLens;
  }

  /** Whether any rule compares a report with that of the year before. */
  get comparesYears(): boolean {
    return this.settings.enable && COMPARING_RULES.some(({ code }) => this.settings.rules[code] !== 'off');
  }

  /** How files that are not open are to be read. */
  get fileOptions(): ParseOptions {
    return { blankCells: this.settings.blankCells };
  }

  /** Whether a file that is not open may be read: it has no language mode, and may be excluded. */
  admits(uri: string): boolean {
    return this.settings.detect !== 'languageMode' && !this.leavesOut(uri);
  }

  /** Whether the findings of a file that is not open are wanted. */
  reads(uri: string): boolean {
    return this.enabled && this.admits(uri);
  }

  /** How a document is to be read; undefined when it is left out. */
  optionsFor({ uri, languageId }: TextDocument): AnalyseOptions | undefined {
    const always = languageId === LANGUAGE_ID;
    const wanted = always || this.settings.detect !== 'languageMode';
    return wanted && !this.leavesOut(uri) && !isConfig(uri) ? { ...this.optionsOf(uri), always } : undefined;
  }

  /** How a file that is not open is to be read and judged. */
  optionsOf(uri: string): AnalyseOptions {
    const { profile } = this.projects.of(uri);
    return {
      ...this.fileOptions,
      name: uri,
      demands: demandsOf({ ...this.rulesFor(uri), ...(profile && { profile }) }),
    };
  }

  /** What a `.zfxxgk.json` says goes before the user's own settings: it is the same for all who work on the report. */
  rulesFor(uri: string): Pick<FileProject, 'rules' | 'dismissed'> {
    const { rules, dismissed } = this.projects.of(uri);
    return { rules: { ...this.settings.rules, ...rules }, dismissed };
  }

  private leavesOut(uri: string): boolean {
    return this.excludes(pathOf(uri)) || this.projects.of(uri).ignored;
  }
}
