import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../files/encoding.ts';
import { readConfig } from '../project/config.ts';
import { type FileProject, NO_PROJECT, type Project, projectOf, toProject } from '../project/project.ts';
import { CONFIG_NAME } from '../project/schema.ts';
import { describeProblems } from '../project/words.ts';
import type { Input } from './result.ts';
import type { Source } from './source.ts';
import { systemError } from './system-error.ts';

/** A folder with a `.zfxxgk.json`. */
interface Holder {
  readonly folder: string;
  readonly project: Project;
}

/** Finds out what the `.zfxxgk.json` files above a file say; each is read once. */
export class Projects {
  /** The holders from a folder up to the root of the file system, the nearest first. */
  private readonly folders = new Map<string, Promise<readonly Holder[]>>();

  /** @param complain takes one message on each file that cannot be used as it is */
  constructor(private readonly complain: (message: string) => Promise<void>) {}

  async of({ uri }: Source): Promise<FileProject> {
    // Standard input without a name lies in no folder.
    if (!uri.startsWith('file:')) return NO_PROJECT;
    const path = fileURLToPath(uri);
    const holders = await this.above(dirname(path));
    return projectOf(holders.map(({ folder, project }) => ({ project, path: slashed(relative(folder, path)) })));
  }

  private above(folder: string): Promise<readonly Holder[]> {
    const known = this.folders.get(folder);
    if (known) return known;
    const found = this.search(folder);
    this.folders.set(folder, found);
    return found;
  }

  private async search(folder: string): Promise<readonly Holder[]> {
    const parent = dirname(folder);
    const [project, others] = await Promise.all([this.read(folder), parent === folder ? [] : this.above(parent)]);
    return project ? [{ folder, project }, ...others] : others;
  }

  private async read(folder: string): Promise<Project | undefined> {
    const path = join(folder, CONFIG_NAME);
    const shown = slashed(relative(process.cwd(), path));
    const name = shown.startsWith('../') ? path : shown;
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') await this.complain(`${name}：无法读取（${systemError(error)}）`);
      return undefined;
    }
    const decoded = decode(bytes);
    if (decoded.kind !== 'text') await this.complain(`${name}：无法读取（不是文本文件）`);
    const { config, problems } = readConfig(decoded.kind === 'text' ? decoded.text : '');
    if (problems.length > 0) await this.complain(describeProblems(name, problems, 'zh'));
    return toProject(config);
  }
}

/** Gives every source what holds for it. */
export async function inProjects(
  found: readonly Input[],
  complain: (message: string) => Promise<void>,
): Promise<Input[]> {
  const projects = new Projects(complain);
  const all: Input[] = [];
  for (const source of found) {
    const project = 'kind' in source ? NO_PROJECT : await projects.of(source);
    all.push(project === NO_PROJECT ? source : { ...source, project });
  }
  return all;
}

/** A path as every system is shown it. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The way from `folder` to the file of a source, with `/`; undefined for standard input without a name. */
export function pathFrom(folder: string, { uri }: Pick<Source, 'uri'>): string | undefined {
  return uri.startsWith('file:') ? slashed(relative(resolve(folder), fileURLToPath(uri))) : undefined;
}
