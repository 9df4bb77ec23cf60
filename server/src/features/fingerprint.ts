import { type Finding, isSum } from '../checks/finding.ts';
import type { Report } from '../report/report.ts';
import { halfWidth, isSpace } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { findingData } from './diagnostics.ts';

/**
 * What each finding is known by from one version of a text to the next, in the order of `findings`: the same as long
 * as the same thing is wrong with the same numbers in the report of the same organ and year, wherever it stands by
 * then. Equal findings in one report are told apart by their order: `1f…9c`, `1f…9c-2`.
 *
 * @param findings all of the report's findings in the order of the text, also those that will not be shown, so that
 * switching a rule off gives no other finding a new name
 */
export function fingerprintsOf(report: Report, findings: readonly Finding[]): string[] {
  const { agency = '', year } = report.title ?? {};
  const origin = [fold(agency), year];
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { table, row, column, stated, computed } = findingData(finding) ?? {};
    const place = [table, row && fold(row), column];
    const numbers = [stated, computed];
    const key = hash(JSON.stringify([finding.code, ...origin, ...place, ...numbers, ...content(report, finding)]));
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth === 1 ? key : `${key}-${nth}`;
  });
}

/**
 * What the finding says beside its place and its numbers, with which it was accepted, so that it comes back when they
 * change. Never here is what depends on the rest of the report, such as the suspect.
 */
function content(report: Report, finding: Finding): unknown[] {
  if (isSum(finding)) return [];
  switch (finding.code) {
    case 'section-missing':
      return [finding.section.number];
    case 'section-order':
    case 'table-missing':
      return [finding.section.form.number];
    case 'section-numbering':
      return [finding.section.form.number, finding.written, finding.expected];
    case 'aspect-missing':
      return [finding.aspect];
    case 'row-missing':
    case 'row-order':
    case 'form-outdated':
      return [];
    case 'cell-blank':
      return [finding.blanks.map(({ column }) => column), finding.marks.map((mark) => mark.trim())];
    case 'cell-missing':
    case 'cell-extra':
      return [compact(report, finding.row.span)];
    case 'cell-invalid':
      return [finding.written.trim()];
    // Of a claim in the prose, or a row that the form does not know, the words and numbers are the content.
    default:
      return [compact(report, finding.span)];
  }
}

/** The characters of a span without blanks and line ends, half-width: a table may be laid out anew. */
function compact({ text }: Report, { start, end }: Span): string {
  let kept = '';
  for (let at = start; at < end; at++) {
    const code = halfWidth(text.charCodeAt(at));
    if (!isSpace(code) && code !== 0x0a && code !== 0x0d) kept += String.fromCharCode(code);
  }
  return kept;
}

/** 64 bits in hexadecimal: two 32-bit multiplicative hashes that stir each other (cyrb53 without its cut). */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  const stir = (a: number, b: number) => Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  [high, low] = [stir(high, low), stir(low, high)];
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
