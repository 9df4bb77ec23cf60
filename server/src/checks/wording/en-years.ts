import { SECTIONS } from '../../report/forms/sections.ts';
import { applicant } from './names.ts';
import { writeNumber } from './sum.ts';
import type { Words } from './words.ts';

type YearWords = Pick<Words, 'carryover-mismatch' | 'documents-mismatch' | 'copied-text' | 'earlier'>;

/** Messages in English on what does not fit the report of the year before. */
export const enYears: YearWords = {
  'carryover-mismatch': ({ column, stated, computed, before }) =>
    `“二、上年结转·${applicant(column)}” says ${stated}, but the report on ${before.year} (${before.name}) carried over ${computed} in “四、结转下年度继续办理”, off by ${Math.abs(stated - computed)}. What comes in is what was left open; check both reports, and explain in the text if the organ was reorganised.`,
  'documents-mismatch': ({ row, stated, computed, valid, issued, abolished, before }) =>
    `“${row}” in force: ${stated}, but ${valid} of the year before (${before.name}) + 制发 ${issued.value} − 废止 ${abolished.value} = ${writeNumber(computed)}, off by ${Math.abs(stated - computed)}. Check the three numbers; explain in the text if last year's was wrong.`,
  'copied-text': ({ section, before }) =>
    `But for digits, the text of “${SECTIONS[section - 1]?.title}” is that of the report on ${before.year} (${before.name}). Write what happened in this year.`,
  earlier: {
    'carryover-mismatch': ({ column, computed, before }) =>
      `report on ${before.year}, “四、结转下年度继续办理·${applicant(column)}”: ${computed}`,
    'documents-mismatch': ({ row, valid, before }) => `report on ${before.year}, “${row}·现行有效件数”: ${valid}`,
    'copied-text': ({ before }) => `the same section of the report on ${before.year}`,
    issued: (value) => `本年制发件数: ${value}`,
    abolished: (value) => `本年废止件数: −${value}`,
  },
};
