import { columns, group, identity, minus, plus, row } from './build.ts';
import type { ColumnForm, RowForm, TableForm } from './form.ts';

/** Table 3 收到和处理政府信息公开申请情况; the two forms differ only under （六）其他处理. */

const APPLICANTS: readonly ColumnForm[] = [
  ...columns('count', '自然人'),
  ...columns('count', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他').map((column) => ({
    ...column,
    group: '法人或其他组织',
  })),
  ...columns('count', '总计'),
];

const SIDE = '三、本年度办理结果';

function rows(label: string, ...leaves: (string | readonly string[])[]): RowForm[] {
  return group(
    label,
    leaves.map((leaf) => {
      const [name, ...aliases] = typeof leaf === 'string' ? [leaf] : leaf;
      return row(name as string, APPLICANTS, ...aliases);
    }),
  );
}

const OUTCOMES: readonly RowForm[] = [
  ...rows(SIDE, '（一）予以公开', [
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '（二）部分公开',
    '部分公开（区分处理的只计这一情形）',
  ]),
  ...rows(
    '（三）不予公开',
    '1.属于国家秘密',
    ['2.其他法律行政法规禁止公开', '其他法律法规禁止公开', '其他法律、行政法规禁止公开的'],
    ['3.危及“三安全一稳定”', '危及三安全一稳定的'],
    ['4.保护第三方合法权益', '涉及第三方合法权益'],
    ['5.属于三类内部事务信息', '三类内部事务信息', '属于内部事务信息'],
    ['6.属于四类过程性信息', '四类过程性信息', '属于过程性信息'],
    ['7.属于行政执法案卷', '行政执法案卷', '属于行政执法案卷信息'],
    ['8.属于行政查询事项', '行政查询事项'],
  ),
  ...rows(
    '（四）无法提供',
    ['1.本机关不掌握相关政府信息', '不掌握相关政府信息'],
    ['2.没有现成信息需要另行制作', '没有现成信息', '需要另行制作'],
    ['3.补正后申请内容仍不明确', '补正后仍不明确', '补正后申请内容不明确'],
  ),
  ...rows(
    '（五）不予处理',
    ['1.信访举报投诉类申请', '信访、投诉、举报类申请'],
    '2.重复申请',
    ['3.要求提供公开出版物', '要求提供公开出版物等'],
    ['4.无正当理由大量反复申请', '大量反复申请'],
    ['5.要求行政机关确认或重新出具已获取信息', '要求确认或重新出具已获取信息', '确认或重新出具已获取信息'],
  ),
];

const OTHER_2021: readonly RowForm[] = rows(
  '（六）其他处理',
  [
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '申请人无正当理由逾期不补正',
    '无正当理由逾期不补正',
    '逾期不补正',
  ],
  [
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '申请人逾期未按收费通知要求缴纳费用',
    '逾期未按收费通知要求缴纳费用',
    '逾期未缴费',
    '逾期未缴纳费用',
  ],
  '3.其他',
);

const OTHER_2019: readonly RowForm[] = rows(SIDE, '（六）其他处理');

const RECEIVED = ['本年新收申请数量', '本年新收', '本年新收政府信息公开申请'];
const CARRIED_IN = ['上年结转申请数量', '上年结转', '上年结转政府信息公开申请'];

function requestsTable(other: readonly RowForm[]): TableForm {
  const outcomes = [...OUTCOMES, ...other];
  const last = 1 + outcomes.length;
  return {
    number: 3,
    rows: [
      { ...row('一、本年新收政府信息公开申请数量', APPLICANTS, ...RECEIVED), brief: '本年新收' },
      { ...row('二、上年结转政府信息公开申请数量', APPLICANTS, ...CARRIED_IN), brief: '上年结转' },
      ...outcomes,
      ...rows(SIDE, '（七）总计'),
      row('四、结转下年度继续办理', APPLICANTS, '结转下年度', '结转下年度继续办理数量'),
    ],
    // 国办公开办函〔2021〕30号, note in the head of the table: 第一项加第二项之和，等于第三项加第四项之和.
    identities: [
      identity('row-total', 'row', 6, plus(0, 5)),
      identity('outcome-total', 'column', last + 1, plus(2, last)),
      identity('carry-balance', 'column', last + 2, plus(0, 1), minus(last + 1)),
    ],
    openers: ['本列数据的勾稽关系', '申请人情况', '一本年新收政府信息公开申请数量', '本年新收政府信息公开申请数量'],
    head: [
      [
        '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        '',
        '',
        '申请人情况',
        '',
        '',
        '',
        '',
        '',
        '',
      ],
      ['', '', '', '自然人', '法人或其他组织', '', '', '', '', '总计'],
      ['', '', '', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', ''],
    ],
  };
}

export const REQUESTS_2021 = requestsTable(OTHER_2021);
export const REQUESTS_2019 = requestsTable(OTHER_2019);
