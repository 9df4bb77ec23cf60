import { writeYear } from '../../edits/prose.ts';
import type { YearStatement } from '../../prose/claim.ts';
import type { Report } from '../../report/report.ts';
import { digitOf } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { Rule } from '../finding.ts';
import { writeSaid } from '../wording/change.ts';

interface YearMismatch {
  /** The year that stands there, and the one that the rest of the report speaks of. */
  readonly written: number;
  readonly expected: number;
  /** In the title it is the year that the prose agrees on which is expected. */
  readonly place: 'title' | 'prose';
  readonly others: readonly YearStatement[];
}

/**
 * A sentence speaks of the year before or after as the one reported on, which is what a copied report looks like; or all
 * of them speak of one year and the title of another.
 */
export const yearMismatch: Rule<YearMismatch> = {
  code: 'year-mismatch',
  title: { zh: '年份不符', en: 'The prose or the title speaks of another year than the one reported on' },
  severity: 'warning',
  find({ report, prose: { years } }, emit) {
    const title = report.title?.year;
    if (title === undefined) return;
    const others = years.filter(({ year }) => year !== title);
    const [first] = others;
    if (!first) return;
    if (years.length > 1 && years.every(({ year }) => year === first.year)) {
      const span = yearIn(report);
      if (span) emit(span, { written: title, expected: first.year, place: 'title', others: years });
      return;
    }
    for (const { span, year } of others) {
      if (Math.abs(year - title) === 1) emit(span, { written: year, expected: title, place: 'prose', others: [] });
    }
  },
  message: {
    zh: ({ written, expected, place, others }) =>
      place === 'title'
        ? `标题是 ${written} 年，而正文各处（${others.length} 处）说的都是 ${expected} 年。请核对标题的年份。`
        : `这里说的是 ${written} 年，而本报告是 ${expected} 年度的报告，可能是沿用旧文件时没有改。如确指本报告年度，请改为 ${expected} 年。`,
    en: ({ written, expected, place, others }) =>
      place === 'title'
        ? `The title says ${written}, but the prose speaks of ${expected} throughout (${others.length} places). Check the year in the title.`
        : `This speaks of ${written}, but the report is on ${expected}; was it left from an earlier report? Change it to ${expected} if the year reported on is meant.`,
  },
  related: ({ others }, locale) => others.map(({ span, year }) => ({ span, message: writeSaid(locale, year) })),
  fixes: ({ span, facts: { place, expected } }, { report: { text } }, locale) => {
    if (place === 'title') return [];
    const newText = writeYear(text.slice(span.start, span.end), expected);
    const title = locale === 'zh' ? `年份改为 ${expected}` : `Change the year to ${expected}`;
    return [{ title, edits: [{ span, newText }], preferred: false }];
  },
};

/** The digits of the year in the title, or the whole title where they are no digits. */
function yearIn({ text, title }: Report): Span | undefined {
  if (!title) return undefined;
  let digits: number[] = [];
  for (let at = title.span.start; at < title.span.end; at++) {
    if (digitOf(text.charCodeAt(at)) >= 0) digits.push(at);
    else if (digits.length !== 4) digits = [];
    if (digits.length === 4) return { start: digits[0] as number, end: at + 1 };
  }
  return title.span;
}
