import type { Report, Section } from '../report/report.ts';
import { halfWidth, isHan } from '../text/characters.ts';
import { Hash } from '../text/hash.ts';
import { skipBlank, skipTag } from '../text/tags.ts';

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
const NUMERALS = '〇零一二三四五六七八九十百千万两';
const SENTENCE_ENDS = '。；！？;!?';

/** By code unit what counts of it, half-width: Chinese characters and letters. Digits, in whatever script, may differ. */
let counting: Uint16Array | undefined;
/** In the table: the sentence ends here, or a tag or an entity may begin. */
const SENTENCE_END = 1;
const MARKUP = 2;

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) {
    const half = halfWidth(code);
    const isLetter = (half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a);
    if (isLetter || isHan(half)) table[code] = half;
  }
  for (const numeral of NUMERALS) table[numeral.charCodeAt(0)] = 0;
  for (const mark of SENTENCE_ENDS) table[mark.charCodeAt(0)] = SENTENCE_END;
  for (const mark of '<&') table[mark.charCodeAt(0)] = MARKUP;
  return table;
}

/**
 * A number for the prose of a section, the same for two texts that differ in nothing but digits, blanks and
 * punctuation. Undefined when there is too little prose, or a table among it whose labels would count as such.
 */
export function fingerprint({ text, tables }: Report, { body }: Section): number | undefined {
  if (tables.some(({ head, span }) => head < body.end && span.end > body.start)) return undefined;
  counting ??= makeTable();
  const end = footerIn(text, body.start, body.end);
  const hash = new Hash();
  const prose = newProse();
  for (let at = body.start; at < end; at++) {
    const code = counting[text.charCodeAt(at)] as number;
    if (code > MARKUP) {
      hash.add(code);
      prose.add(code);
    } else if (code === SENTENCE_END) prose.endSentence();
    else if (code === MARKUP) at = Math.max(at, skipBlank(text, skipTag(text, at, end), end) - 1);
  }
  prose.endSentence();
  if (!prose.isEnough()) return undefined;
  const [high, low] = hash.halves();
  // 53 bits make a number.
  return 0x100000000 * (0x1fffff & low) + high;
}

/** Counts characters of sentences that are no formulas; once they are enough no sentence need be looked at any more. */
function newProse(): { add: (code: number) => void; endSentence: () => void; isEnough: () => boolean } {
  let characters = 0;
  let sentence = '';
  const isEnough = () => characters >= LEAST;
  return {
    add: (code) => {
      if (!isEnough()) sentence += String.fromCharCode(code);
    },
    endSentence: () => {
      if (!isEnough() && !FORMULAS.some((formula) => sentence.includes(formula))) characters += sentence.length;
      sentence = '';
    },
    isEnough,
  };
}

function footerIn(text: string, start: number, end: number): number {
  const body = text.slice(start, end);
  return FOOTERS.reduce((least, word) => {
    const at = body.indexOf(word);
    return at >= 0 ? Math.min(least, start + at) : least;
  }, end);
}
