import type { Report, Section } from '../report/report.ts';
import { digitOf, halfWidth, isHan } from '../text/characters.ts';
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
const NUMERALS = new Set([...'〇零一二三四五六七八九十百千万两'].map((numeral) => numeral.charCodeAt(0)));
const SENTENCE_ENDS = new Set([...'。；！？;!?'].map((mark) => mark.charCodeAt(0)));

/**
 * A number for the prose of a section, the same for two texts that differ in nothing but digits, blanks and
 * punctuation. Undefined when there is too little prose, or a table among it whose labels would count as such.
 */
export function fingerprint({ text, tables }: Report, { body }: Section): number | undefined {
  if (tables.some(({ head, span }) => head < body.end && span.end > body.start)) return undefined;
  const end = footerIn(text, body.start, body.end);
  const hash = new Hash();
  let sentence = '';
  for (let at = body.start; at < end; at++) {
    const next = skipBlank(text, skipTag(text, at, end), end);
    if (next > at) {
      at = next - 1;
      continue;
    }
    const code = halfWidth(text.charCodeAt(at));
    if (counts(code)) sentence += String.fromCharCode(code);
    if (!SENTENCE_ENDS.has(text.charCodeAt(at))) continue;
    hash.add(sentence);
    sentence = '';
  }
  hash.add(sentence);
  return hash.characters < LEAST ? undefined : hash.value();
}

/** Digits, in whatever script, are what may differ; blanks and punctuation say nothing. */
function counts(code: number): boolean {
  if (isHan(code)) return !NUMERALS.has(code);
  return digitOf(code) < 0 && ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a));
}

function footerIn(text: string, start: number, end: number): number {
  const body = text.slice(start, end);
  return FOOTERS.reduce((least, word) => {
    const at = body.indexOf(word);
    return at >= 0 ? Math.min(least, start + at) : least;
  }, end);
}

/** Two rounds of multiplication and mixing over 32 bits each; 53 of them make a number. */
class Hash {
  characters = 0;
  private high = 0xdeadbeef;
  private low = 0x41c6ce57;

  add(sentence: string): void {
    if (!FORMULAS.some((formula) => sentence.includes(formula))) this.characters += sentence.length;
    for (let at = 0; at < sentence.length; at++) {
      const code = sentence.charCodeAt(at);
      this.high = Math.imul(this.high ^ code, 2654435761);
      this.low = Math.imul(this.low ^ code, 1597334677);
    }
  }

  value(): number {
    const high =
      Math.imul(this.high ^ (this.high >>> 16), 2246822507) ^ Math.imul(this.low ^ (this.low >>> 13), 3266489909);
    const low =
      Math.imul(this.low ^ (this.low >>> 16), 2246822507) ^ Math.imul(this.high ^ (this.high >>> 13), 3266489909);
    return 0x100000000 * (0x1fffff & low) + (high >>> 0);
  }
}
