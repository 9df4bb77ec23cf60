import type { Report } from '../report/report.ts';
import { codesOf } from '../text/characters.ts';
import { simplifiedText } from '../text/traditional.ts';
import { buildLexicon, lengthOf, longestWord, wordOf } from './lexicon.ts';
import { aliasesOf, type IsOwn, ownNames, shortens, ZONES } from './own-name.ts';

/** Whose numbers a sentence gives: this organ's, those of all offices of its area, or another office's. */
export type Scope = 'own' | 'area' | 'office';

const AREAS =
  '全市 全区 全县 全省 全州 全旗 各级 各部门 各单位 各镇 各乡 各街道 各科室 各地 市直 区直 县直 行政机关'.split(' ');
const OFFICES = '局 委 办 厅 政府 街道 办公室 委员会 办事处 中心 公司 法院 部门 单位 科室 镇 乡 院 所 站 队 处'.split(
  ' ',
);
/** They hold the name of an office and are none. */
const NO_OFFICES =
  '政府信息 政府网站 政府门户 政府公报 政府工作 格局 布局 大局 结局 全局 委托 办理 办事 办法 办结 承办 交办 督办 举办 开办 到位 处理 法治政府 数字政府 阳光政府 服务型政府 政府采购 政府购买 政府债务 政府投资 政府会议 政府常务 政府文件 政府规章 政府建设 政府环境 处罚 处分 队伍 场所 住所 委员 院校 部门信箱 部门网站 部门频道 部门动态 部门文件 部门职责 部门预算 乡村 乡镇企业 所有 所属 所需 好处 处置 学院 处室'.split(
    ' ',
  );

/** Areas first, then offices, then what is neither. */
const NAMES = buildLexicon([...AREAS, ...OFFICES, ...NO_OFFICES]);

function scopeOfWord(word: number): 'area' | 'office' | undefined {
  if (word <= AREAS.length) return 'area';
  return word <= AREAS.length + OFFICES.length ? 'office' : undefined;
}

/** The first office or area whose name begins in `codes[start, end)` of so many codes; `end` is behind its name. */
export function findOffice(codes: ArrayLike<number>, start: number, end: number, length: number) {
  for (let at = start; at < end; ) {
    const found = longestWord(NAMES, codes, at, length);
    const scope = found === 0 ? undefined : scopeOfWord(wordOf(found));
    if (scope) return { scope, end: at + lengthOf(found) };
    at += Math.max(lengthOf(found), 1);
  }
  return undefined;
}

/** What a name in `codes[start, end)` is to the organ of the report; undefined when it is no name of an office. */
export type ScopeOf = (codes: ArrayLike<number>, start: number, end: number) => Scope | undefined;

const TOWNS = '镇乡街道处';
/** What a name of the organ itself begins with; what names in full end with where short ones do not. */
const OWN_STARTS = codesOf('我本全');
const FULL_ENDS = codesOf('府室处会');
const TOWN_ENDS = codesOf(TOWNS);

const AREA_END = '区'.charCodeAt(0);

/** A name longer than this is none of the organ itself. */
const LONGEST_NAME = 60;

/** What the name of an organ tells of the names that prose has for it. */
interface Organ {
  readonly agency: string;
  /** 砚泠高新技术产业开发区管委会; empty for one that governs no zone. */
  readonly zone: string;
  readonly town: boolean;
  /** Characters with which a name of its own may end. */
  readonly ends: readonly number[];
  readonly isOwn: IsOwn;
}

function readOrgan(agency: string): Organ {
  const name = simplifiedText(agency);
  const zone = aliasesOf(name)[0] ?? '';
  const aliases = aliasesOf(shorten(name));
  const town = TOWNS.includes(aliases[0]?.replace(/(?:政府|办)$/, '').at(-1) ?? ' ');
  const ends = aliases.map((each) => each.charCodeAt(each.length - 1));
  return {
    agency,
    zone: ZONES.test(zone) ? zone : '',
    town,
    ends: [...FULL_ENDS, ...(town ? TOWN_ENDS : []), ...ends],
    isOwn: ownNames(aliases),
  };
}

let last: Organ | undefined;

/** The reports that are read one after the other are mostly versions of one. */
function organOf({ agency }: Report): Organ {
  if (last?.agency !== agency) last = readOrgan(agency);
  return last;
}

/** Whether the organ governs a zone: then 我区 and 高新区 are the organ itself. */
export const isZone = (report: Report): boolean => organOf(report).zone !== '';

export function scopeReader(report: Report): ScopeOf {
  const { zone, town, ends, isOwn } = organOf(report);
  return (codes, start, stop) => {
    const end = Math.min(stop, start + LONGEST_NAME);
    const mayBeOwn = OWN_STARTS.has(codes[start] as number) || ends.includes(codes[end - 1] as number);
    if (zone !== '' && codes[end - 1] === AREA_END && shortens(textOf(codes, start, end), zone)) return 'own';
    const scope = mayBeOwn ? ownScope(textOf(codes, start, end), isOwn, town) : undefined;
    return scope ?? officeIn(codes, start, end) ?? areaNamed(codes, start, end);
  };
}

const AREA_ENDS = Array.from('市县区省州旗', (character) => character.charCodeAt(0));
const LONGEST_AREA = 6;

/** `砚泠市共收到…`: all of it, where nothing says otherwise. */
function areaNamed(codes: ArrayLike<number>, start: number, end: number): Scope | undefined {
  return end - start <= LONGEST_AREA && AREA_ENDS.includes(codes[end - 1] as number) ? 'area' : undefined;
}

function textOf(codes: ArrayLike<number>, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(codes[at] as number);
  return text;
}

/** Whether the organ itself is named (本局, 县政府办), or all of its area; undefined for anybody else. */
function ownScope(name: string, isOwn: IsOwn, town: boolean): Scope | undefined {
  const subject = shorten(name);
  const own = '我本'.includes(subject[0] ?? ' ') ? subject.slice(1) : subject;
  if (isOwn(own)) return 'own';
  if (subject.length > 6) return undefined;
  if (/^[我本全](?:镇|乡|街道)(?:政府|党委政府)?$/.test(subject)) return town ? 'own' : 'area';
  return /^[我本全](?:市|区|县|省|州|旗)$/.test(subject) ? 'area' : undefined;
}

function officeIn(codes: ArrayLike<number>, start: number, end: number): Scope | undefined {
  let found: Scope | undefined;
  for (let at = start; at < end; ) {
    const office = findOffice(codes, at, end, end);
    if (!office) break;
    if (office.scope === 'area') return 'area';
    found = office.scope;
    at = office.end;
  }
  return found;
}

/** 砚泠区人民政府办公室 and 区政府办 are written in many lengths. */
function shorten(name: string): string {
  return name
    .replaceAll('人民政府', '政府')
    .replaceAll('办公室', '办')
    .replaceAll('办事处', '办')
    .replaceAll('委员会', '委');
}
