/**
 * The wording of the form of 2021 (国办公开办函〔2021〕30号) as the generator writes it.
 * It is typed in a second time on purpose: a typo in the product's own tables would go unseen
 * if the test material were written from those same tables.
 */

/** What follows `机关YYYY年` in the title. */
export const TITLE = '政府信息公开工作年度报告';

/** The six official headings, without their ordinals. */
export const SECTIONS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const;

/** The five aspects of section 一, without their ordinals. */
export const ASPECTS = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] as const;

/** Ordinals of sections, aspects and groups. */
export const ORDINALS = ['一', '二', '三', '四', '五', '六', '七'] as const;

export interface Table2Block {
  /** The line that names the item of Article 20. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
}

/** Every block of table 2 begins its heads with this one. */
export const TABLE2_CORNER = '信息内容';

export const TABLE2_BLOCKS: readonly Table2Block[] = [
  {
    title: '第二十条第（一）项',
    columns: ['本年制发件数', '本年废止件数', '现行有效件数'],
    rows: ['规章', '行政规范性文件'],
  },
  { title: '第二十条第（五）项', columns: ['本年处理决定数量'], rows: ['行政许可'] },
  { title: '第二十条第（六）项', columns: ['本年处理决定数量'], rows: ['行政处罚', '行政强制'] },
  { title: '第二十条第（八）项', columns: ['本年收费金额（单位：万元）'], rows: ['行政事业性收费'] },
];

/** The note in the upper left corner of table 3. */
export const TABLE3_NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
export const APPLICANTS = '申请人情况';
export const NATURAL_PERSON = '自然人';
export const ORGANISATIONS = '法人或其他组织';
export const ORGANISATION_KINDS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'] as const;
export const TOTAL = '总计';

export const RECEIVED = '一、本年新收政府信息公开申请数量';
export const CARRIED_IN = '二、上年结转政府信息公开申请数量';
export const OUTCOMES = '三、本年度办理结果';
export const CARRIED_OUT = '四、结转下年度继续办理';

export interface OutcomeGroup {
  readonly label: string;
  /** Without rows of its own the group is itself a row. */
  readonly rows: readonly string[];
}

export const OUTCOME_GROUPS: readonly OutcomeGroup[] = [
  { label: '（一）予以公开', rows: [] },
  { label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', rows: [] },
  {
    label: '（三）不予公开',
    rows: [
      '1.属于国家秘密',
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”',
      '4.保护第三方合法权益',
      '5.属于三类内部事务信息',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
    ],
  },
  {
    label: '（四）无法提供',
    rows: ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'],
  },
  {
    label: '（五）不予处理',
    rows: [
      '1.信访举报投诉类申请',
      '2.重复申请',
      '3.要求提供公开出版物',
      '4.无正当理由大量反复申请',
      '5.要求行政机关确认或重新出具已获取信息',
    ],
  },
  {
    label: '（六）其他处理',
    rows: [
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '3.其他',
    ],
  },
  { label: '（七）总计', rows: [] },
];

export const REVIEW = '行政复议';
export const LITIGATION = '行政诉讼';
export const LITIGATION_KINDS = ['未经复议直接起诉', '复议后起诉'] as const;
export const REVIEW_RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;
