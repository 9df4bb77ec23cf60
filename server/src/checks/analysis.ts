import type { Digest, Predecessor } from '../digest/digest.ts';
import { type ParseOptions, parseReport } from '../report/parse.ts';
import type { Report } from '../report/report.ts';
import { type Comparison, compareProse } from './claims.ts';
import { type Finding, inOrder } from './finding.ts';
import { type Identity, instantiate } from './identities.ts';
import { RULES } from './rules/index.ts';
import { compareYears } from './year-before.ts';

/** All that is known about one version of a text; made once and shared by every feature. */
export interface Analysis {
  readonly report: Report;
  readonly identities: readonly Identity[];
  /** The numbers that the prose claims, each beside the cells that it was compared with; in the order of the text. */
  readonly claims: readonly Comparison[];
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** The same organ's report of the year before, where one is known. */
  readonly predecessor?: Predecessor;
}

/** Reads and judges a text. Never throws. Undefined when it is no annual report. */
export function analyse(text: string, options: ParseOptions = {}): Analysis | undefined {
  const report = parseReport(text, options);
  return report && check(report);
}

/** Runs every rule over a report. */
export function check(report: Report): Analysis {
  const identities = report.tables.flatMap(instantiate);
  const prose = compareProse(report, identities);
  const findings = RULES.flatMap((rule) => rule.find(report, identities, prose));
  return { report, identities, claims: prose.comparisons, findings: inOrder(findings) };
}

/** An analysis, of which `now` is the digest, with what follows from the report of the year before. */
export function withPredecessor(analysis: Analysis, now: Digest, before: Predecessor | undefined): Analysis {
  if (!before) return analysis;
  return { ...analysis, predecessor: before, findings: inOrder([...analysis.findings, ...compareYears(now, before)]) };
}
