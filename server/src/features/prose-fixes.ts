import type { Analysis } from '../checks/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import type { Locale } from '../checks/wording/index.ts';
import { type Edit, toWide } from '../edits/edit.ts';
import type { Claim } from '../prose/claim.ts';
import { digitOf, halfWidth } from '../text/characters.ts';
import { proseWords } from './prose-words.ts';

/** A change to the prose that a user can choose. */
export interface ProseFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** The quick fixes of a finding on the prose; none of them is preferred, for the table may be wrong as well. */
export function proseFixes({ report: { text } }: Analysis, finding: Finding, locale: Locale): ProseFix[] {
  const words = proseWords[locale];
  const { span } = finding;
  const written = text.slice(span.start, span.end);
  if (finding.code === 'year-mismatch' && finding.place === 'prose') {
    return [
      { title: words.changeYear(finding.expected), edits: [{ span, newText: likeYear(written, finding.expected) }] },
    ];
  }
  if (finding.code !== 'prose-mismatch') return [];
  const { claim, candidates } = finding.comparison;
  const values = new Set(candidates.flatMap(({ value }) => (value !== undefined && value >= 0 ? value : [])));
  return [...values].flatMap((value) => {
    const newText = claim.writing === 'words' ? countInstead(written, value) : writeClaim(written, claim, value);
    if (newText === undefined) return [];
    const title = words.changeProse(`${written}${claim.unit}`, `${newText}${claim.unit}`);
    return [{ title, edits: [{ span, newText }] }];
  });
}

/** A number the way the prose writes it: full-width digits, thousands separators, Chinese numerals, yuan for 万元. */
function writeClaim(written: string, { writing, unit }: Claim, value: number): string {
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
function countInstead(written: string, value: number): string | undefined {
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

const DIGITS = '零一二三四五六七八九';
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
function likeYear(written: string, year: number): string {
  const text = String(year);
  if (isWide(written)) return toWide(text);
  if (digitOf(written.charCodeAt(0)) >= 0) return text;
  const zero = [...written].find((character) => '〇○零'.includes(character)) ?? '〇';
  return [...text].map((digit) => (digit === '0' ? zero : (DIGITS[Number(digit)] as string))).join('');
}
