import type { YearStatement } from '../../prose/claim.ts';
import type { Report } from '../../report/report.ts';
import { digitOf } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, Rule } from '../finding.ts';

/**
 * A sentence speaks of the year before or after as the one reported on, which is what a copied report looks like; or all
 * of them speak of one year and the title of another.
 */
export const yearMismatch: Rule = {
  codes: ['year-mismatch'],
  find: (report, _identities, { years }) => {
    const title = report.title?.year;
    if (title === undefined) return [];
    const others = years.filter(({ year }) => year !== title);
    const [first] = others;
    if (!first) return [];
    const agreed = years.length > 1 && years.every(({ year }) => year === first.year);
    if (agreed) return inTitle(report, title, first.year, years);
    return others.filter(({ year }) => Math.abs(year - title) === 1).map((each) => inProse(each, title));
  },
};

function inProse({ span, year }: YearStatement, title: number): Finding {
  return {
    code: 'year-mismatch',
    severity: 'warning',
    span,
    written: year,
    expected: title,
    place: 'prose',
    others: [],
  };
}

function inTitle(report: Report, written: number, expected: number, others: readonly YearStatement[]): Finding[] {
  const span = yearIn(report);
  return span ? [{ code: 'year-mismatch', severity: 'warning', span, written, expected, place: 'title', others }] : [];
}

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
