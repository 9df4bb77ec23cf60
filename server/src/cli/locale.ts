import { type Locale, type Say, sayIn } from '../checks/wording/say.ts';
import { printable } from '../text/foreign.ts';

export { type Locale, type Say, sayIn };

/**
 * The language that the system asks for (POSIX: LC_ALL before LC_MESSAGES before LANG): Chinese, unless it names another
 * language. C and POSIX name none.
 */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Locale {
  const name = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(?!zh)[a-z]{2,3}(?:[_.@-]|$)/i.test(name) ? 'en' : 'zh';
}

/** A line for people beside the results: `zfxxgk：没有找到年度报告`. */
export function remark(words: string, locale: Locale): string {
  return `zfxxgk${locale === 'zh' ? '：' : ': '}${printable(words)}\n`;
}
