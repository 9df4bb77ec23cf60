import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../../package.json';
import type { Severity } from '../checks/finding.ts';
import { RULES } from '../checks/rules/index.ts';

/** What a rule is, for those who read a finding outside the editor. */
export interface RuleText {
  readonly code: string;
  readonly title: string;
  /** How grave its findings are unless configured otherwise. */
  readonly severity: Severity | 'off';
  /** When it strikes, and how to mend it, from its page; undefined where the pages are not beside the program. */
  readonly trigger: string | undefined;
  readonly remedy: string | undefined;
  /** Address of its page, where there is one to be reached. */
  readonly page: string | undefined;
}

/** The pages of the rules ship one folder above the bundle (`dist/cli.js`), like the manifest. */
const PAGES = join(__dirname, '..', 'docs', 'rules');

/** All rules, in the order of the documentation. The pages are read only when this is asked for. */
export function ruleTexts(): RuleText[] {
  return RULES.map(({ code, severity, title }) => {
    const sections = readPage(code);
    return {
      code,
      title: title.zh,
      severity,
      trigger: sections.get('触发条件'),
      remedy: sections.get('怎么改'),
      page: pageOf(code, sections.size > 0),
    };
  });
}

/** What a rule is called: `行总计不符`; a code that is none as it is. */
export function ruleTitle(code: string): string {
  return RULES.find((rule) => rule.code === code)?.title.zh ?? code;
}

/** In the repository that the manifest names, so that whoever gets the results can read it; else beside the program. */
function pageOf(code: string, isHere: boolean): string | undefined {
  const { repository } = manifest as { repository?: string | { url?: string } };
  const url = typeof repository === 'string' ? repository : repository?.url;
  if (url === undefined) return isHere ? pathToFileURL(join(PAGES, `${code}.md`)).href : undefined;
  return `${url.replace(/^git\+/, '').replace(/\.git$/, '')}/blob/HEAD/docs/rules/${code}.md`;
}

/** What stands below `## 触发条件` and the other headings of a page, by heading. */
function readPage(code: string): ReadonlyMap<string, string> {
  let text: string;
  try {
    text = readFileSync(join(PAGES, `${code}.md`), 'utf8');
  } catch {
    return new Map();
  }
  const [, ...parts] = text.split(/^## /m);
  const sections = parts.map((part): [string, string] => {
    const end = part.indexOf('\n');
    return [part.slice(0, end).trim(), withoutLinks(part.slice(end).trim())];
  });
  return new Map(sections);
}

/** The pages link to each other by paths that lead nowhere from elsewhere. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1');
}
