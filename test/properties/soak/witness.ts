import { type Analysis, analyse, withOthers } from '../../../server/src/checks/analysis.ts';
import { makeDigest } from '../../../server/src/digest/make-digest.ts';
import type { Report } from '../../../server/src/report/report.ts';
import type { Numbers } from '../../support/generate/numbers.ts';

/** What speaks beside the tables of a damaged report. */
export const WITNESSES = ['tables alone', 'prose', 'year before'] as const;
export type Witness = (typeof WITNESSES)[number];

/** Reads a text, beside what the report of the year before truly carried over. */
export function besideYearBefore(text: string, { table3 }: Numbers): Analysis | undefined {
  const analysis = analyse(text);
  const digest = analysis && makeDigest(analysis);
  if (!digest) return analysis;
  const nowhere = { start: 0, end: 0, line: 0, character: 0, endLine: 0, endCharacter: 0 };
  const before = {
    ...digest,
    year: digest.year - 1,
    carriedIn: [],
    carriedOut: (table3[1] ?? []).map((value) => ({ ...nowhere, value })),
    documents: [],
    prose: [],
  };
  const predecessor = { file: { uri: 'file:///before.txt', name: 'before.txt' }, digest: before };
  return withOthers(analysis, digest, { predecessor });
}

/** Reads a text as an editor does that had it open while its sums still held. */
export function whileTyping(text: string, agreed: Report | undefined): Analysis | undefined {
  return analyse(text, {}, undefined, agreed);
}
