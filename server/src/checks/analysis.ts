import type { Digest } from '../digest/digest.ts';
import type { KnownProse } from '../prose/silent.ts';
import { type ParseOptions, parseReport, parseVersion } from '../report/parse.ts';
import type { Report } from '../report/report.ts';
import { compareProse } from './claims.ts';
import { type Demands, NO_DEMANDS } from './demands.ts';
import { faultsOf } from './faults.ts';
import { type Analysis, type Context, type Emit, type Finding, inOrder, type Others, type Rule } from './finding.ts';
import { growthsIn } from './growths.ts';
import { COMPARING_RULES, REPORT_RULES } from './rules/index.ts';
import { scanTable } from './scan.ts';
import { staleTotals } from './stale-totals.ts';
import { gatherEvidence } from './witnesses.ts';

export type { Analysis };

/** How a text is to be read and checked. */
export interface AnalyseOptions extends ParseOptions {
  readonly demands?: Demands | undefined;
}

/**
 * Reads and checks a text. Never throws. Undefined when it is no annual report.
 *
 * @param before of an earlier version of the text, whatever was changed since: what comes of it is the same, but lines,
 * tables and paragraphs that were not changed are not read again
 * @param agreed in an editor, the report when its sums last held: what was typed since is right, and its totals are to follow
 */
export function analyse(
  text: string,
  options: AnalyseOptions = {},
  before?: Analysis,
  agreed?: Report,
): Analysis | undefined {
  const parsed = parseVersion(text, options, before?.report);
  if (!parsed) return undefined;
  const { report, kept } = parsed;
  return check(report, options.demands, before && kept && { kept, silent: before.prose.silent }, agreed);
}

/** Runs every rule over a report. */
export function check(report: Report, demands: Demands = NO_DEMANDS, known?: KnownProse, agreed?: Report): Analysis {
  const tables = report.tables.map(scanTable);
  const prose = compareProse(report, () => faultsOf(tables), known);
  const stale = agreed ? staleTotals(agreed, tables) : [];
  const fails = tables.some((table) => table.fails);
  const faults = fails ? faultsOf(tables, gatherEvidence({ report, prose, stale })) : [];
  const growths = growthsIn(report, prose);
  const context = { report, tables, faults, prose, growths, demands, ...(stale.length > 0 ? { stale } : {}) };
  return { ...context, findings: inOrder(run(REPORT_RULES, context)) };
}

/** An analysis, of which `digest` is the digest, with what follows from reports of other years and organs. */
export function withOthers(analysis: Analysis, digest: Digest, others: Others): Analysis {
  const { predecessor, company } = others;
  if (!predecessor && !company?.lookalike) return analysis;
  const context = { ...analysis, digest, predecessor, company };
  if (analysis.faults.length === 0 || !predecessor)
    return { ...context, findings: inOrder([...analysis.findings, ...between(context)]) };
  // Last year's report is a witness to which cell is wrong, so that what fails is looked at anew.
  const heard = { ...context, faults: faultsOf(analysis.tables, gatherEvidence(context)) };
  return { ...heard, findings: inOrder([...run(REPORT_RULES, heard), ...between(heard)]) };
}

let nothingRead: Context | undefined;

/**
 * Whether something follows from other reports. The rules that compare them look at digests, so that nothing need be
 * read again to know.
 */
export function differsFrom(others: Others, digest: Digest, demands: Demands = NO_DEMANDS): boolean {
  if (!others.predecessor && !others.company?.lookalike) return false;
  nothingRead ??= check(parseReport('', { always: true }) as Report);
  return between({ ...nothingRead, ...others, digest, demands }).length > 0;
}

/** What follows from other reports. */
function between(context: Context): Finding[] {
  return run(COMPARING_RULES, context, (rule, emit) => (rule.findBetween ?? rule.find)(context, emit));
}

type Find = (rule: Rule, emit: Emit<unknown>) => void;

function run(
  rules: readonly Rule[],
  context: Context,
  find: Find = (rule, emit) => rule.find(context, emit),
): Finding[] {
  const findings: Finding[] = [];
  let running: Rule | undefined;
  const emit = (span: Finding['span'], facts: unknown, severity?: Finding['severity']) => {
    const rule = running as Rule;
    findings.push({ rule, code: rule.code, span, severity: severity ?? rule.severity, facts });
  };
  for (running of rules) {
    if (!running.offByDefault || context.demands.also?.includes(running.code)) find(running, emit);
  }
  return findings;
}
