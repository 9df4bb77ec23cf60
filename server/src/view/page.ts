import type { Locale } from '../checks/finding.ts';
import { escapeHtml } from './html.ts';
import { STYLE } from './style.ts';
import { VIEW_WORDS } from './words.ts';

/** What stands around the drawings of a page. */
export interface PageParts {
  readonly locale: Locale;
  readonly title: string;
  /** Scripts as they stand in the page; each must have its hash in the policy. */
  readonly scripts?: readonly string[];
  /** More style beside that of the drawings. */
  readonly style?: string;
  /** The hash of a text as the policy writes it: `sha256-…`. */
  readonly hash: (text: string) => string;
}

/** The beginning of a page that needs nothing from anywhere: what follows are its drawings. */
export function pageHead({ locale, title, style = '', scripts = [], hash }: PageParts): string {
  const all = STYLE + style;
  const allowed = scripts.length > 0 ? `;script-src ${scripts.map((script) => `'${hash(script)}'`).join(' ')}` : '';
  const policy = `default-src 'none';style-src '${hash(all)}'${allowed};base-uri 'none';form-action 'none'`;
  return `<!doctype html>
<html lang="${VIEW_WORDS[locale].lang}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${all}</style>
<main>
`;
}

/** The end of the page, with its scripts. */
export function pageEnd({ scripts = [] }: Pick<PageParts, 'scripts'>): string {
  return `</main>\n${scripts.map((script) => `<script>${script}</script>\n`).join('')}</html>\n`;
}
