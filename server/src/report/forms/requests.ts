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
function outcome(id: RequestRowId, ordinal: string, words: string, parts: Partial<RowForm> = {}): RowForm {
  return row(id, words, APPLICANTS, { ordinal, side: SIDE, ...parts });
}

/** A row of a group: the end of its id, the words of its name, and other wordings of it. */
type Leaf<Group extends OutcomeId> = readonly [
  id: RequestRowId extends infer Id ? (Id extends `${Group}.${infer End}` ? End : never) : never,
  words: string,
  ...aliases: string[],
];

/** The rows of a group, numbered `1.`, `2.` … */
function outcomes<Group extends OutcomeId>(group: GroupForm & { id: Group }, leaves: readonly Leaf<Group>[]) {
  return leaves.map(([end, words, ...aliases], at) =>
    outcome(`${group.id}.${end}` as RequestRowId, `${at + 1}.`, words, {
      group,
      aliases,
      ...briefOf(words),
    }),
  );
}

/** What the longest names are called inside a sum. */
const BRIEF: ReadonlyMap<string, string> = new Map([
  ['申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '逾期不补正'],
  ['申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '逾期未缴费'],
  ['要求行政机关确认或重新出具已获取信息', '确认或重新出具信息'],
]);

/** The name itself, unless it is one of the longest. */
function briefOf(words: string): { readonly brief?: string } {
  const brief = BRIEF.get(words.replaceAll(' ', ''));
  return brief ? { brief } : {};
}

function outcomeGroup<Group extends OutcomeId>(id: Group, ordinal: string, name: string) {
  return { ...groupForm(id, name, ordinal), id };
}

const OUTCOMES: readonly RowForm[] = [
  outcome('open', '（一）', '予以 公开'),
  outcome('partial', '（二）', '部分 公开', {
    remark: '（区分处理的，只计这一情形，不计其他情形）',
    aliases: ['（二）部分公开', '部分公开（区分处理的只计这一情形）'],
  }),
  ...outcomes(outcomeGroup('refused', '（三）', '不予公开'), [
    ['state-secret', '属于 国家 秘密'],
    ['law', '其他 法律 行政 法规 禁止 公开', '其他法律法规禁止公开', '其他法律、行政法规禁止公开的'],
    ['security', '危及 “三安全一稳定”', '危及三安全一稳定的'],
    ['third-party', '保护 第三方 合法 权益', '涉及第三方合法权益'],
    ['internal', '属于 三类 内部 事务 信息', '三类内部事务信息', '属于内部事务信息'],
    ['process', '属于 四类 过程性 信息', '四类过程性信息', '属于过程性信息'],
    ['enforcement', '属于 行政 执法 案卷', '行政执法案卷', '属于行政执法案卷信息'],
    ['records', '属于 行政 查询 事项', '行政查询事项'],
  ]),
  ...outcomes(outcomeGroup('unavailable', '（四）', '无法提供'), [
    ['not-held', '本 机关 不掌握 相关 政府 信息', '不掌握相关政府信息'],
    ['not-made', '没有 现成 信息 需要 另行 制作', '没有现成信息', '需要另行制作'],
    ['unclear', '补正 后 申请 内容 仍 不 明确', '补正后仍不明确', '补正后申请内容不明确'],
  ]),
  ...outcomes(outcomeGroup('declined', '（五）', '不予处理'), [
    ['petition', '信访 举报 投诉 类 申请', '信访、投诉、举报类申请'],
    ['repeated', '重复 申请'],
    ['publication', '要求 提供 公开 出版物', '要求提供公开出版物等'],
    ['excessive', '无 正当 理由 大量 反复 申请', '大量反复申请'],
    [
      'confirmation',
      '要求 行政 机关 确认 或 重新 出具 已 获取 信息',
      '要求确认或重新出具已获取信息',
      '确认或重新出具已获取信息',
    ],
  ]),
];

const OTHER_2021 = outcomes(outcomeGroup('other', '（六）', '其他处理'), [
  [
    'uncorrected',
    '申请人 无 正当 理由 逾期 不补正、 行政 机关 不再 处理 其 政府 信息 公开 申请',
    '申请人无正当理由逾期不补正',
    '无正当理由逾期不补正',
    '逾期不补正',
  ],
  [
    'unpaid',
    '申请人 逾期 未 按 收费 通知 要求 缴纳 费用、 行政 机关 不再 处理 其 政府 信息 公开 申请',
    '申请人逾期未按收费通知要求缴纳费用',
    '逾期未按收费通知要求缴纳费用',
    '逾期未缴费',
    '逾期不缴费',
    '逾期不缴纳费用',
    '逾期未缴纳费用',
  ],
  ['other', '其他'],
]);

const OTHER_2019 = [outcome('other', '（六）', '其他 处理')];

const RECEIVED = row('new', '本年 新收 政府 信息 公开 申请 数量', APPLICANTS, {
  ordinal: '一、',
  brief: '本年新收',
  aliases: ['本年新收申请数量', '本年新收', '本年新收政府信息公开申请'],
});

const CARRIED_IN = row('carried-in', '上年 结转 政府 信息 公开 申请 数量', APPLICANTS, {
  ordinal: '二、',
  brief: '上年结转',
  aliases: ['上年结转申请数量', '上年结转', '上年结转政府信息公开申请'],
});

const CARRIED_OUT = row('carried-out', '结转 下年度 继续 办理', APPLICANTS, {
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
