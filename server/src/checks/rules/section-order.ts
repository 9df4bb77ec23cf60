import type { Section } from '../../report/report.ts';
import type { Rule } from '../finding.ts';
import { outOfOrder } from '../order.ts';

interface SectionOrder {
  readonly section: Section;
  /** The section that it should follow, among those that are there. */
  readonly after: Section | undefined;
}

/** A section stands elsewhere than in the form. */
export const sectionOrder: Rule<SectionOrder> = {
  code: 'section-order',
  title: { zh: '部分的顺序不对', en: 'A section is out of order' },
  severity: 'warning',
  find({ report: { sections } }, emit) {
    const misplaced = outOfOrder(sections.map((section) => section.form.number));
    for (const at of misplaced) {
      const section = sections[at] as Section;
      emit(section.heading, { section, after: lastBefore(section, sections) });
    }
  },
  message: {
    zh: ({ section, after }) =>
      `“${section.form.title}”的位置不对：按规定格式是第${section.form.ordinal}部分${after ? `，应在“${after.form.title}”之后` : '，应在最前'}。`,
    en: ({ section, after }) =>
      `“${section.form.title}” is out of place: it is section ${section.form.ordinal} of the form${after ? ` and belongs after “${after.form.title}”` : ' and comes first'}.`,
  },
  fingerprint: ({ section }) => [section.form.number],
};

function lastBefore({ form }: Section, sections: readonly Section[]): Section | undefined {
  let last: Section | undefined;
  for (const each of sections) {
    const { number } = each.form;
    if (number < form.number && (!last || number > last.form.number)) last = each;
  }
  return last;
}
