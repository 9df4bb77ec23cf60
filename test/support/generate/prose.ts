import { type Claims, requestProse } from './claims.ts';
import { COLUMN_TOTAL, ROW_CARRIED_IN, ROW_RECEIVED } from './forms.ts';
import * as form from './labels.ts';
import { formOf, type Numbers } from './numbers.ts';
import { type Kind, publicationSentence, requestSentences } from './sentences.ts';
import { chineseText, countText, type Style } from './style.ts';

/** A number that a sentence claims; its kind where the wording stands in the table of wordings. */
export interface Claimed {
  readonly value: number;
  readonly kind: Kind | undefined;
}

/** The prose of a report; all of it is invented, and what it counts agrees with the tables. */
export interface Prose {
  /** The paragraph before the five aspects; empty in some wordings. */
  readonly overview: string;
  /** One text for each of the five aspects. */
  readonly aspects: readonly string[];
  /** The paragraphs of section 五. */
  readonly problems: readonly string[];
  /** What the prose claims of the tables, in the order of the text; words that say none claim 0. */
  readonly claims: readonly Claimed[];
  /** How often it says that all was settled. */
  readonly settled: number;
  /** The paragraphs of section 六, the statement on 信息处理费 among them. */
  readonly others: readonly string[];
}

/** What a wording can draw on. */
type Source = Claims;

type Wording = (source: Source) => string;

/** A small integer hash, so that the wordings of different places vary independently of each other. */
const mix = (seed: number, slot: number): number => {
  let hash = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(slot + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};

const OVERVIEWS: readonly Wording[] = [
  ({ year }) => `${year(0)}年，本单位把政府信息公开列入日常事务，按月梳理、按季通报，全年运转有序。`,
  ({ year }) => `本报告由本单位依法编制，统计口径为${year(0)}年1月1日至${year(0)}年12月31日。`,
  () => '',
];

const PUBLICATION: readonly Wording[] = [
  ({ other }) => `在门户网站登载各类消息${other(1, 900)}条，在办事窗口张贴告示${other(2, 40)}期。`,
  ({ numbers: { form: which, table2 }, claim }) => {
    const [made, repealed, valid] = table2[1] ?? [];
    // The form of 2019 counts documents and permits otherwise.
    if (which === '2019')
      return `规范性文件对外公开总数量${claim(valid ?? 0)}件，本年新公开${claim(repealed ?? 0)}件。`;
    return `制发行政规范性文件${claim(made ?? 0)}件，废止${claim(repealed ?? 0)}件，现行有效${claim(valid ?? 0)}件；办理行政许可${claim(table2[2]?.[0] ?? 0)}件。`;
  },
  ({ other }) => `对照目录逐项核对栏目，补录缺漏内容${other(3, 60)}处，新增图解${other(4, 30)}篇。`,
  (source) => (formOf(source.numbers) === '2019' ? '' : publicationSentence('documents', source)),
  (source) => (formOf(source.numbers) === '2019' ? '' : publicationSentence('decisions', source)),
];

const MANAGEMENT: readonly Wording[] = [
  () => '拟文时同步标注公开属性，发文前由法制岗和保密岗各核一遍，做到件件留痕。',
  ({ other }) => `按年度给文件编目归档，复核旧文公开属性${other(5, 80)}份，发现错漏随时更正。`,
];

const PLATFORM: readonly Wording[] = [
  () => '门户网站专人值守，链接、附件每周点检；公众号与网站同源发布，避免口径不一。',
  ({ other }) => `为便民查阅点添置终端${other(6, 9)}台，网站检索改为按主题排列。`,
];

const OVERSIGHT: readonly Wording[] = [
  () => '公开事项纳入科室考核，邀请居民代表座谈评议；未出现责任追究情形。',
  ({ other }) => `组织业务研讨${other(7, 12)}场，请服务对象打分评议，考核结果与评优挂钩，无人被追究责任。`,
];

const PROBLEMS: readonly (readonly Wording[])[] = [
  [() => '主要问题：解读文章偏少，篇幅偏长，读者不易抓住要点。', () => '改进情况：约请经办人写短稿，配发问答。'],
  [() => '一是个别科室供稿不及时，二是目录颗粒度偏粗。下一步，将排出供稿日历，逐栏细化目录，并请基层人员试用。'],
];

const FEES: readonly Wording[] = [
  ({ year }) => `对照《政府信息公开信息处理费管理办法》，${year(0)}年度没有收取信息处理费。`,
  () => '本年度依国办函〔2020〕109号文件核算，信息处理费收取金额为0元。',
  ({ year }) => `${year(0)}年，本单位未收取信息处理费，也没有另需说明的事项。`,
];

/** The plain style takes the first of all choices. */
const chooser =
  ({ wording }: Style) =>
  <T>(choices: readonly T[], slot: number): T =>
    choices[wording === 0 ? 0 : mix(wording, slot) % choices.length] as T;

/** Small numbers are sometimes written in Chinese; a measure word follows each of them. */
const CHINESE_BELOW = 100;

const source = (numbers: Numbers, style: Style, found: Claimed[], settled: { count: number }): Source => {
  const choose = chooser(style);
  return {
    numbers,
    choose,
    claim: (value, kind) => {
      found.push({ value, kind });
      const chinese = value < CHINESE_BELOW && choose([false, false, false, true], 200 + found.length);
      return chinese ? chineseText(value) : countText(value, style);
    },
    zero: (words, kind) => {
      found.push({ value: 0, kind });
      return words;
    },
    settles: () => {
      settled.count += 1;
    },
    // 结转到 2025 年: another year's number stands inside a sentence, this year's begins one.
    year: (offset) => {
      const year = String(numbers.year + offset);
      return style.proseSpace ? `${offset === 0 ? '' : ' '}${year} ` : year;
    },
    other: (slot, limit) => countText(1 + (mix(style.wording, slot) % limit), style),
  };
};

/** Writes the prose that goes with the numbers; `style.wording` chooses among the wordings. */
export function proseOf(numbers: Numbers, style: Style): Prose {
  const claims: Claimed[] = [];
  const settled = { count: 0 };
  const from = source(numbers, style, claims, settled);
  const choose = chooser(style);
  const idle = [ROW_RECEIVED, ROW_CARRIED_IN, -1].every((row) => numbers.table3.at(row)?.[COLUMN_TOTAL] === 0);
  const requests: Wording = (each) => (choose([false, true], 108) ? requestSentences(each) : requestProse(each, idle));
  const aspects = [choose(PUBLICATION, 101), requests, choose(MANAGEMENT, 103), choose(PLATFORM, 104)];
  return {
    overview: choose(OVERVIEWS, 100)(from),
    aspects: [...aspects, choose(OVERSIGHT, 105)].map((wording) => wording(from)),
    problems: choose(PROBLEMS, 106).map((wording) => wording(from)),
    others: [choose(FEES, 107)(from)],
    claims,
    settled: settled.count,
  };
}

const SUFFIXES = ['', '情况', '方面'] as const;

/** The headings of the five aspects without their ordinals, in one of the usual forms. */
export function aspectNames(style: Style): string[] {
  const suffix = SUFFIXES[style.wording % SUFFIXES.length] ?? '';
  return form.ASPECTS.map((name) => name + suffix);
}
