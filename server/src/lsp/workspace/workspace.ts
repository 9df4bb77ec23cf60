import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type InitializeParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Disk } from '../../files/disk.ts';
import { attempt, type Publisher } from '../publisher.ts';
import type { Session } from '../session.ts';
import { WorkspaceIndex } from './index.ts';
import { Library } from './library.ts';
import { backgroundProgress, requestProgress, SILENT } from './progress.ts';
import { WorkspacePulls } from './pull.ts';
import { Survey } from './survey.ts';

/** What the reports that are not open need of the server. */
export interface WorkspaceTools {
  readonly connection: Connection;
  readonly disk: Disk | undefined;
  readonly session: () => Session;
  readonly documents: () => readonly TextDocument[];
  readonly publisher: Publisher;
}

/** All reports of the workspace: which is whose year before, and the findings of those that are not open. */
export class Workspace {
  readonly library: Library;
  private readonly index: WorkspaceIndex;
  private readonly survey: Survey;
  private readonly pulls: WorkspacePulls;
  /** Reports of which the year before has changed. */
  private readonly successors = new Set<string>();

  constructor(private readonly tools: WorkspaceTools) {
    const { disk } = tools;
    this.library = new Library(disk, (keys) => this.relinked(keys));
    this.index = new WorkspaceIndex(disk, this.library, {
      progress: () =>
        tools.session().client.showsProgress ? backgroundProgress(tools.connection, this.title()) : SILENT,
      begin: () => this.watch(),
      changed: (key) => this.changed(key),
    });
    const shared = { ...tools, library: this.library, index: this.index };
    this.survey = new Survey(shared);
    this.pulls = new WorkspacePulls({ ...shared, watches: () => tools.session().client.watchesFiles });
  }

  private title(): string {
    return TITLES[this.tools.session().client.locale];
  }

  /** Wires the notifications and requests on files and on the workspace. */
  listen(): void {
    const { connection } = this.tools;
    connection.languages.diagnostics.onWorkspace((params, token, _work, partial) =>
      this.pulls.answer(params, token, partial),
    );
    // 检查工作区全部报告
    connection.onRequest('zfxxgk/checkWorkspace', async (params: { workDoneToken?: string | number } | null, token) => {
      const bar = connection.window.attachWorkDoneProgress(params?.workDoneToken);
      bar.begin('', 0);
      const progress = requestProgress(bar, token);
      try {
        return await this.survey.run(progress);
      } finally {
        progress.end();
      }
    });
  }

  /** The client tells of files that have changed. */
  look({ changes }: DidChangeWatchedFilesParams): void {
    for (const { uri, type } of changes) {
      attempt(this.tools.connection, this.index.fileChanged(uri, type === FileChangeType.Deleted));
    }
  }

  /** The client has introduced its folders, or others. */
  setFolders(uris: readonly string[]): void {
    this.index.setFolders(uris);
  }

  /** Asks the client for its folders whenever they change; it must be able to tell. */
  followFolders(): void {
    const { workspace } = this.tools.connection;
    workspace.onDidChangeWorkspaceFolders(() => {
      const ask = async () => {
        const folders = await workspace.getWorkspaceFolders();
        this.setFolders((folders ?? []).map(({ uri }) => uri));
      };
      attempt(this.tools.connection, ask());
    });
  }

  /** Settings have changed: which files may be read, and how grave findings are. */
  configure(): void {
    const session = this.tools.session();
    this.index.configure((uri) => session.admits(uri), session.reading);
    this.survey.restart();
    this.pulls.wake();
  }

  /** A `.zfxxgk.json` has changed: which files count, and how grave findings are. */
  renew(): void {
    this.survey.restart();
    this.pulls.wake();
  }

  /** A report was judged: those of other years are wanted now. */
  want(): void {
    if (this.tools.session().comparesYears) attempt(this.tools.connection, this.index.ready());
  }

  opened(uri: string): void {
    this.library.opened(uri);
    this.survey.opened(this.library.key(uri));
    this.pulls.wake();
  }

  closed(uri: string): void {
    this.library.closed(uri);
    attempt(this.tools.connection, this.index.closed(uri));
    this.pulls.wake();
  }

  private changed(key: string): void {
    this.survey.changed(key);
    this.pulls.wake();
  }

  /** Judges again what has another year before; many changes that come together count as one. */
  private relinked(keys: readonly string[]): void {
    if (this.successors.size === 0) setImmediate(() => this.rejudge());
    for (const key of keys) this.successors.add(key);
  }

  private rejudge(): void {
    const { publisher, documents } = this.tools;
    const open = documents().filter(({ uri }) => this.successors.has(this.library.key(uri)));
    for (const key of this.successors) this.survey.changed(key);
    this.successors.clear();
    for (const { uri } of open) publisher.schedule(uri);
    if (open.length > 0) publisher.refresh();
    this.pulls.wake();
  }

  /** Has the client tell of files that change; of anything that is deleted, for folders are told of by themselves. */
  private watch(): void {
    const { connection, session } = this.tools;
    if (!session().client.watchesFiles) return;
    const watchers = [{ globPattern: '**/*.{txt,md,html,TXT,MD,HTML}' }, { globPattern: '**/*', kind: DELETE }];
    attempt(connection, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
}

/** Clients of before version 3.6 of the protocol have one folder, or none. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
}

/** WatchKind.Delete of the protocol. */
const DELETE = 4;

const TITLES = { zh: '读取工作区的年度报告', en: 'Reading annual reports' } as const;
