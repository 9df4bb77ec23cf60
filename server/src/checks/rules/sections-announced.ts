import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';

interface SectionsAnnounced {
  readonly written: string;
}

/** The form has six sections (国办公开办函〔2021〕30号), and the introduction announces another number of them. */
export const sectionsAnnounced: Rule<SectionsAnnounced> = {
  code: 'sections-announced',
  title: { zh: '导语说的部分数不对', en: 'The introduction announces another number of sections' },
  severity: 'information',
  find({ report }, emit) {
    const span = announcedIn(report);
    const written = span && report.text.slice(span.start, span.end);
    if (span && written && written !== '六' && written !== '6' && written !== '６') emit(span, { written });
  },
  message: {
    zh: ({ written }) => `导语说报告有${excerpt(written)}个部分，而规定格式是六个部分。请改为“六”。`,
    en: ({ written }) => `The introduction announces ${excerpt(written)} sections; the form has six. Write 六.`,
  },
  fixes: ({ span, facts: { written } }, { report }, locale) => [
    {
      title: locale === 'zh' ? `把“${excerpt(written)}”改为“六”` : `Replace “${excerpt(written)}” by “六”`,
      edits: [{ span, newText: '六' }],
      preferred: report.sections.length === 6,
    },
  ],
};

/** From four on: 一部分 or 两部分 of something are no sections. */
const NUMERALS = '四五六七八九十456789４５６７８９';
/** What is said of sections that make up the report, behind 部分. */
const WHOLE = ['组成', '构成', '内容'];

/** The numeral of `由五个部分组成` above the first section. */
function announcedIn({ text, sections, title }: Report): Span | undefined {
  const end = sections[0]?.span.start ?? 0;
  const from = title && title.span.end < end ? title.span.end : 0;
  for (let at = text.indexOf('部分', from); at >= 0 && at < end; at = text.indexOf('部分', at + 2)) {
    if (!WHOLE.some((word) => text.startsWith(word, at + 2))) continue;
    let stop = at;
    while (stop > from && '个大 '.includes(text[stop - 1] as string)) stop--;
    let start = stop;
    while (start > from && NUMERALS.includes(text[start - 1] as string)) start--;
    if (start < stop && stop - start <= 2) return { start, end: stop };
  }
  return undefined;
}
