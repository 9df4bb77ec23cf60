import type { Rule } from '../finding.ts';
import { outOfOrder } from '../order.ts';

/** A section stands elsewhere than in the form. */
export const sectionOrder: Rule = {
  codes: ['section-order'],
  find: ({ sections }) => {
    const numbers = sections.map((section) => section.form.number);
    return sections
      .filter((_, at) => outOfOrder(numbers).has(at))
      .map((section) => {
        const earlier = sections.filter((each) => each.form.number < section.form.number);
        const after = earlier.reduce<(typeof earlier)[number] | undefined>(
          (last, each) => (!last || each.form.number > last.form.number ? each : last),
          undefined,
        );
        return { code: 'section-order', severity: 'warning', span: section.heading, section, after };
      });
  },
};
