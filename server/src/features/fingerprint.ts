import { compact } from '../checks/compact.ts';
import type { Finding } from '../checks/finding.ts';
import type { Report } from '../report/report.ts';
import { fold } from '../text/fold.ts';
import { Hash } from '../text/hash.ts';
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
  const { agency, year } = report;
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

function content<Facts>(report: Report, { rule, facts, span }: Finding<Facts>): readonly unknown[] {
  // Of a claim in the prose, or a row that the form does not know, the words and numbers are the content.
  return rule.fingerprint?.(facts, report) ?? [compact(report, span)];
}

/** 64 bits in hexadecimal. */
function hash(text: string): string {
  const all = new Hash();
  for (let at = 0; at < text.length; at++) all.add(text.charCodeAt(at));
  return all
    .halves()
    .map((half) => half.toString(16).padStart(8, '0'))
    .join('');
}
