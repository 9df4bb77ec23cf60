import { findSection, type Report, type Section } from '../../report/report.ts';
import type { Rule } from '../finding.ts';
import { residuesIn } from './template-residue.ts';

/** First year whose reports must say it: 国办函〔2020〕109号 holds from 1 January 2021 on. */
const FIRST_YEAR = 2021;

/** Section 六 says nothing about 信息处理费, which must be told even when none was collected. */
export const feeStatementMissing: Rule<undefined> = {
  code: 'fee-statement-missing',
  title: { zh: '没有写明信息处理费', en: 'Section 六 says nothing about 信息处理费' },
  severity: 'warning',
  find({ report, prose }, emit) {
    const section = findSection(report, 6);
    const year = report.year;
    const bound = year === undefined ? report.form.year === '2021' : year >= FIRST_YEAR;
    if (section && bound && (!prose.fees || isOnlyAsked(report, section))) emit(section.heading, undefined);
  },
  message: {
    zh: () =>
      '这一部分没有写明信息处理费的收取情况。按国办函〔2020〕109号规定，年度报告应当说明；没有收取的也要写，例如“本年度未收取信息处理费”。',
    en: () =>
      'This section says nothing about 信息处理费. The report must say what was collected (国办函〔2020〕109号), even when it was nothing: “本年度未收取信息处理费”.',
  },
};

/** Whether fees stand in section 六 only in what the form tells the writer: （说明信息处理费的收取情况，文字描述）. */
function isOnlyAsked({ text }: Report, { body }: Section): boolean {
  const said = text.slice(body.start, body.end);
  const residues = residuesIn(said);
  if (residues.length === 0) return false;
  const rest = residues.reduce((left, { start, end }) => left.replace(said.slice(start, end), ''), said);
  const elsewhere = text.indexOf('信息处理费');
  return said.includes('费') && !rest.includes('费') && !(elsewhere >= 0 && elsewhere < body.start);
}
