import { SECTIONS } from '../../report/forms/sections.ts';
import type { Report } from '../../report/report.ts';
import type { Rule } from '../finding.ts';

/** One of the six sections is absent; reported at the place where it should stand. */
export const sectionMissing: Rule = {
  codes: ['section-missing'],
  find: (report) =>
    SECTIONS.filter((form) => !report.sections.some((section) => section.form === form)).map((section) => {
      const place = placeOf(report, section.number);
      return { code: 'section-missing', severity: 'error', span: { start: place, end: place }, section };
    }),
};

/** Offset (UTF-16) at which a missing section belongs: before the next one that is there, else the end of the text. */
function placeOf(report: Report, number: number): number {
  const next = report.sections.find((section) => section.form.number > number);
  return next ? next.heading.start : report.text.length;
}
