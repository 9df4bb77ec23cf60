import type { Section } from '../../report/report.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';

interface SectionTitle {
  readonly section: Section;
  readonly written: string;
}

/** The words of a heading are other ones: `五、下一步工作打算` stands where 五、存在的主要问题及改进情况 should. */
export const sectionTitle: Rule<SectionTitle> = {
  code: 'section-title',
  title: { zh: '标题的文字不对', en: 'A heading has other words' },
  severity: 'warning',
  find({ report: { text, sections } }, emit) {
    for (const section of sections) {
      if (!section.byPlace) continue;
      const span = { start: section.ordinal.end, end: section.heading.end };
      emit(span, { section, written: text.slice(span.start, span.end) });
    }
  },
  message: {
    zh: ({ section, written }) =>
      `第${section.form.ordinal}部分的标题写的是“${excerpt(written)}”，按规定格式应为“${section.form.title}”。`,
    en: ({ section, written }) =>
      `The heading of section ${section.form.ordinal} says “${excerpt(written)}”; the form has “${section.form.title}”.`,
  },
  fixes: ({ span, facts: { section } }, _, locale) => [
    {
      title: locale === 'zh' ? `标题改为“${section.form.title}”` : `Change the heading to “${section.form.title}”`,
      edits: [{ span, newText: section.form.title }],
      preferred: true,
    },
  ],
  fingerprint: ({ section, written }) => [section.form.number, written],
};
