import { pushTo } from '../text/push-to.ts';
import { type Problem, readConfig } from './config.ts';
import { matcherOf } from './glob.ts';
import type { Dismissed, Project, Severities } from './project.ts';
import type { Config } from './schema.ts';

/** A `.zfxxgk.json` made ready for many files, and what of it cannot be used. Never throws. */
export function loadProject(text: string): { project: Project; problems: readonly Problem[] } {
  const { config, problems } = readConfig(text);
  return { project: toProject(config), problems };
}

export function toProject({ rules = {}, profile = {}, ignore = [], dismissed = [] }: Config): Project {
  // A folder stands for what is in it, with or without a slash at its end.
  const patterns = ignore.map((pattern) => pattern.replace(/^\.\//, '').replace(/\/+$/, ''));
  const all = patterns.flatMap((pattern) => [pattern, `${pattern}/**`]);
  const known = new Map<string, Dismissed[]>();
  for (const { path, fingerprint, reason } of dismissed) pushTo(known, path, { fingerprint, reason });
  return {
    rules: rules as Severities,
    profile,
    ignores: matcherOf(all),
    dismissedIn: (path) => known.get(path) ?? [],
  };
}
