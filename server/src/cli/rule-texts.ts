import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { Severity } from '../checks/finding.ts';
import { RULES } from '../checks/rules/index.ts';
import type { Locale } from './locale.ts';

/** docs/rules by code: JSON, compressed, in base64. scripts/rule-pages.mjs makes it when the program is bundled. */
declare const RULE_PAGES: string;

/** What a rule is, for those who read a finding outside the editor. */
export interface RuleText {
  readonly code: string;
  readonly title: string;
  /** How grave its findings are unless configured otherwise. */
  readonly severity: Severity | 'off';
  /** When it strikes, and how to mend it, from its page; in English the page says both in one. */
  readonly trigger: string | undefined;
  readonly remedy: string | undefined;
  /** Address of its page, where one lies beside the program. */
  readonly page: string | undefined;
}

/** Where the pages lie in the repository: one folder above the bundle (`dist/cli.js`). */
const FOLDER = join(__dirname, '..', 'docs', 'rules');

/** All rules, in the order of the documentation. The pages are unpacked only when this is asked for. */
export function ruleTexts(locale: Locale): RuleText[] {
  return RULES.map(({ code, severity, offByDefault, title }) => {
    const sections = sectionsOf(rulePage(code));
    const path = join(FOLDER, `${code}.md`);
    return {
      code,
      title: title[locale],
      severity: offByDefault ? 'off' : severity,
      trigger: sections.get(locale === 'zh' ? '触发条件' : 'English'),
      remedy: locale === 'zh' ? sections.get('怎么改') : undefined,
      page: existsSync(path) ? pathToFileURL(path).href : undefined,
    };
  });
}

/** What a rule is called: `行总计不符`; a code that is none as it is. */
export function ruleTitle(code: string, locale: Locale): string {
  return RULES.find((rule) => rule.code === code)?.title[locale] ?? code;
}

/** The page of a rule for a terminal: all of it in Chinese, in English its title and its part in English. */
export function rulePageText(code: string, locale: Locale): string {
  const page = rulePage(code);
  const english = page.indexOf('\n## English');
  if (locale === 'zh') return `${withoutLinks(page.slice(0, english < 0 ? undefined : english)).trim()}\n`;
  return `# ${code} ${ruleTitle(code, 'en')}\n\n${sectionsOf(page).get('English') ?? ''}\n`;
}

let pages: Readonly<Record<string, string>> | undefined;

function rulePage(code: string): string {
  pages ??= JSON.parse(brotliDecompressSync(Buffer.from(RULE_PAGES, 'base64')).toString()) as Record<string, string>;
  return pages[code] ?? '';
}

/** What stands below `## 触发条件` and the other headings of a page, by heading. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
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
