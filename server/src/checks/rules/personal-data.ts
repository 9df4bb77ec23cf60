import type { Report } from '../../report/report.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Rule } from '../finding.ts';

interface PersonalData {
  readonly kind: 'identity' | 'mobile';
}

/**
 * An identity number (GB 11643: the last character is a check digit), or a mobile number that is not given as a contact.
 * What is published must not hold a person's data without need (《个人信息保护法》, 条例第十五条).
 */
export const personalData: Rule<PersonalData> = {
  code: 'personal-data',
  title: { zh: '含有个人信息', en: 'Personal data' },
  severity: 'warning',
  find({ report }, emit) {
    const { text } = report;
    // Of eleven digits in a row one stands at every eleventh place.
    for (let at = FEWEST - 1; at < text.length; at += FEWEST) {
      if (!isDigit(text, at)) continue;
      const span = numberAt(text, at);
      at = span.end;
      if (span.end - span.start < FEWEST) continue;
      const written = text.slice(span.start, span.end);
      if (isIdentity(written)) emit(span, { kind: 'identity' });
      else if (isMobile(written) && !isContact(report, span)) emit(span, { kind: 'mobile' });
    }
  },
  message: {
    zh: ({ kind }) =>
      `这里像是${kind === 'identity' ? '公民身份号码' : '手机号码'}，属于个人信息，不应在年度报告中公开。请核对并删去。`,
    en: ({ kind }) =>
      `This looks like ${kind === 'identity' ? 'an identity number' : 'a mobile number'}: personal data should not be published in the report. Check it and delete it.`,
  },
};

/** Digits of a mobile number, the shorter of the two. */
const FEWEST = 11;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** The digits around `at`, with the X that an identity number may end with. */
function numberAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && isDigit(text, start - 1)) start--;
  let end = at + 1;
  while (isDigit(text, end)) end++;
  return { start, end: end - start === 17 && (text[end] === 'X' || text[end] === 'x') ? end + 1 : end };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Eighteen characters with a birthday that there was and the right check digit. */
function isIdentity(written: string): boolean {
  if (written.length !== 18) return false;
  const [year, month, day] = [written.slice(6, 10), written.slice(10, 12), written.slice(12, 14)].map(Number);
  if (!year || !month || !day || year < 1900 || year > 2100 || month > 12 || day > 31) return false;
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(written[at]), 0);
  return CHECKS[sum % 11] === written[17]?.toUpperCase();
}

function isMobile(written: string): boolean {
  return /^1[3-9][0-9]{9}$/.test(written);
}

const CONTACT = ['电话', '联系', '手机', '热线', '咨询', '传真', '电邮', '邮箱'];

/** Whether the line or the one above it gives a contact, as introductions of these reports do. */
function isContact({ text, blocks }: Report, { start, end }: Span): boolean {
  const at = lineAt(blocks, start);
  const from = Math.max(blocks.start(Math.max(0, at - 1)), start - REACH);
  const around = text.slice(from, Math.min(blocks.end(at), end + REACH));
  return CONTACT.some((word) => around.includes(word));
}

/** How far around a number its meaning is looked for. */
const REACH = 120;
