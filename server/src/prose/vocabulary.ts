import type { Form } from '../report/forms/form.ts';
import { FORM_2019, FORM_2021 } from '../report/forms/index.ts';
import { fold, withoutOrdinal } from '../text/fold.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import type { Tokens } from './token-table.ts';
import { kindAt, kindIndex, type Word, type WordKind } from './word-kinds.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Words by what they do; the longest that fits counts. Rows and columns of the form come from the forms themselves. */
const WORDS: readonly (readonly [WordKind, string])[] = [
  [
    'receive',
    '收到 新收 新收到 接到 接收到 接获 收悉 新接收 新接到 新受理 新收受理 本年新收 当年新收 本年度新收 新增受理',
  ],
  ['accept', '受理 收办 接收 收到并受理 收到和受理 收件'],
  ['handle', '办理 处理 收到和处理 受理和办理 受理并办理 受理办理 收到并处理 接收办理'],
  ['settle', '办结 办理完毕 办理完结 办结完毕 办理完成 办理办结 审核办结'],
  ['answer', '答复 回复 办理答复 作出答复 予以答复 书面答复 进行答复 给予答复 答复处理 答复申请人'],
  [
    'carried-in',
    '上年结转 上年度结转 上一年结转 上一年度结转 去年结转 上年转入 上年度转入 上年转结 结转上年 结转上年度 结转上一年 结转上一年度 上年度结转至本年度 上年结转至本年 上年遗留 年初结转',
  ],
  [
    'carried-out',
    '结转下年度 结转下年 结转下一年度 结转下一年 结转至下年度 结转至下年 结转至下一年度 结转至下一年 结转到下年度 结转到下年 结转到下一年度 结转到下一年 结转入下年度 结转次年 结转至次年 结转到次年 转次年 转至次年 转下年度 转下年 转下一年度 转下一年 转入下年度 转入下年 转入下一年度 转入下一年 转至下年度 转至下一年度 转到下年度 顺延到下年度 顺延至下年度 顺延下年度 顺延到下一年度 顺延至下一年度 顺延至下年 顺延到下年 结转明年 结转到明年 结转至明年',
  ],
  ['carry', '结转 结转到 结转至 结转入 转到 转至 转入 顺延到 顺延至 转结'],
  ['pending', '尚未办结 未办结 正在办理 正在办理中 尚在办理 仍在办理 尚在办理中 在办'],
  [
    'request',
    '政府信息公开申请 信息公开申请 政务公开申请 政务信息公开申请 政府信息申请 依申请公开申请 依申请公开事项 依申请公开件 依申请公开案件 政府信息依申请公开 政府信息依申请公开申请 依申请公开 依申请公开信息申请 依申请公开政府信息申请 信息公开依申请 政府信息公开依申请 政府信息公开申请件 政府信息公开申请事项 公开申请 依申请件 依申请 政府信息公开的申请 信息公开的申请 公开政府信息的申请 公开政府信息申请 申请公开政府信息',
  ],
  ['plain-request', '申请 申请件 申请事项 申请数 申请数量 申请总数 申请量 申请案件'],
  [
    'published',
    '依申请公开信息 依申请公开政府信息 依申请公开类信息 依申请公开的信息 依申请公开的政府信息 依申请公开文件',
  ],
  [
    'channel',
    '网络申请 网上申请 在线申请 网络提交 网上提交 在线提交 网络 网上 在线 网站 信函 信函申请 信函邮寄 邮寄 邮寄申请 寄送 当面 当面申请 当面提交 现场 现场申请 窗口 窗口申请 电子邮件 电子邮箱 邮件 传真 传真申请 平台提交 平台 书面申请 线上申请 线下申请 线上 线下',
  ],
  [
    'reason',
    '信息不存在 不存在的 不属于本机关 不属于本机关公开 不属于本机关负责公开 非本机关 非政府信息 不属于政府信息 涉及个人隐私 涉及商业秘密 涉及第三方 主动撤回 撤回 撤回申请 申请人撤回 申请人主动撤回 告知 移送 补正 已主动公开',
  ],
  ['file', '文件 政策文件'],
  ['made', '制发 新制发 本年制发'],
  ['issued', '制定 新制定 制定出台 制定印发 出台 新出台 印发 发文 新制作'],
  ['repealed', '废止 本年废止'],
  ['valid', '现行有效'],
  ['newly-open', '本年新公开 新公开'],
  ['open-total', '对外公开总数量 对外公开总数'],
  ['decide', '作出 实施 决定 办件'],
  ['fee', '行政事业性收费 行政事业收费 行政事业性收费金额'],
  ['charge', '收费 收取 收缴 征收 金额 收费金额 总额 收入'],
  ['publish', '公开 主动公开 发布 公布 公示 刊登 登载 更新 信息 政府信息 上传 推送 解读 公开政府信息 主动公开政府信息'],
  [
    'cause',
    '引发 引起 导致 产生 提起 被提起 被申请 申请人提起 被 引发的 引起的 提起的 产生的 发生的 涉及 因此 由此 因 对',
  ],
  [
    'information',
    '政府信息公开 信息公开 政府信息公开工作 信息公开工作 政务公开 政务公开工作 政府信息公开事项 政府信息公开案件',
  ],
  ['negation', '未 没有 无 未曾 尚无 尚未 暂无 暂未 均未 均无 也未 也无 并未 从未 不存在 没 皆无 未有 既无'],
  ['happen', '发生 出现 存在 产生过 发生过'],
  ['all', '全部 均已 都已 已全部 全都 均已全部 已经全部'],
  ['each', '均 各 皆 都 均为 各为 皆为 都是 均是'],
  ['respectively', '分别 分别为 分别是'],
  ['among', '其中 包括 分为'],
  ['include', '含 包含 内含'],
  ['join', '和 及 以及 与 或 或者 并 并且 且 加'],
  ['year-this', '本年 本年度 今年 当年 该年度 年内 本年内 报告期内 本报告期'],
  ['year-last', '上年 上年度 去年 上一年 上一年度 上年同期 去年同期 同期 前年 往年'],
  ['year-next', '下年 下年度 明年 下一年 下一年度 次年 新的一年'],
  ['cumulative', '累计 累积 截止目前 截至目前 目前'],
  [
    'period',
    '历年 历年来 近年来 近年 至今 迄今 多年来 建区以来 施行以来 多年 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 每月 每季度 每年 每周 年均 月均 日均 平均 春季 月份',
  ],
  ['compare', '较 比 同比 环比 相较 相比 对比 相对'],
  ['more', '增长 增加 上升 提高 提升 增幅 增多 上涨 增长率 增长了 增加了 上升了 多 多了'],
  ['fewer', '下降 减少 降低 降幅 回落 减幅 减少了 下降了 降低了 少 少了'],
  ['share', '占 占比 占比为 占比达 比例为 占到'],
  ['about', '约 近 逾 超 超过 将近 大约 不足 约有 至少 达到近 突破'],
  ['plan', '将 计划 拟 预计 下一步 打算 今后 力争 来年'],
  ['since', '以来 起 开始 曾'],
  ['fees-topic', '信息处理费 信息公开处理费 政府信息处理费 政府信息公开处理费 政府信息公开信息处理费 处理费'],
  [
    'self',
    '本机关 本单位 我单位 本部门 我部门 本局 我局 我办 本办 本委 我委 我厅 本厅 我院 本院 我中心 本中心 我会 本会 我镇政府 我乡政府 我街道 我街道办 我街道办事处 本街道 本办事处 我办事处 我处 我所 我队 我站 我公司 我旗政府 机关 局机关 我校 本校 本级',
  ],
  [
    'area',
    '全市 全区 全县 全省 全州 全旗 全盟 全系统 各级 各部门 各单位 各乡镇 各镇 各街道 各科室 各地 全市各 市直 区直 县直 省直 我市 我区 我县 我省 本市 本区 本县 市本级 区本级 县本级 部门 各县区 各区县 各委办局 各级行政机关 行政机关',
  ],
  ['preposition', '在 于 自 从 至 到 对于 截至 截止 通过 依托 利用 借助 按照 根据 依据 依照 围绕 针对 向 经 经由'],
  ['in', '中 里 内 当中'],
  [
    'filler',
    '共 共计 总计 合计 总共 一共 全年 全年度 年度 度 已 已经 依法 依规 依法依规 按时 按期 及时 如期 依照法定时限 在法定期限内 在规定时限内 在规定期限内 法定期限内 规定时限内 按时限 按规定 按要求 严格 的 了 有 为 是 达 达到 数量 总数 件数 量 总量 情况 事项 案件 工作 方面 相关 有关 各类 上述 以上 所有 该 此 这 案 类 等 继续办理 继续 仍需 收到的 转来 提出 提出的 提交 提交的 关于 就 并 也 则 另 另有 另外 此外 还 实际 实有 年底 年末 属于 予以 结果 数为 数量为 期间 方式 渠道 途径 形式 类型 型 总 对外 集中 全面 申请中 件中 涉',
  ],
];

/** Columns of table 3 and results of table 4 in the words of the prose; `name` is a column of the form or its group. */
const NAMED: readonly (readonly [WordKind, string, string])[] = [
  ['review', '行政复议', '行政复议 复议 行政复议案件 复议案件 行政复议申请'],
  ['litigation', '行政诉讼', '行政诉讼 诉讼 行政诉讼案件 诉讼案件'],
  ['litigation', '未经复议直接起诉', '未经复议直接起诉 直接起诉 未经行政复议直接起诉'],
  ['litigation', '复议后起诉', '复议后起诉 经复议后起诉 行政复议后起诉'],
  ['document', '行政规范性文件', '行政规范性文件 规范性文件'],
  ['document', '规章', '规章 政府规章'],
  ['applicant', '自然人', '自然人 公民 个人 自然人申请 公民申请 个人申请'],
  [
    'applicant',
    '法人或其他组织',
    '法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人或组织 法人组织',
  ],
  ['applicant', '法人', '法人 企业 单位 法人申请 企业申请 单位申请'],
  ['applicant', '商业企业', '商业企业'],
  ['applicant', '科研机构', '科研机构'],
  ['applicant', '社会公益组织', '社会公益组织'],
  ['applicant', '法律服务机构', '法律服务机构'],
  ['result', '结果维持', '维持 结果维持 予以维持 维持原决定'],
  ['result', '结果纠正', '纠正 结果纠正 予以纠正'],
  ['result', '其他结果', '其他结果 其它结果'],
  ['result', '尚未审结', '尚未审结 未审结'],
  ['decision', '行政许可', '行政许可 行政许可决定 行政许可案件'],
  ['decision', '行政处罚', '行政处罚 行政处罚决定 行政处罚案件'],
  ['decision', '行政强制', '行政强制 行政强制决定 行政强制案件'],
  ['outcome', '予以公开', '予以公开 同意公开 准予公开'],
  ['outcome', '部分公开', '部分公开 予以部分公开'],
  ['outcome', '不予公开', '不予公开'],
  ['outcome', '无法提供', '无法提供'],
  ['outcome', '不予处理', '不予处理'],
  ['outcome', '其他处理', '其他处理 其它处理'],
];

/** Words that hold one of the above and mean something else: they count as unknown. */
const OTHERS = list(
  '规章制度 当年办结 年内办结 当年办理 当年答复 申请人 申请书 申请表 申请内容 申请渠道 申请方式 申请流程 申请办理 申请受理 受理点 受理机关 受理渠道 公开栏 公开栏目 信息化 信息员 文件夹 备案 立案 办理流程 办理情况 中心 中央 未来 无障碍 无偿 对口 对照 因地制宜 比如 比较 一是 二是 三是 四是 五是 将来 起来 起草 人员 人民 人民群众 有效 有序 为民 为主 为了 为准 本地 度假 等级 全部门 共同 公共 已有 的士 是否 达标 近距离 人次 处理费管理办法 涉密 涉企 超前 上级 少数 多数 多次 少年 上门 上线 上墙 上传下达',
);

/** The words of the grammar; a word has the number of its place plus one, and 0 is none. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly words: readonly Word[];
  /** The kind of each word, by its number. */
  readonly kinds: Uint8Array;
}

let vocabulary: Vocabulary | undefined;

/** The words of the grammar with the rows of both forms; built once. */
export function theVocabulary(): Vocabulary {
  vocabulary ??= buildVocabulary();
  return vocabulary;
}

const plain: Word[] = [];

/** The word that a token is; of one that was resolved from several, its kind alone. */
export function wordAt({ kinds, data }: Tokens, at: number): Word {
  const kind = kinds[at] as number;
  const number = data[at] as number;
  if (number > 0) return theVocabulary().words[number] as Word;
  plain[kind] ??= { kind: kindAt(kind) };
  return plain[kind];
}

function buildVocabulary(): Vocabulary {
  const spellings: string[] = [];
  const words: Word[] = [{ kind: 'text' }];
  const add = (word: Word, written: readonly string[]) => {
    for (const each of written) {
      spellings.push(each);
      words.push(word);
    }
  };
  for (const form of [FORM_2019, FORM_2021]) addRows(form, add);
  for (const [kind, written] of WORDS) add({ kind }, list(written));
  for (const [kind, name, written] of NAMED) add({ kind, name }, list(written));
  add({ kind: 'text' }, OTHERS);
  const kinds = Uint8Array.from(words, ({ kind }) => kindIndex(kind));
  return { lexicon: buildLexicon(spellings), words, kinds };
}

/** The rows under （三）不予公开 and the other groups, by their labels and the other wordings that the form knows. */
function addRows(form: Form, add: (word: Word, written: readonly string[]) => void): void {
  const requests = form.tables.find(({ number }) => number === 3);
  for (const { label, aliases, group } of requests?.rows ?? []) {
    const name = withoutOrdinal(fold(label));
    if (!group?.ordinal || name === '其他') continue;
    add({ kind: 'outcome', name }, [label.replace(/^\d\./, ''), ...aliases]);
  }
}
