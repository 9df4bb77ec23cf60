import { RULES } from '../../checks/rules/index.ts';
import { severityNumber } from '../../features/diagnostics.ts';
import type { Counted } from '../../summary/counted.ts';
import type { Locale } from '../locale.ts';
import { severityLook } from '../severity-words.ts';

export const KIND_HEAD: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['规则', '规则名称', '级别', '问题数', '报告数'],
  en: ['rule', 'name', 'severity', 'findings', 'reports'],
};

/** How often each rule found something, and in how many reports; the most frequent first. */
export function kindRows(reports: readonly Counted[], locale: Locale): (string | number)[][] {
  const kinds = RULES.map(({ code, title, severity }) => {
    const counts = reports.map(({ codes }) => codes[code] ?? 0).filter((count) => count > 0);
    const { word } = severityLook(severityNumber(severity), locale);
    return { row: [code, title[locale], word, counts.reduce((a, b) => a + b, 0), counts.length], count: counts.length };
  });
  return kinds
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ row }) => row);
}
