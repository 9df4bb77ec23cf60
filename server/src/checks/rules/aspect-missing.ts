import { ASPECTS } from '../../report/forms/sections.ts';
import { findSection, type Report, type Section } from '../../report/report.ts';
import { ALL_ASPECTS, aspectsIn, subheadings } from '../aspects.ts';
import type { Rule } from '../finding.ts';

/** Section 一 lacks one of its five aspects (国办公开办函〔2021〕30号, 一、总体情况). */
export const aspectMissing: Rule<{ readonly aspect: string }> = {
  code: 'aspect-missing',
  title: { zh: '总体情况缺少一个方面', en: 'Section 一 lacks one of its five aspects' },
  severity: 'information',
  find({ report }, emit) {
    const section = findSection(report, 1);
    if (!section) return;
    const named = aspectsOf(report, section);
    if (named === ALL_ASPECTS) return;
    for (const [at, { name }] of ASPECTS.entries()) {
      if (((named >> at) & 1) === 0) emit(section.heading, { aspect: name });
    }
  },
  message: {
    zh: ({ aspect }) =>
      `总体情况中没有写“${aspect}”。按规定格式，这一部分应包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。`,
    en: ({ aspect }) =>
      `总体情况 says nothing about “${aspect}”. The form wants five aspects: 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设, 监督保障.`,
  },
  fingerprint: ({ aspect }) => [aspect],
};

/**
 * The aspects that the section names: in its sub-headings when it has some, for its prose mentions 监督 or 平台 in
 * passing; otherwise anywhere.
 */
function aspectsOf(report: Report, section: Section): number {
  const { text } = report;
  let found = 0;
  let naming = 0;
  for (const { title } of subheadings(report, section)) {
    const here = aspectsIn(text.slice(title.start, title.end));
    if (here !== 0) naming++;
    found |= here;
    if (naming >= 2 && found === ALL_ASPECTS) return found;
  }
  return naming >= 2 ? found : aspectsIn(text.slice(section.body.start, section.body.end));
}
