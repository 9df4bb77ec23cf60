import { SECTIONS } from '../../report/forms/sections.ts';
import { applicant } from './names.ts';
import { writeNumber } from './sum.ts';
import type { Words } from './words.ts';

type YearWords = Pick<Words, 'carryover-mismatch' | 'documents-mismatch' | 'copied-text' | 'earlier'>;

/** Messages in Chinese on what does not fit the report of the year before. */
export const zhYears: YearWords = {
  'carryover-mismatch': ({ column, stated, computed, before }) =>
    `“二、上年结转·${applicant(column)}”写的是 ${stated}，而 ${before.year} 年度报告（${before.name}）的“四、结转下年度继续办理”是 ${computed}，相差 ${Math.abs(stated - computed)}。上年结转来的就是上年末未办结的，请核对两年的报告；因机构改革等确有变动的，请在文字中说明。`,
  'documents-mismatch': ({ row, stated, computed, valid, issued, abolished, before }) =>
    `“${row}”现行有效件数写的是 ${stated}，而上年现行有效 ${valid}（${before.name}）+ 本年制发 ${issued.value} − 本年废止 ${abolished.value} = ${writeNumber(computed)}，相差 ${Math.abs(stated - computed)}。请核对三个数；上年数有误的，请在文字中说明。`,
  'copied-text': ({ section, before }) =>
    `“${SECTIONS[section - 1]?.title}”的文字除数字外与 ${before.year} 年度报告（${before.name}）完全相同，像是照抄上年。请写明本年度的情况。`,
  earlier: {
    'carryover-mismatch': ({ column, computed, before }) =>
      `${before.year} 年度报告“四、结转下年度继续办理·${applicant(column)}”：${computed}`,
    'documents-mismatch': ({ row, valid, before }) => `${before.year} 年度报告“${row}·现行有效件数”：${valid}`,
    'copied-text': ({ before }) => `${before.year} 年度报告的同一部分`,
    issued: (value) => `本年制发件数：${value}`,
    abolished: (value) => `本年废止件数：−${value}`,
  },
};
