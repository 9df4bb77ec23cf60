import type { Report } from '../../report/report.ts';
import { readVisible } from '../../report/visible.ts';
import { findCode, isBlank } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { Rule } from '../finding.ts';

interface SignOffDate {
  readonly written: string;
  readonly year: number;
}

/** A report on a year is signed after that year has ended: it counts to 31 December (条例第五十条: by 31 January). */
export const signOffDate: Rule<SignOffDate> = {
  code: 'sign-off-date',
  title: { zh: '落款日期早于报告年度结束', en: 'Signed before the reported year ended' },
  severity: 'warning',
  find({ report }, emit) {
    const { year } = report;
    const signed = year === undefined ? undefined : signatureOf(report);
    if (year === undefined || !signed || signed.date >= year * 10_000 + 1231) return;
    emit(signed.span, { written: signed.written, year });
  },
  message: {
    zh: ({ written, year }) =>
      `落款日期是${written}，而 ${year} 年度的报告统计到 ${year} 年 12 月 31 日。是沿用旧文件时没有改吗？请核对。`,
    en: ({ written, year }) =>
      `Signed ${written}, but a report on ${year} counts to 31 December ${year}. Was the date left from an earlier report?`,
  },
};

/** How many lines from the end the date may stand. */
const LAST_LINES = 8;
const LONGEST = 80;
const DAY = '日'.charCodeAt(0);

/** The date that a line at the end consists of, as yyyymmdd. */
function signatureOf({ text, blocks }: Report): { span: Span; written: string; date: number } | undefined {
  for (let at = blocks.length - 1, seen = 0; at >= 0 && seen < LAST_LINES; at--) {
    const span = blocks.span(at);
    if (span.end - span.start > LONGEST || isBlank(text, span)) continue;
    seen++;
    if (findCode(text, DAY, span.start, span.end) < 0) continue;
    const { characters, offsets } = readVisible(text, span.start, span.end);
    const match = /^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日$/.exec(characters);
    if (match) {
      const [, year, month, day] = match.map(Number) as [number, number, number, number];
      const shown = { start: offsets[0] ?? span.start, end: (offsets.at(-1) ?? span.end) + 1 };
      return { span: shown, written: characters, date: year * 10_000 + month * 100 + day };
    }
  }
  return undefined;
}
