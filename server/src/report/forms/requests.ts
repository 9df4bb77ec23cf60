import { column, groupForm, row, table } from './build.ts';
import type { FormYear, GroupForm, RowForm, TableForm } from './form.ts';
import type { ApplicantId, OutcomeId, RequestRowId } from './ids.ts';

/** Table 3 收到和处理政府信息公开申请情况; the two forms differ only under （六）其他处理. */

const ORGANISATIONS = groupForm('organisations', '法人或其他组织');

const APPLICANTS = [
  column('person', '自然人'),
  column('business', '商业企业', 'count', ORGANISATIONS),
  column('research', '科研机构', 'count', ORGANISATIONS),
  column('welfare', '社会公益组织', 'count', ORGANISATIONS),
  column('legal', '法律服务机构', 'count', ORGANISATIONS),
  column('other', '其他', 'count', ORGANISATIONS),
  column('total', '总计'),
];

const SIDE = '三、本年度办理结果';

/** A row of its own beside 三、本年度办理结果. */
function outcome(id: RequestRowId, ordinal: string, name: string, parts: Partial<RowForm> = {}): RowForm {
  return row(id, name, APPLICANTS, { ordinal, side: SIDE, ...parts });
}

/** A row of a group: the end of its id, its name, and other wordings of it. */
type Leaf<Group extends OutcomeId> = readonly [
  id: RequestRowId extends infer Id ? (Id extends `${Group}.${infer End}` ? End : never) : never,
  name: string,
  ...aliases: string[],
];

/** The rows of a group, numbered `1.`, `2.` … */
function outcomes<Group extends OutcomeId>(group: GroupForm & { id: Group }, leaves: readonly Leaf<Group>[]) {
  return leaves.map(([end, name, ...aliases], at) =>
    outcome(`${group.id}.${end}` as RequestRowId, `${at + 1}.`, name, {
      group,
      aliases,
      brief: BRIEF.get(name) ?? name,
    }),
  );
}

/** What the longest names are called inside a sum. */
const BRIEF: ReadonlyMap<string, string> = new Map([
  ['申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '逾期不补正'],
  ['申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '逾期未缴费'],
  ['要求行政机关确认或重新出具已获取信息', '确认或重新出具信息'],
]);

function outcomeGroup<Group extends OutcomeId>(id: Group, ordinal: string, name: string) {
  return { ...groupForm(id, name, ordinal), id };
}

const OUTCOMES: readonly RowForm[] = [
  outcome('open', '（一）', '予以公开'),
  outcome('partial', '（二）', '部分公开', {
    remark: '（区分处理的，只计这一情形，不计其他情形）',
    aliases: ['（二）部分公开', '部分公开（区分处理的只计这一情形）'],
  }),
  ...outcomes(outcomeGroup('refused', '（三）', '不予公开'), [
    ['state-secret', '属于国家秘密'],
    ['law', '其他法律行政法规禁止公开', '其他法律法规禁止公开', '其他法律、行政法规禁止公开的'],
    ['security', '危及“三安全一稳定”', '危及三安全一稳定的'],
    ['third-party', '保护第三方合法权益', '涉及第三方合法权益'],
    ['internal', '属于三类内部事务信息', '三类内部事务信息', '属于内部事务信息'],
    ['process', '属于四类过程性信息', '四类过程性信息', '属于过程性信息'],
    ['enforcement', '属于行政执法案卷', '行政执法案卷', '属于行政执法案卷信息'],
    ['records', '属于行政查询事项', '行政查询事项'],
  ]),
  ...outcomes(outcomeGroup('unavailable', '（四）', '无法提供'), [
    ['not-held', '本机关不掌握相关政府信息', '不掌握相关政府信息'],
    ['not-made', '没有现成信息需要另行制作', '没有现成信息', '需要另行制作'],
    ['unclear', '补正后申请内容仍不明确', '补正后仍不明确', '补正后申请内容不明确'],
  ]),
  ...outcomes(outcomeGroup('declined', '（五）', '不予处理'), [
    ['petition', '信访举报投诉类申请', '信访、投诉、举报类申请'],
    ['repeated', '重复申请'],
    ['publication', '要求提供公开出版物', '要求提供公开出版物等'],
    ['excessive', '无正当理由大量反复申请', '大量反复申请'],
    [
      'confirmation',
      '要求行政机关确认或重新出具已获取信息',
      '要求确认或重新出具已获取信息',
      '确认或重新出具已获取信息',
    ],
  ]),
];

const OTHER_2021 = outcomes(outcomeGroup('other', '（六）', '其他处理'), [
  [
    'uncorrected',
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '申请人无正当理由逾期不补正',
    '无正当理由逾期不补正',
    '逾期不补正',
  ],
  [
    'unpaid',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '申请人逾期未按收费通知要求缴纳费用',
    '逾期未按收费通知要求缴纳费用',
    '逾期未缴费',
    '逾期不缴费',
    '逾期不缴纳费用',
    '逾期未缴纳费用',
  ],
  ['other', '其他'],
]);

const OTHER_2019 = [outcome('other', '（六）', '其他处理')];

const RECEIVED = row('new', '本年新收政府信息公开申请数量', APPLICANTS, {
  ordinal: '一、',
  brief: '本年新收',
  aliases: ['本年新收申请数量', '本年新收', '本年新收政府信息公开申请'],
});

const CARRIED_IN = row('carried-in', '上年结转政府信息公开申请数量', APPLICANTS, {
  ordinal: '二、',
  brief: '上年结转',
  aliases: ['上年结转申请数量', '上年结转', '上年结转政府信息公开申请'],
});

const CARRIED_OUT = row('carried-out', '结转下年度继续办理', APPLICANTS, {
  ordinal: '四、',
  brief: '四、结转下年度',
  aliases: ['结转下年度', '结转下年度继续办理数量'],
});

function requestsTable(year: FormYear, other: readonly RowForm[]): TableForm {
  const settled = [...OUTCOMES, ...other];
  const organisations: readonly ApplicantId[] = ['business', 'research', 'welfare', 'legal', 'other'];
  return table({
    number: 3,
    years: [year],
    rows: [RECEIVED, CARRIED_IN, ...settled, outcome('total', '（七）', '总计', { brief: '（七）总计' }), CARRIED_OUT],
    // 国办公开办函〔2021〕30号, note in the head of the table: 第一项加第二项之和，等于第三项加第四项之和.
    identities: [
      { rule: 'row-total', along: 'row', plus: ['person', ...organisations], total: 'total' },
      { rule: 'outcome-total', along: 'column', plus: settled.map(({ id }) => id), total: 'total' },
      { rule: 'carry-balance', along: 'column', plus: ['new', 'carried-in'], minus: ['total'], total: 'carried-out' },
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
  });
}

export const REQUESTS_2021 = requestsTable('2021', OTHER_2021);
export const REQUESTS_2019 = requestsTable('2019', OTHER_2019);
