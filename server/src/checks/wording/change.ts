import type { Locale } from '../finding.ts';

/** One cell of a fix, its name and both numbers: `“（一）予以公开·总计”：13 → 12`. */
export function writeChange(locale: Locale, name: string, from: number, to: number): string {
  return `“${name}”${locale === 'zh' ? '：' : ': '}${from} → ${to}`;
}

/** Related information on one number: `自然人：8`. */
export function writeAddend(locale: Locale, name: string, value: string | number): string {
  return `${name}${locale === 'zh' ? '：' : ': '}${value}`;
}

/** Related information on a number of the prose. */
export function writeSaid(locale: Locale, value: number): string {
  return locale === 'zh' ? `正文写的是 ${value}` : `the prose says ${value}`;
}
