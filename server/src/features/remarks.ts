import type { Analysis } from '../checks/analysis.ts';
import type { Finding, Locale, Severity } from '../checks/finding.ts';
import { describe } from '../checks/wording/index.ts';
import type { Span } from '../text/span.ts';
import { fixesFor } from './fixes.ts';

/** A finding as a remark beside the text. */
export interface Remark {
  readonly span: Span;
  /** What is wrong, then what the editor offers to change. */
  readonly paragraphs: readonly string[];
}

/** @param severity as it is configured */
export function remarkOn(
  analysis: Analysis,
  { finding, severity }: { readonly finding: Finding; readonly severity: Severity },
  locale: Locale,
): Remark {
  const words = WORDS[locale];
  const head = `${words[severity]}${describe(finding, locale)}（${finding.code}）`;
  const fixes = fixesFor(analysis, finding, locale).map(({ title }) => words.fix + title);
  return { span: finding.span, paragraphs: [head, ...fixes] };
}

const WORDS = {
  zh: { error: '错误：', warning: '警告：', information: '信息：', hint: '提示：', fix: '可以：' },
  en: { error: 'Error: ', warning: 'Warning: ', information: 'Information: ', hint: 'Hint: ', fix: 'Possible: ' },
} as const;
