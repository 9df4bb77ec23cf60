import type { RULE_CODES } from '../../server/src/checks/rules/index.ts';
import type { Parts } from './report.ts';

const LAST_YEAR = '砚泠市档案局 2023年政府信息公开工作年度报告';
const DIARY = '（一）主动公开。年初补登旧档目录，年中开放库房参观，秋季举办印章展。'.repeat(4);

const AGAIN = `没有收取信息处理费。
一、总体情况
略。
三、收到和处理政府信息公开申请情况
略。
五、存在的主要问题及改进情况
略。`;

const PROMOTED = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障']
  .map((aspect, at) => `${'一二三四五'[at]}、${aspect}\n照章办理，逐月登记。`)
  .join('\n');

/** For each rule a report that shows it as it usually is; the marks are left out. */
export const FAULTS: Readonly<Record<(typeof RULE_CODES)[number], Parts>> = {
  'row-total': { three: '（一）予以公开 | 8 0 0 0 4 0 13' },
  'outcome-total': { three: '（七）总计 | 11 1 0 0 4 1 16' },
  'carry-balance': { three: '四、结转下年度继续办理 | 2 0 0 0 0 0 2' },
  'review-total': { four: ' | 1 0 0 1 3 0 0 0 0 0 0 1 0 0 1' },
  'cell-suspect': { three: '（一）予以公开 | 9 0 0 0 4 0 12' },
  'title-missing': { title: '2024年政府信息公开工作年度报告' },
  'year-unknown': { title: '砚泠市档案局政府信息公开工作年度报告' },
  'second-report': { six: AGAIN },
  'text-cut-off': { headings: { 4: undefined, 5: undefined, 6: undefined } },
  'section-missing': { headings: { 6: undefined } },
  'section-order': { headings: { 5: '六、其他需要报告的事项', 6: '五、存在的主要问题及改进情况' } },
  'section-numbering': { headings: { 6: '6、其他需要报告的事项' } },
  'section-title': { headings: { 6: '六、其他' } },
  'aspect-numbering': { one: PROMOTED },
  'aspect-missing': { one: '（一）主动公开。逐月登记。' },
  'table-missing': { four: '' },
  'table-unreadable': { raw: { 4: '[TABLE]' } },
  'row-missing': { three: '2.重复申请 |' },
  'row-order': { three: '2.重复申请 |\n+3.要求提供公开出版物 / 2.重复申请 | 0 0 0 0 0 0 0' },
  'row-unknown': { three: '+2.重复申请 / 9.莫名来件 | 0 0 0 0 0 0 0' },
  'label-altered': { three: '2.其他法律行政法规禁止公开 => 2.其他法律行政止公开 | 0 0 0 0 0 0 0' },
  'cell-missing': { three: '2.重复申请 | 0 0 0 0 0 0' },
  'cell-extra': { three: '2.重复申请 | 0 0 0 0 0 0 0 0' },
  'cell-blank': { three: '2.重复申请 | 0 0 _ 0 0 0 0' },
  'cell-invalid': { three: '2.重复申请 | 0 -1 0 0 0 0 0' },
  'form-outdated': {
    three: [
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 |',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 |',
      '3.其他 => （六）其他处理 | 0 0 0 0 0 0 0',
    ].join('\n'),
  },
  'prose-mismatch': { one: '收到政府信息公开申请15件。' },
  'parts-mismatch': { one: '发布信息96条，其中动态类50条、其他9条。' },
  'ratio-mismatch': { one: '收到政府信息公开申请14件，其中自然人9件，占70%。' },
  'year-mismatch': { one: '2023年，收到政府信息公开申请14件。' },
  'fee-statement-missing': { six: '没有其他事项。' },
  contradiction: { one: '收到政府信息公开申请14件，均已答复。' },
  'documents-floor': { two: '行政规范性文件 | 3 1 1' },
  'regulations-power': {
    title: '砚泠县档案局 2024年政府信息公开工作年度报告',
    two: '第二十条第（一）项 / 规章 | 1 0 1',
  },
  'template-residue': { six: '（文字描述）本年度没有收取信息处理费。' },
  'section-empty': { six: '无。' },
  'sign-off-date': { six: '本年度没有收取信息处理费，没有其他事项。\n\n2024年3月1日' },
  'basis-outdated': { one: `${DIARY}依据国务院令第492号。` },
  'sections-announced': { title: '砚泠市档案局 2024年政府信息公开工作年度报告\n\n本报告由五个部分组成。' },
  'personal-data': { six: '没有收取信息处理费。有一件申请（13800138000）答复偏慢。' },
  'local-demand': { demands: { sections: { 6: { mentions: ['政府公报'] } } } },
  'carryover-mismatch': { before: { title: LAST_YEAR, three: '四、结转下年度继续办理 | 9 0 0 0 0 0 9' } },
  'documents-mismatch': { before: { title: LAST_YEAR } },
  'copied-text': { one: DIARY, before: { title: LAST_YEAR, one: DIARY } },
  outlier: { demands: { also: ['outlier'] }, before: { title: LAST_YEAR, two: '行政许可 | 12' } },
};
