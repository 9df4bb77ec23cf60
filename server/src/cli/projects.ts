import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSmallFile, type SmallFile } from '../files/small-file.ts';
import { CONFIG_NAME, discoverProject, foldersAbove } from '../project/discovery.ts';
import { type FileProject, NO_PROJECT, type Project, projectOf } from '../project/project.ts';
import type { SettingsOptions } from './check-arguments.ts';
import type { Locale } from './locale.ts';
import type { Input } from './result.ts';
import type { Source } from './source.ts';
import { systemError, type Words } from './system-error.ts';
import { UsageError } from './usage-error.ts';

/** Takes what is to be said of a file of settings that cannot be used as it is. */
export interface Complaints {
  readonly locale: Locale;
  readonly complain: (message: string) => Promise<void>;
}

/**
 * Gives every source the settings that hold for it: those of the `.zfxxgk.json` files above it, or of the one file that
 * was named, and before them the levels of `--rule`.
 *
 * @throws UsageError when the file that was named cannot be read
 */
export async function inProjects(
  inputs: readonly Input[],
  { config, rules }: SettingsOptions,
  complaints: Complaints,
): Promise<readonly Input[]> {
  const projectFor = await settingsOf(inputs, config, complaints);
  const hasRules = Object.keys(rules).length > 0;
  if (!projectFor && !hasRules) return inputs;
  return inputs.map((input) => {
    if ('kind' in input) return input;
    const found = projectFor?.(input) ?? NO_PROJECT;
    const project = hasRules ? { ...found, rules: { ...found.rules, ...rules } } : found;
    return project === NO_PROJECT ? input : { ...input, project };
  });
}

type ProjectFor = (source: Source) => FileProject;

/** Undefined when there are no settings. */
async function settingsOf(
  inputs: readonly Input[],
  config: SettingsOptions['config'],
  complaints: Complaints,
): Promise<ProjectFor | undefined> {
  if (config === false) return undefined;
  if (config === undefined) return discovered(inputs, complaints);
  const file = readSmallFile(config);
  if (file.kind !== 'text') {
    const { zh, en } = file.kind === 'absent' ? { zh: '找不到文件', en: 'no such file' } : whyUnusable(file);
    throw new UsageError({ zh: `${config}：无法读取（${zh}）`, en: `${config}: cannot be read (${en})` });
  }
  const project = await loadText(config, file.text, complaints);
  const folder = dirname(resolve(config));
  return (source) => projectOf([{ project, path: pathFrom(folder, source) ?? source.path }]);
}

/** What the files above the sources say; each is read once. */
async function discovered(inputs: readonly Input[], complaints: Complaints): Promise<ProjectFor | undefined> {
  const above = new Map<string, readonly string[]>();
  const files = new Map<string, SmallFile>();
  for (const { uri } of inputs.flatMap((input) => ('kind' in input ? [] : [input]))) {
    const folder = folderOf(uri);
    if (above.has(folder)) continue;
    above.set(folder, foldersAbove(uri));
    for (const each of above.get(folder) ?? []) if (!files.has(each)) files.set(each, readIn(each));
  }
  const projects = await load([...files], complaints);
  if (projects.size === 0) return undefined;
  return ({ uri }) => discoverProject(uri, above.get(folderOf(uri)) ?? [], (folder) => projects.get(folder));
}

const folderOf = (uri: string) => uri.slice(0, uri.lastIndexOf('/') + 1);

const readIn = (folder: string) => readSmallFile(fileURLToPath(folder + CONFIG_NAME));

/** What the files say, by their folder. */
async function load(
  files: readonly (readonly [string, SmallFile])[],
  complaints: Complaints,
): Promise<ReadonlyMap<string, Project>> {
  const projects = new Map<string, Project>();
  for (const [folder, file] of files) {
    if (file.kind === 'absent') continue;
    const path = fileURLToPath(folder + CONFIG_NAME);
    const shown = slashed(relative(process.cwd(), path));
    const name = shown.startsWith('../') ? path : shown;
    if (file.kind !== 'text') await complaints.complain(unusableText(name, whyUnusable(file), complaints.locale));
    else projects.set(folder, await loadText(name, file.text, complaints));
  }
  return projects;
}

function unusableText(name: string, { zh, en }: Words, locale: Locale): string {
  return locale === 'zh'
    ? `${name}：无法读取（${zh}），这个文件的设置不起作用，按没有它检查`
    : `${name}: cannot be read (${en}); reports are checked as if it were not there`;
}

async function loadText(name: string, text: string, { locale, complain }: Complaints): Promise<Project> {
  // Few folders have such a file, and what reads it is as large as what reads reports.
  const { loadProject } = await import('../project/load.ts');
  const { project, problems } = loadProject(text);
  if (problems.length > 0) {
    const { describeProblems } = await import('../project/words.ts');
    await complain(describeProblems(name, problems, locale));
  }
  return project;
}

const NO_USE: Readonly<Record<'no-file' | 'too-large' | 'no-text', Words>> = {
  'no-file': { zh: '不是普通文件', en: 'not an ordinary file' },
  'too-large': { zh: '超过 1 MiB', en: 'larger than 1 MiB' },
  'no-text': { zh: '不是文本文件', en: 'not a text' },
};

function whyUnusable(file: Exclude<SmallFile, { kind: 'text' | 'absent' }>): Words {
  return file.kind === 'failed' ? systemError(file.error) : NO_USE[file.reason];
}

/** A path as every system is shown it. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The way from `folder` to the file of a source, with `/`; undefined for standard input without a name. */
export function pathFrom(folder: string, { uri }: Pick<Source, 'uri'>): string | undefined {
  return uri.startsWith('file:') ? slashed(relative(resolve(folder), fileURLToPath(uri))) : undefined;
}
