import { COLUMN_TOTAL, groupRows, ROW_CARRIED_IN, ROW_RECEIVED } from './forms.ts';
import * as form from './labels.ts';
import { formOf, type Numbers } from './numbers.ts';
import { countText, type Style } from './style.ts';

/** The prose of a report; all of it is invented, and what it counts agrees with the tables. */
export interface Prose {
  /** The paragraph before the five aspects; empty in some wordings. */
  readonly overview: string;
  /** One text for each of the five aspects. */
  readonly aspects: readonly string[];
  /** The paragraphs of section 五. */
  readonly problems: readonly string[];
  /** The paragraphs of section 六, the statement on 信息处理费 among them. */
  readonly others: readonly string[];
}

/** What a wording can draw on. */
interface Source {
  readonly numbers: Numbers;
  /** The year as the prose writes it, without 年. */
  readonly year: (offset: 0 | 1) => string;
  readonly count: (value: number) => string;
  /** 总计 or another column of a row of table 3, as text; negative rows count from the last one. */
  readonly request: (row: number, column?: number) => string;
  /** A number that belongs to no table, below `limit`; the same slot gives the same number. */
  readonly other: (slot: number, limit: number) => string;
}

/** The last two rows of table 3 in either form. */
const OUTCOME_TOTAL = -2;
const CARRIED_OUT = -1;

type Wording = (source: Source) => string;

/** A small integer hash, so that the wordings of different places vary independently of each other. */
const mix = (seed: number, slot: number): number => {
  let hash = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(slot + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

const OVERVIEWS: readonly Wording[] = [
  ({ year }) => `${year(0)}年，本单位把政府信息公开列入日常事务，按月梳理、按季通报，全年运转有序。`,
  ({ year }) => `本报告由本单位依法编制，统计口径为${year(0)}年1月1日至${year(0)}年12月31日。`,
  () => '',
];

const PUBLICATION: readonly Wording[] = [
  ({ other }) => `在门户网站登载各类消息${other(1, 900)}条，在办事窗口张贴告示${other(2, 40)}期。`,
  ({ numbers: { form: which, table2 }, count }) => {
    const [made, repealed, valid] = table2[1] ?? [];
    // The form of 2019 counts documents and permits otherwise.
    if (which === '2019')
      return `规范性文件对外公开总数量${count(valid ?? 0)}件，本年新公开${count(repealed ?? 0)}件。`;
    return `制发行政规范性文件${count(made ?? 0)}件，废止${count(repealed ?? 0)}件，现行有效${count(valid ?? 0)}件；办理行政许可${count(table2[2]?.[0] ?? 0)}件。`;
  },
  ({ other }) => `对照目录逐项核对栏目，补录缺漏内容${other(3, 60)}处，新增图解${other(4, 30)}篇。`,
];

const reviews = ({ numbers: { table4 }, count }: Source): string =>
  `因政府信息公开引发行政复议${count(table4[4] ?? 0)}件、行政诉讼${count(sum([table4[9], table4[14]]))}件。`;

const outcomes = ({ numbers, count }: Source): string =>
  groupRows(formOf(numbers))
    .map(({ name, first, end }) => {
      const totals = numbers.table3.slice(first, end).map((row) => row[COLUMN_TOTAL]);
      return `${name}${count(sum(totals))}件`;
    })
    .join('、');

const REQUESTS: readonly Wording[] = [
  (source) =>
    `${source.year(0)}年，收到政府信息公开申请${source.request(ROW_RECEIVED)}件，上年结转${source.request(ROW_CARRIED_IN)}件，办结${source.request(OUTCOME_TOTAL)}件，结转下年度继续办理${source.request(CARRIED_OUT)}件。${reviews(source)}`,
  (source) => {
    const organisations = sum(source.numbers.table3[ROW_RECEIVED]?.slice(1, COLUMN_TOTAL) ?? []);
    return `新收政府信息公开申请${source.request(ROW_RECEIVED)}件，其中自然人${source.request(ROW_RECEIVED, 0)}件、法人或其他组织${source.count(organisations)}件；上年结转${source.request(ROW_CARRIED_IN)}件。办结${source.request(OUTCOME_TOTAL)}件，结转到${source.year(1)}年继续办理${source.request(CARRIED_OUT)}件。${reviews(source)}`;
  },
  (source) =>
    `全年收到申请${source.request(ROW_RECEIVED)}件，上年结转${source.request(ROW_CARRIED_IN)}件。办结${source.request(OUTCOME_TOTAL)}件，其中${outcomes(source)}。结转下年度${source.request(CARRIED_OUT)}件。${reviews(source)}`,
];

/** Reports without any request mostly say so in words; the words claim a zero like a number does. */
const NO_REQUESTS: Wording = (source) => `${source.year(0)}年，未收到政府信息公开申请。${reviews(source)}`;

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

const source = (numbers: Numbers, style: Style): Source => {
  const count = (value: number) => countText(value, style);
  return {
    numbers,
    count,
    // 结转到 2025 年: next year's number stands inside a sentence, this year's begins one.
    year: (offset) => {
      const year = String(numbers.year + offset);
      return style.proseSpace ? `${offset === 1 ? ' ' : ''}${year} ` : year;
    },
    request: (row, column = COLUMN_TOTAL) => count(numbers.table3.at(row)?.[column] ?? 0),
    other: (slot, limit) => count(1 + (mix(style.wording, slot) % limit)),
  };
};

/** Writes the prose that goes with the numbers; `style.wording` chooses among the wordings. */
export function proseOf(numbers: Numbers, style: Style): Prose {
  const from = source(numbers, style);
  const choose = <T>(choices: readonly T[], slot: number): T =>
    choices[style.wording === 0 ? 0 : mix(style.wording, slot) % choices.length] as T;
  const idle = [ROW_RECEIVED, ROW_CARRIED_IN, CARRIED_OUT].every((row) => numbers.table3.at(row)?.[COLUMN_TOTAL] === 0);
  const requests = idle && style.wording % 2 === 1 ? NO_REQUESTS : choose(REQUESTS, 102);
  const aspects = [choose(PUBLICATION, 101), requests, choose(MANAGEMENT, 103), choose(PLATFORM, 104)];
  return {
    overview: choose(OVERVIEWS, 100)(from),
    aspects: [...aspects, choose(OVERSIGHT, 105)].map((wording) => wording(from)),
    problems: choose(PROBLEMS, 106).map((wording) => wording(from)),
    others: [choose(FEES, 107)(from)],
  };
}

const SUFFIXES = ['', '情况', '方面'] as const;

/** The headings of the five aspects without their ordinals, in one of the usual forms. */
export function aspectNames(style: Style): string[] {
  const suffix = SUFFIXES[style.wording % SUFFIXES.length] ?? '';
  return form.ASPECTS.map((name) => name + suffix);
}
