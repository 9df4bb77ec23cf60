import type { Locale } from '../checks/wording/index.ts';
import type { OpenReport } from './store/open-report.ts';

/** What mending did to a report, and what it left. */
export interface Outcome {
  /** How many places were changed. */
  readonly changed: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The findings that are left for somebody to look at. */
export function leftIn({ findings: { shown } }: OpenReport): Pick<Outcome, 'errors' | 'warnings'> {
  const count = (wanted: string) => shown.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning') };
}

/** `已改正 3 处，还有 1 个错误、2 个警告需要核对。` */
export function outcomeText({ changed, errors, warnings }: Outcome, locale: Locale): string {
  const words = WORDS[locale];
  return `${changed > 0 ? words.changed(changed) : words.nothing}${words.left(errors, warnings)}`;
}

const WORDS = {
  zh: {
    changed: (count: number) => `已改 ${count} 处`,
    nothing: '没有可以确定改正的地方',
    left: (errors: number, warnings: number) =>
      errors + warnings === 0 ? '，没有其他错误和警告。' : `，还有 ${errors} 个错误、${warnings} 个警告需要核对。`,
  },
  en: {
    changed: (count: number) => (count === 1 ? '1 place changed' : `${count} places changed`),
    nothing: 'There is nothing that could be mended for certain',
    left: (errors: number, warnings: number) =>
      errors + warnings === 0
        ? '; no error or warning is left.'
        : `; ${errors} error(s) and ${warnings} warning(s) are left to look at.`,
  },
} as const;
