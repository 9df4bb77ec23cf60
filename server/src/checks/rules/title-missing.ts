import type { Rule } from '../finding.ts';
import { openingLine } from '../opening.ts';

/** Nothing says whose report it is, so it cannot be compared with that of the year before. */
export const titleMissing: Rule<null> = {
  code: 'title-missing',
  title: { zh: '没有读到机关名称', en: 'No organ is named' },
  severity: 'information',
  find({ report }, emit) {
    if (report.agency === '') emit(openingLine(report), null);
  },
  message: {
    zh: () =>
      '没有读到是哪个机关的报告，因此不与上年的报告比对，正文中以机关名称说的数也可能不核对。请写上“某某机关2024年政府信息公开工作年度报告”这样的标题。',
    en: () =>
      'Nothing says whose report this is; it is not compared with that of the year before, and numbers told under the name of the organ may stay unchecked. Write a title such as “某某机关2024年政府信息公开工作年度报告”.',
  },
  fingerprint: () => [],
};
