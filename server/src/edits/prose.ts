import { digitOf, halfWidth } from '../text/characters.ts';
import { CHINESE_DIGITS } from '../text/chinese-numerals.ts';
import { toWide } from './edit.ts';

/** A number the way the prose writes it: full-width digits, thousands separators, Chinese numerals, yuan for 万元. */
export function writeClaim(
  written: string,
  { writing, unit }: { readonly writing: string; readonly unit: string },
  value: number,
): string {
  const amount = unit === '元' ? Math.round(value * 1_000_000) / 100 : value;
  if (writing === 'chinese' && Number.isInteger(amount)) return toChinese(amount, unit);
  const [whole = '', decimals] = String(amount).split('.');
  const grouped = written.includes(',') || written.includes('，') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const text = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  return isWide(written) ? toWide(text) : text;
}

const NEGATIONS = ['没有', '未曾', '尚未', '暂未', '并未', '暂无', '尚无', '未', '无'];
const JOINS = ['、', '和', '及', '与', '或'];

/** `未收到政府信息公开申请` with a number instead: `收到政府信息公开申请14件`; not where two things are denied together. */
export function writeCount(written: string, value: number): string | undefined {
  const negation = NEGATIONS.find((each) => written.startsWith(each));
  if (!negation || JOINS.some((join) => written.includes(join))) return undefined;
  return `${written.slice(negation.length)}${value}件`;
}

function isWide(written: string): boolean {
  return [...written].some((character) => {
    const code = character.charCodeAt(0);
    return digitOf(code) >= 0 && halfWidth(code) !== code;
  });
}

const DIGITS = `零${CHINESE_DIGITS.slice(1)}`;
const POWERS = ['', '十', '百', '千'];

/** `一百零三`; 2 before a measure word is 两. Beyond 9999 digits are what anyone writes. */
export function toChinese(value: number, unit: string): string {
  if (value > 9999) return String(value);
  if (value === 0) return '零';
  if (value === 2 && unit !== '') return '两';
  const digits = [...String(value)].map(Number);
  let text = '';
  for (const [at, digit] of digits.entries()) {
    const power = POWERS[digits.length - 1 - at] ?? '';
    if (digit > 0) text += DIGITS[digit] + power;
    else if (!text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '').replace(/^一十/, '十');
}

/** A year in the digits of the one that it replaces: `２０２４`, `二〇二四`. */
export function writeYear(written: string, year: number): string {
  const text = String(year);
  if (isWide(written)) return toWide(text);
  if (digitOf(written.charCodeAt(0)) >= 0) return text;
  const zero = [...written].find((character) => '〇○零'.includes(character)) ?? '〇';
  return [...text].map((digit) => (digit === '0' ? zero : (DIGITS[Number(digit)] as string))).join('');
}
