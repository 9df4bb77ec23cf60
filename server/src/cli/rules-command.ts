import { RULES } from '../checks/rules/index.ts';
import { severityNumber } from '../features/diagnostics.ts';
import { displayWidth } from './display-width.ts';
import type { Locale } from './locale.ts';
import { rulePageText, ruleTexts } from './rule-texts.ts';
import { severityLook } from './severity-words.ts';
import type { Terminal } from './terminal.ts';

/** `zfxxgk rules`: code, level and title of every rule, a line each. */
export function rulesText({ colors }: Terminal, locale: Locale): string {
  const widest = widestOf(RULES.map(({ code }) => code));
  const widestLevel = widestOf(LEVELS.map((level) => severityLook(level, locale).word));
  const lines = RULES.map(({ code, severity, title }) => {
    const { word, paint } = severityLook(severityNumber(severity), locale);
    const blanks = ' '.repeat(Math.max(0, widestLevel - displayWidth(word)));
    return `${colors.bold(code.padEnd(widest))}  ${colors[paint](word)}${blanks}  ${title[locale]}`;
  });
  return `${lines.join('\n')}\n`;
}

const widestOf = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);

const LEVELS = [1, 2, 3, 4] as const;

/** The same for programs. */
export function rulesJson(locale: Locale): string {
  const rules = ruleTexts(locale).map(({ code, severity, title, trigger, remedy }) => ({
    code,
    severity,
    title,
    trigger,
    remedy,
  }));
  return `${JSON.stringify({ version: 1, rules })}\n`;
}

/** `zfxxgk rule CODE`: its page; undefined when there is no such rule. */
export function rulePageOf(code: string, locale: Locale): string | undefined {
  return RULES.some((rule) => rule.code === code) ? rulePageText(code, locale) : undefined;
}
