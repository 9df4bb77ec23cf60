import { FORM_2019 } from '../../report/forms/index.ts';
import type { Rule } from '../finding.ts';

/** First year whose reports use the form of 国办公开办函〔2021〕30号. */
const FIRST_YEAR = 2021;

/** A report on 2021 or later uses the form of 国办公开办函〔2019〕60号. */
export const formOutdated: Rule = {
  codes: ['form-outdated'],
  find: ({ title, tables, sections }) => {
    const year = title?.year;
    const table = tables.find((each) => FORM_2019.tables.includes(each.form));
    if (year === undefined || year < FIRST_YEAR || !table) return [];
    const heading = sections.find((section) => section.form.number === table.number)?.heading;
    return [{ code: 'form-outdated', severity: 'information', span: heading ?? table.span, year }];
  },
};
