import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSmallFile, type SmallFile } from '../files/small-file.ts';
import { CONFIG_NAME, discoverProject, foldersAbove } from '../project/discovery.ts';
import { NO_PROJECT, type Project } from '../project/project.ts';
import type { Input } from './result.ts';
import type { Source } from './source.ts';
import { systemError } from './system-error.ts';

type Complain = (message: string) => Promise<void>;

/**
 * Gives every source what the `.zfxxgk.json` files above it say; each is read once.
 *
 * @param complain takes one message on each file that cannot be used as it is
 */
export async function inProjects(inputs: readonly Input[], complain: Complain): Promise<readonly Input[]> {
  const above = new Map<string, readonly string[]>();
  const files = new Map<string, SmallFile>();
  for (const { uri } of inputs.flatMap((input) => ('kind' in input ? [] : [input]))) {
    const folder = folderOf(uri);
    if (above.has(folder)) continue;
    above.set(folder, foldersAbove(uri));
    for (const each of above.get(folder) ?? []) if (!files.has(each)) files.set(each, readIn(each));
  }
  const projects = await load([...files], complain);
  if (projects.size === 0) return inputs;
  return inputs.map((input) => {
    if ('kind' in input) return input;
    const folders = above.get(folderOf(input.uri)) ?? [];
    const project = discoverProject(input.uri, folders, (folder) => projects.get(folder));
    return project === NO_PROJECT ? input : { ...input, project };
  });
}

const folderOf = (uri: string) => uri.slice(0, uri.lastIndexOf('/') + 1);

const readIn = (folder: string) => readSmallFile(fileURLToPath(folder + CONFIG_NAME));

/** What the files say, by their folder. */
async function load(
  files: readonly (readonly [string, SmallFile])[],
  complain: Complain,
): Promise<ReadonlyMap<string, Project>> {
  const projects = new Map<string, Project>();
  for (const [folder, file] of files) {
    if (file.kind === 'absent') continue;
    const path = fileURLToPath(folder + CONFIG_NAME);
    const shown = slashed(relative(process.cwd(), path));
    const name = shown.startsWith('../') ? path : shown;
    if (file.kind !== 'text') await complain(`${name}：无法读取（${whyUnusable(file)}）`);
    else projects.set(folder, await loadText(name, file.text, complain));
  }
  return projects;
}

async function loadText(name: string, text: string, complain: Complain): Promise<Project> {
  // Few folders have such a file, and what reads it is as large as what reads reports.
  const { loadProject } = await import('../project/load.ts');
  const { project, problems } = loadProject(text);
  if (problems.length > 0) {
    const { describeProblems } = await import('../project/words.ts');
    await complain(describeProblems(name, problems, 'zh'));
  }
  return project;
}

function whyUnusable(file: Exclude<SmallFile, { kind: 'text' | 'absent' }>): string {
  if (file.kind === 'failed') return systemError(file.error);
  return { 'no-file': '不是普通文件', 'too-large': '超过 1 MiB', 'no-text': '不是文本文件' }[file.reason];
}

/** A path as every system is shown it. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The way from `folder` to the file of a source, with `/`; undefined for standard input without a name. */
export function pathFrom(folder: string, { uri }: Pick<Source, 'uri'>): string | undefined {
  return uri.startsWith('file:') ? slashed(relative(resolve(folder), fileURLToPath(uri))) : undefined;
}
