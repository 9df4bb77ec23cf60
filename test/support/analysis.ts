import { expect } from 'vitest';
import { type Analysis, analyse, withOthers } from '../../server/src/checks/analysis.ts';
import type { Demands } from '../../server/src/checks/demands.ts';
import type { Finding } from '../../server/src/checks/finding.ts';
import { describe as word } from '../../server/src/checks/wording/index.ts';
import { makeDigest } from '../../server/src/digest/make-digest.ts';
import { ReportIndex } from '../../server/src/digest/report-index.ts';
import type { Layout } from './generate/render.ts';
import { compare, readMarked } from './marked.ts';
import { type Parts, report } from './report.ts';

export const ALL: readonly Layout[] = ['spaced', 'tsv', 'mdtsv', 'cells'];
/** The layouts that show an empty cell; text of a PDF drops it. */
export const WITH_BLANKS: readonly Layout[] = ['tsv', 'mdtsv', 'cells'];

/** Expects exactly the marked findings, in each of the layouts. */
export function expectMarked(parts: Parts, layouts: readonly Layout[] = ALL): void {
  for (const layout of layouts) {
    const { found, expected } = compare(report({ ...parts, layout }), parts.demands);
    expect(found, `in the layout ${layout}`).toEqual(expected);
  }
}

/** The analysis of a marked report, which must be taken for one; with `before` also what follows from that. */
export function analysisOf(parts: Parts): Analysis {
  const analysis = mustAnalyse(readMarked(report(parts)).text, parts.demands);
  return parts.before ? compareWith(analysis, report({ layout: parts.layout ?? 'tsv', ...parts.before })) : analysis;
}

/** Where the reports of the year before stand in these tests. */
export const FOLDER = 'file:///reports';

/** The analysis with what follows from other reports in the same folder, among them one of the year before. */
export function compareWith(analysis: Analysis, ...others: readonly string[]): Analysis {
  const shelf = new ReportIndex();
  for (const [at, text] of others.entries()) {
    const name = `${at}.txt`;
    shelf.set({ uri: `${FOLDER}/${name}`, name }, makeDigest(mustAnalyse(readMarked(text).text)));
  }
  const now = makeDigest(analysis);
  return now ? withOthers(analysis, now, { predecessor: shelf.predecessorOf(now, `${FOLDER}/now.txt`) }) : analysis;
}

export function mustAnalyse(text: string, demands?: Demands): Analysis {
  const analysis = analyse(text, { demands });
  if (!analysis) throw new Error('the text was not taken for a report');
  return analysis;
}

/** `code severity` of each finding. */
export function severities(parts: Parts): string[] {
  return analysisOf(parts).findings.map(({ code, severity }) => `${code} ${severity}`);
}

/** The Chinese messages of the findings with this code. */
export function messages(parts: Parts, code: Finding['code']): string[] {
  return analysisOf(parts)
    .findings.filter((finding) => finding.code === code)
    .map((finding) => word(finding, 'zh'));
}
