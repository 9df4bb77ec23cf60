import type { Disk } from '../../files/disk.ts';
import type { Problem } from '../../project/config.ts';
import { CONFIG_NAME, discoverProject, foldersAbove } from '../../project/discovery.ts';
import { loadProject } from '../../project/load.ts';
import type { FileProject, Project } from '../../project/project.ts';
import { decodePath } from '../../text/decode-path.ts';
import { fileOf } from '../office/address.ts';

/** What is needed of a disk to read files of settings. */
export type SettingsDisk = Pick<Disk, 'locate' | 'readNow'>;

/** A `.zfxxgk.json` that was looked for; without a text there is none. */
interface Known {
  /** What the disk held when it was last looked at, and what counts: the same, but for an edit not yet saved. */
  readonly disk: string | undefined;
  readonly text: string | undefined;
  readonly project: Project | undefined;
  readonly problems: readonly Problem[];
}

/** A `.zfxxgk.json` that cannot be used as it is. */
export interface BadConfig {
  readonly uri: string;
  readonly problems: readonly Problem[];
}

/** Whether an address is that of a `.zfxxgk.json`. */
export function isConfig(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

/**
 * What the `.zfxxgk.json` files between a document and its workspace folder say. Folders are addresses that end in `/`;
 * those that the disk does not hold have none.
 */
export class Projects {
  private folders: readonly string[] = [];
  private readonly known = new Map<string, Known>();
  /** By document; emptied whenever a file has changed. */
  private readonly files = new Map<string, FileProject>();

  constructor(
    private readonly disk: SettingsDisk | undefined,
    folders: readonly string[],
  ) {
    this.setFolders(folders);
  }

  setFolders(uris: readonly string[]): void {
    const held = uris.filter((uri) => this.disk?.locate(uri) !== undefined);
    this.folders = held.map((uri) => (uri.endsWith('/') ? uri : `${uri}/`));
    this.files.clear();
  }

  /** The text of a document has the settings of its file. */
  of(address: string): FileProject {
    const uri = fileOf(address);
    const known = this.files.get(uri);
    if (known) return known;
    const found = discoverProject(uri, this.foldersAbove(uri), (folder) => this.at(folder + CONFIG_NAME).project);
    this.files.set(uri, found);
    return found;
  }

  /** Where a dismissal in a document is recorded: the nearest `.zfxxgk.json`, or a new one in the workspace folder. */
  recordFor(
    address: string,
  ): { readonly uri: string; readonly path: string; readonly text: string | undefined } | undefined {
    const uri = fileOf(address);
    const folders = this.foldersAbove(uri);
    const nearest = folders.find((folder) => this.at(folder + CONFIG_NAME).text !== undefined);
    const folder = nearest ?? (this.workspaceOf(uri) === undefined ? folders[0] : folders.at(-1));
    if (folder === undefined) return undefined;
    const config = folder + CONFIG_NAME;
    return { uri: config, path: decodePath(uri.slice(folder.length)), text: this.at(config).text };
  }

  /** The `.zfxxgk.json` files above a document, the nearest first. */
  recordsAbove(uri: string): { readonly uri: string; readonly path: string; readonly text: string }[] {
    return this.foldersAbove(uri).flatMap((folder) => {
      const { text } = this.at(folder + CONFIG_NAME);
      return text === undefined
        ? []
        : [{ uri: folder + CONFIG_NAME, path: decodePath(uri.slice(folder.length)), text }];
    });
  }

  /** Looks again at every file that was looked at; true when something has changed. */
  reload(): boolean {
    let changed = false;
    for (const [uri, { disk, text }] of this.known) {
      const now = this.disk?.readNow(uri);
      if (now === disk) continue;
      // A new file is there empty before what was put into it is saved.
      const unsaved = text !== disk && (now ?? '').trim() === '';
      this.set(uri, now, unsaved ? text : now);
      changed = true;
    }
    return changed;
  }

  /** Takes a text for that of a file that is about to be saved. */
  remember(uri: string, text: string): void {
    this.set(uri, this.known.get(uri)?.disk, text);
  }

  /** A closed document needs no answer any more. */
  forget(uri: string): void {
    this.files.delete(fileOf(uri));
  }

  bad(): BadConfig[] {
    return [...this.known].flatMap(([uri, { problems }]) => (problems.length > 0 ? { uri, problems } : []));
  }

  private at(uri: string): Known {
    const known = this.known.get(uri);
    if (known) return known;
    const text = this.disk?.readNow(uri);
    return this.set(uri, text, text);
  }

  private set(uri: string, disk: string | undefined, text: string | undefined): Known {
    const { project, problems } = loadProject(text ?? '');
    const known = { disk, text, project: text === undefined ? undefined : project, problems };
    this.known.set(uri, known);
    this.files.clear();
    return known;
  }

  private workspaceOf(uri: string): string | undefined {
    const around = this.folders.filter((folder) => uri.startsWith(folder));
    return around.sort((a, b) => b.length - a.length)[0];
  }

  /** The document's folder and those around it up to the workspace folder; a file of no workspace up to the root. */
  private foldersAbove(uri: string): string[] {
    return foldersAbove(uri, this.workspaceOf(uri));
  }
}
