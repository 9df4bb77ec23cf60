import type { Report, Section } from '../report/report.ts';
import { isSpace } from '../text/characters.ts';
import { CHINESE_ORDINALS } from '../text/chinese-numerals.ts';
import { Hash } from '../text/hash.ts';
import { pushTo } from '../text/push-to.ts';
import { skipBlank, skipTag } from '../text/tags.ts';
import { countingTable, eachGram, GRAM, LINE_END, MARKUP, SENTENCE_END } from './gram.ts';

/**
 * Below so many Chinese characters a section says little that could differ from year to year: 本年度未收到申请 is true
 * of many years, and no copy.
 */
const LEAST = 80;
/** A sentence that holds one of these is prescribed, or the same every year for good reason: it counts as no prose. */
const FORMULAS = [
  // The opening, by Article 50 of the 条例: on what authority the report was written and what it covers.
  ...['信息公开条例', '本报告', '年度报告', '编制', '起至', '日止', '统计期限'],
  // How to reach the organ.
  ...['请与', '请联系', '联系电话', '联系地址', '邮编', '邮政编码', '下载'],
  // 国办函〔2020〕109号 has the fee stated every year.
  ...['处理费', '其他需要报告', '需要报告的事项', '需要报告的其他', '需要说明'],
];
/** What a web page prints below a text; from here on nothing belongs to the report. */
const FOOTERS = [
  '版权所有',
  '主办单位',
  '主办：',
  '承办单位',
  '网站标识码',
  'ICP备',
  '公网安备',
  '网站地图',
  '上一篇',
  '下一篇',
];
/** What a sub-heading begins with; a short line that does and does not end its sentence is one. */
const HEADING_STARTS = `（(#*0123456789${CHINESE_ORDINALS}`;
const LONGEST_HEADING = 16;

/** A gram of the prose: its hash (unsigned, 32 bits), and from where to where it stands in the text. */
export type SeeGram = (hash: number, start: number, end: number) => void;

/**
 * Reads the prose of a section: `see` is called for every gram in it. Formulas and sub-headings are left out; digits,
 * blanks and punctuation do not count.
 *
 * @returns a number that is the same for two texts that differ in nothing but digits, blanks and punctuation; undefined
 * when there is too little prose, or a table among it whose labels would count as such
 */
export function readOwnWords({ text, tables }: Report, { body }: Section, see: SeeGram): number | undefined {
  if (tables.some(({ head, span }) => head < body.end && span.end > body.start)) return undefined;
  const counting = countingTable();
  const end = footerIn(text, body.start, body.end);
  const hash = new Hash();
  const sentence = new Sentence(see);
  let line = body.start;
  for (let at = body.start; at < end; at++) {
    const code = counting[text.charCodeAt(at)] as number;
    if (code > LINE_END) {
      hash.add(code);
      sentence.add(code, at);
    } else if (code === SENTENCE_END) sentence.end();
    else if (code === MARKUP) at = Math.max(at, skipBlank(text, skipTag(text, at, end), end) - 1);
    else if (code === LINE_END) {
      if (sentence.isShort && beginsHeading(text, line, at)) sentence.drop();
      line = at + 1;
    }
  }
  sentence.end();
  if (sentence.characters < LEAST) return undefined;
  const [high, low] = hash.halves();
  // 53 bits make a number.
  return 0x100000000 * (0x1fffff & low) + high;
}

/** What is longer is taken for several sentences. */
const LONGEST = 512;
const codes = new Uint16Array(LONGEST);
const places = new Uint32Array(LONGEST);

/** The sentence that is being read; its grams count once it is known to be no formula. */
class Sentence {
  /** How many characters all sentences had that count. */
  characters = 0;
  private length = 0;
  private isFormula = false;
  private readonly seePlaced: (hash: number, at: number) => void;

  constructor(see: SeeGram) {
    this.seePlaced = (hash, at) => see(hash, places[at] as number, (places[at + GRAM - 1] as number) + 1);
  }

  get isShort(): boolean {
    return this.length > 0 && this.length <= LONGEST_HEADING;
  }

  add(code: number, at: number): void {
    if (this.length === LONGEST) this.end();
    codes[this.length] = code;
    places[this.length++] = at;
    if (FORMULA_ENDS[code] && BY_END.get(code)?.some((formula) => this.endsWith(formula))) this.isFormula = true;
  }

  end(): void {
    if (!this.isFormula) {
      this.characters += this.length;
      eachGram(codes, this.length, this.seePlaced);
    }
    this.drop();
  }

  drop(): void {
    this.length = 0;
    this.isFormula = false;
  }

  private endsWith(formula: string): boolean {
    let at = this.length - formula.length;
    if (at < 0) return false;
    for (let each = 0; each < formula.length; each++) if (codes[at++] !== formula.charCodeAt(each)) return false;
    return true;
  }
}

/** The formulas by their last character, and which characters those are. */
const BY_END = new Map<number, string[]>();
const FORMULA_ENDS = new Uint8Array(0x10000);
for (const formula of FORMULAS) {
  const last = formula.charCodeAt(formula.length - 1);
  pushTo(BY_END, last, formula);
  FORMULA_ENDS[last] = 1;
}

function beginsHeading(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at < end && HEADING_STARTS.includes(text[at] as string);
}

function footerIn(text: string, start: number, end: number): number {
  const body = text.slice(start, end);
  return FOOTERS.reduce((least, word) => {
    const at = body.indexOf(word);
    return at >= 0 ? Math.min(least, start + at) : least;
  }, end);
}
