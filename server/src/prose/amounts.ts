import { digitOf } from '../text/characters.ts';
import { MAX_DIGITS } from '../text/numerals.ts';
import { buildLexicon, longestWord } from './lexicon.ts';
import type { Paragraph } from './paragraphs.ts';

/** A number as prose writes it, from `start` to `end` in the paragraph's codes. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly writing: 'digits' | 'chinese';
  /** `3-5件`, `1 2件`, `18,5件`: which number is meant cannot be said. */
  readonly unsure: boolean;
}

const LINE_FEED = 0x0a;

/** Reads ASCII or full-width digits with separators and decimals; undefined when no digit stands at `at`. */
export function readDigits(text: string, { codes, offsets }: Paragraph, at: number): Numeral | undefined {
  if (digitOf(codes[at] as number) < 0) return undefined;
  let written = '';
  let point = -1;
  let group = -1;
  let unsure = false;
  let to = at;
  for (; to < codes.length; to++) {
    const code = codes[to] as number;
    const next = to + 1 < codes.length ? digitOf(codes[to + 1] as number) : -1;
    if (to > at && isTorn(text, offsets[to - 1] as number, offsets[to] as number)) {
      if (digitOf(code) >= 0) unsure = true;
      else if (code === 0x2c || code === 0x2e) break;
    }
    if (digitOf(code) >= 0) {
      if (written.length <= MAX_DIGITS) written += String.fromCharCode(code);
      if (group >= 0) group++;
    } else if (code === 0x2c && point < 0 && next >= 0) {
      unsure ||= group >= 0 ? group !== 3 : written.length > 3;
      group = 0;
    } else if (code === 0x2e && point < 0 && next >= 0) {
      unsure ||= group >= 0 && group !== 3;
      point = written.length;
      group = -1;
    } else break;
  }
  unsure ||= (group >= 0 && group !== 3) || written.length > MAX_DIGITS;
  const decimals = point < 0 ? 0 : written.length - point;
  const value = Number(point < 0 ? written : `${written.slice(0, point)}.${written.slice(point)}`);
  return { start: at, end: to, value, decimals, writing: 'digits', unsure };
}

/** Whether blanks stand between two digits; the end of a line that a page broke is none. */
function isTorn(text: string, before: number, after: number): boolean {
  return after > before + 1 && !hasBreak(text, before, after);
}

function hasBreak(text: string, before: number, after: number): boolean {
  for (let at = before + 1; at < after; at++) if (text.charCodeAt(at) === LINE_FEED) return true;
  return false;
}

const DIGITS = '〇一二三四五六七八九';
const POWERS: ReadonlyMap<number, number> = new Map([
  [0x5341, 10],
  [0x767e, 100],
  [0x5343, 1000],
]);
const MYRIAD = 0x4e07;

/** 0–9 for `〇`, `零`, `两` and the like, otherwise -1. */
export function chineseDigit(code: number): number {
  if (code === 0x96f6) return 0;
  if (code === 0x4e24) return 2;
  return CHINESE.get(code) ?? -1;
}

const CHINESE: ReadonlyMap<number, number> = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));

/** 九千九百九十九万九千九百九十九 */
const LONGEST_CHINESE = 16;

/** Reads `十二`, `一百零三`, `两万`; undefined when no numeral stands at `at`. `三四十` is unsure. */
export function readChinese({ codes }: Paragraph, at: number): Numeral | undefined {
  let total = 0;
  let part = 0;
  let digit = -1;
  let unsure = false;
  let to = at;
  const limit = Math.min(codes.length, at + LONGEST_CHINESE);
  for (; to < limit; to++) {
    const code = codes[to] as number;
    const value = chineseDigit(code);
    const power = POWERS.get(code);
    if (value >= 0) {
      unsure ||= digit > 0;
      digit = value;
    } else if (power !== undefined) {
      part += (digit < 0 ? 1 : digit) * power;
      digit = -1;
    } else if (code === MYRIAD && to > at && total === 0) {
      total = (part + Math.max(digit, 0)) * 10_000;
      part = 0;
      digit = -1;
    } else break;
  }
  if (to === at) return undefined;
  return { start: at, end: to, value: total + part + Math.max(digit, 0), decimals: 0, writing: 'chinese', unsure };
}

/** Measure words; those of the first group count requests, reviews, documents and decisions. */
const COUNTING = '件 条 起 例 宗 次 份 个 项 篇 笔 则 部 万元 元';
const OTHER_UNITS =
  '人次 人 期 场 处 台 名 家 户 批 批次 类 种 字 幅 张 块 页 届 倍 位 周 辆 所 万字 个百分点 百分点 个栏目 个专栏 件次 条次 次数 人员 场次 项次 亿元 千元 分 级 轮 岁 套 支 次会议 封 通 本 册 卷 枚 盒 间 趟 遍 点 组 队 座 片 路 员 亩 公里 米 平方米';

/** `20个工作日内` says how fast, and counts nothing. */
const DURATIONS = '天 小时 分钟 个工作日 工作日 个月 个小时';

export type UnitKind = 'counting' | 'other' | 'duration';

const unitsOf = (units: string, kind: UnitKind) => units.split(' ').map((unit) => [unit, kind] as const);

const UNITS = buildLexicon<UnitKind>([
  ...unitsOf(COUNTING, 'counting'),
  ...unitsOf(OTHER_UNITS, 'other'),
  ...unitsOf(DURATIONS, 'duration'),
]);

/** The measure word at `at`, and what it counts. */
export function readUnit(codes: readonly number[], at: number): { length: number; kind: UnitKind } | undefined {
  const found = longestWord(UNITS, codes, at);
  return found && { length: found.length, kind: found.meaning ?? 'other' };
}
