import { isOutdated } from '../../report/forms/index.ts';
import { findTable, type Report } from '../../report/report.ts';
import type { Finding, OutdatedPart, Rule } from '../finding.ts';

/** First year whose reports use the form of 国办公开办函〔2021〕30号. */
const FIRST_YEAR = 2021;

/** A report on 2021 or later uses the form of 国办公开办函〔2019〕60号, all of it or a part. */
export const formOutdated: Rule = {
  codes: ['form-outdated'],
  find: (report): Finding[] => {
    const year = report.title?.year;
    if (year === undefined || year < FIRST_YEAR) return [];
    const parts = outdatedParts(report);
    const [first] = parts;
    if (!first) return [];
    const number = first === 'requests' ? 3 : 2;
    const heading = report.sections.find((section) => section.form.number === number)?.heading;
    const span = heading ?? findTable(report, number)?.span ?? { start: 0, end: 0 };
    const mixed = parts[0] === 'documents' || parts.length < report.tables.filter((table) => table.number < 4).length;
    return [{ code: 'form-outdated', severity: 'information', span, year, parts, mixed }];
  },
};

function outdatedParts(report: Report): OutdatedPart[] {
  const isOld = (number: 2 | 3) => report.tables.some((table) => table.number === number && isOutdated(table.form));
  const two: OutdatedPart[] = isOld(2)
    ? ['proactive']
    : findTable(report, 2)?.documentsForm === '2019'
      ? ['documents']
      : [];
  return isOld(3) ? [...two, 'requests'] : two;
}
