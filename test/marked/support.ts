import { expect } from 'vitest';
import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import type { Finding } from '../../server/src/checks/finding.ts';
import { describe as word } from '../../server/src/checks/wording/index.ts';
import type { Layout } from '../generate/render.ts';
import { compare, readMarked } from './marked.ts';
import { type Parts, report } from './report.ts';

export const ALL: readonly Layout[] = ['spaced', 'tsv', 'mdtsv', 'cells'];
/** The layouts that show an empty cell; text of a PDF drops it. */
export const WITH_BLANKS: readonly Layout[] = ['tsv', 'mdtsv', 'cells'];

/** Expects exactly the marked findings, in each of the layouts. */
export function expectMarked(parts: Parts, layouts: readonly Layout[] = ALL): void {
  for (const layout of layouts) {
    const { found, expected } = compare(report({ ...parts, layout }));
    expect(found, `in the layout ${layout}`).toEqual(expected);
  }
}

/** The analysis of a marked report, which must be taken for one. */
export function analysisOf(parts: Parts): Analysis {
  return mustAnalyse(readMarked(report(parts)).text);
}

export function mustAnalyse(text: string): Analysis {
  const analysis = analyse(text);
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
