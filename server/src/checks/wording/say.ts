import type { Locale } from '../finding.ts';

export type { Locale };

/** Gives one of two wordings, the Chinese or the English one. */
export type Say = (zh: string, en: string) => string;

const IN: Readonly<Record<Locale, Say>> = { zh: (zh) => zh, en: (_, en) => en };

export function sayIn(locale: Locale): Say {
  return IN[locale];
}
