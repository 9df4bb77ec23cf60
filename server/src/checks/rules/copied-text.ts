import { type Source, spanOf } from '../../digest/digest.ts';
import { SECTIONS, type SectionNumber } from '../../report/forms/sections.ts';
import type { Rule } from '../finding.ts';
import { relatedSource, sourceData, sourceIn } from '../years.ts';

interface CopiedText {
  readonly section: SectionNumber;
  /** The heading of the same section. */
  readonly before: Source;
}

/** The prose of a section equals last year's but for digits. */
export const copiedText: Rule<CopiedText> = {
  code: 'copied-text',
  title: { zh: '文字照抄上年', en: "Text equals last year's but for digits" },
  severity: 'information',
  needsPredecessor: true,
  find({ digest, predecessor }, emit) {
    if (!digest || !predecessor) return;
    for (const { section, hash, heading } of digest.prose) {
      const source = predecessor.digest.prose.find((each) => each.section === section && each.hash === hash);
      if (source) emit(spanOf(heading), { section, before: sourceIn(predecessor, source.heading) });
    }
  },
  message: {
    zh: ({ section, before }) =>
      `“${SECTIONS[section - 1]?.title}”的文字除数字外与 ${before.year} 年度报告（${before.name}）完全相同，像是照抄上年。请写明本年度的情况。`,
    en: ({ section, before }) =>
      `But for digits, the text of “${SECTIONS[section - 1]?.title}” is that of the report on ${before.year} (${before.name}). Write what happened in this year.`,
  },
  related: ({ before }, locale) => [
    relatedSource(
      before,
      locale === 'zh' ? `${before.year} 年度报告的同一部分` : `the same section of the report on ${before.year}`,
    ),
  ],
  data: ({ before }) => sourceData(before),
};
