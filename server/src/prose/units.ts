import { buildLexicon, type Lexicon } from './lexicon.ts';

/** It counts something of the form. */
export const COUNTS = 1;
/** It may count requests, their outcomes and applicants. */
export const OF_REQUESTS = 2;
/** It may count requests where the noun itself is there: 收到8项申请, but not 办理事项20项. */
export const WITH_NOUN = 4;
export const OF_REVIEWS = 8;
export const OF_DOCUMENTS = 16;
export const OF_DECISIONS = 32;
export const OF_MONEY = 64;
/** `20个工作日内` says how fast, and counts nothing. */
export const DURATION = 128;

/** Measure words by what they can count. The longest one counts: 人次 is no 次. */
const UNITS: readonly (readonly [number, string])[] = [
  [COUNTS | OF_REQUESTS | OF_REVIEWS | OF_DOCUMENTS | OF_DECISIONS, '件'],
  [COUNTS | OF_REQUESTS | OF_REVIEWS | OF_DECISIONS, '起 例 宗'],
  [COUNTS | OF_REQUESTS | OF_REVIEWS, '条'],
  [COUNTS | OF_REQUESTS, '笔 件次'],
  [COUNTS | OF_REQUESTS | OF_DOCUMENTS, '份'],
  [COUNTS | WITH_NOUN | OF_DOCUMENTS, '个 项'],
  [COUNTS | WITH_NOUN | OF_REVIEWS, '次'],
  [COUNTS | OF_DOCUMENTS, '部'],
  [COUNTS, '篇 则'],
  [COUNTS | OF_MONEY, '万元 元'],
  [DURATION, '天 小时 分钟 个工作日 工作日 个月 个小时'],
  [
    0,
    '人次 人 期 场 处 台 名 家 户 批 批次 类 种 字 幅 张 块 页 届 倍 位 周 辆 所 万字 个百分点 百分点 个栏目 个专栏 条次 次数 人员 场次 项次 亿元 千元 分 级 轮 岁 套 支 次会议 封 通 本 册 卷 枚 盒 间 趟 遍 点 组 队 座 片 路 员 亩 公里 米 平方米',
  ],
];

/** What stands behind a number that counts: measure words by their first sign, 余 and 万 before them, per cent. */
export const COUNTED_SIGNS = '件条次个篇期场人份宗起例项家名位部类批则处余多万亿元%％‰';

export interface Units {
  readonly lexicon: Lexicon;
  /** The number of what has no measure word: 0 at the end of a clause (行政复议为0). */
  readonly bare: number;
  /** By number of the unit. */
  readonly names: readonly string[];
  readonly features: Uint8Array;
}

let units: Units | undefined;

/** Built once. */
export function theUnits(): Units {
  units ??= buildUnits();
  return units;
}

function buildUnits(): Units {
  const names = [''];
  const features = [0];
  for (const [feature, written] of UNITS) {
    for (const name of written.split(' ')) {
      names.push(name);
      features.push(feature);
    }
  }
  const lexicon = buildLexicon(names.slice(1));
  names.push('');
  features.push(COUNTS | OF_REQUESTS | OF_REVIEWS | OF_DOCUMENTS | OF_DECISIONS);
  return { lexicon, bare: names.length - 1, names, features: Uint8Array.from(features) };
}
