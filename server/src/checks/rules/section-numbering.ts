import type { Rule } from '../finding.ts';

/** `6、` for `六、`, a wrong ordinal, or none. */
export const sectionNumbering: Rule = {
  codes: ['section-numbering'],
  find: ({ text, sections }) =>
    sections.flatMap((section) => {
      const written = text.slice(section.ordinal.start, section.ordinal.end).trim();
      if (written.startsWith(section.form.ordinal) && written.length <= 2) return [];
      const span = section.ordinal.end > section.ordinal.start ? section.ordinal : section.heading;
      const expected = `${section.form.ordinal}、`;
      return { code: 'section-numbering', severity: 'warning', span, section, written, expected };
    }),
};
