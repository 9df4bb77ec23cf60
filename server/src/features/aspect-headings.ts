import { aspectsIn, subheadings } from '../checks/aspects.ts';
import { findSection, type Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';

/** `（一）主动公开方面`: the sub-headings of section 一 that name its five aspects. One that names none anew stands below these. */
export function aspectHeadings(report: Report): Span[] {
  const section = findSection(report, 1);
  if (!section) return [];
  const { text } = report;
  let named = 0;
  return subheadings(report, section).flatMap(({ ordinal, title }): Span[] => {
    const here = aspectsIn(text.slice(title.start, title.end));
    if ((here & ~named) === 0) return [];
    named |= here;
    const bracket = '（('.includes(text[ordinal.start - 1] ?? ' ') ? 1 : 0;
    return [{ start: ordinal.start - bracket, end: title.end }];
  });
}
