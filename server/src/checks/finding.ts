import type { Digest, Predecessor } from '../digest/digest.ts';
import type { Company } from '../digest/lookalikes.ts';
import type { Edit } from '../edits/edit.ts';
import type { IdentityRule } from '../report/forms/form.ts';
import type { Report } from '../report/report.ts';
import type { Range } from '../text/position.ts';
import type { Span } from '../text/span.ts';
import type { Prose } from './claims.ts';
import type { Demands } from './demands.ts';
import type { FailedSum, Fault } from './faults.ts';
import type { Growth } from './growths.ts';
import type { TableScan } from './scan.ts';
import type { StaleTotals } from './stale-totals.ts';

/** Languages of messages: Chinese first, English for editors in any other language. */
export type Locale = 'zh' | 'en';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What is known of other reports. */
export interface Others {
  /** The same organ's report of the year before. */
  readonly predecessor?: Predecessor | undefined;
  /** What it has in common with the reports of other organs on the same year. */
  readonly company?: Company | undefined;
}

/** What a rule looks at. */
export interface Context extends Others {
  readonly report: Report;
  /** The numbers that the prose claims, each beside the cells that it was compared with. */
  readonly prose: Prose;
  /** Its tables, with the cells that hold something else than a number alone. */
  readonly tables: readonly TableScan[];
  /** The identities that do not hold; empty for a sound report. */
  readonly faults: readonly Fault[];
  /** How the prose says that the numbers of requests differ from last year's. */
  readonly growths: readonly Growth[];
  /** What the project asks for beside the form. */
  readonly demands: Demands;
  /** The report in a few numbers, where others are known. */
  readonly digest?: Digest;
  /** In an editor: the totals that do not know yet of what was typed since the sums of their table last held. */
  readonly stale?: readonly StaleTotals[];
}

/** All that is known about one version of a text; made once and shared by every feature. */
export interface Analysis extends Context {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/**
 * One thing that is wrong, where (UTF-16 offsets), and how grave it is unless configured otherwise. It holds facts, and
 * no sentence: its rule makes one of them when somebody reads it.
 */
export interface Finding<Facts = unknown> {
  readonly rule: Rule<Facts>;
  readonly code: string;
  readonly span: Span;
  readonly severity: Severity;
  readonly facts: Facts;
}

/** Tells a finding of the rule that is being run; the severity is the rule's unless it is given. */
export type Emit<Facts> = (span: Span, facts: Facts, severity?: Severity) => void;

/** All there is of a rule. A file in rules/ holds it, and rules/index.ts lists it. */
export interface Rule<Facts = unknown> {
  readonly code: string;
  /** What it is called in lists: `行总计不符`. */
  readonly title: Readonly<Record<Locale, string>>;
  /** How grave its findings are unless it says otherwise of one of them. */
  readonly severity: Severity;
  /** It runs only where a project or a user has given it a level. */
  readonly offByDefault?: true;
  /** The identity of the form that it holds; its facts are those of a failed sum. */
  readonly identity?: IdentityRule;
  /** It compares with reports of other years or organs and finds nothing where none is known. */
  readonly needsOthers?: true;
  /** Looks at a report and tells what it finds; it never words or repairs. */
  find(context: Context, emit: Emit<Facts>): void;
  /** What it finds besides when the report of the year before is known; it looks at the two digests only. */
  findBetween?(context: Context, emit: Emit<Facts>): void;
  /** A sentence or more: what is wrong, why, and what to do, with the numbers. */
  readonly message: Texts<Facts>;
  /** The places that explain a finding. */
  related?(facts: Facts, locale: Locale): readonly Related[];
  /** What can be changed, the best first; at most one fix is preferred, and one without edits is not offered. */
  fixes?(finding: Finding<Facts>, analysis: Analysis, locale: Locale): readonly RuleFix[];
  /** What programs read of it beside the message. */
  data?(facts: Facts): FindingData | undefined;
  /**
   * What the finding says beside the place and the numbers in its data, with which it was accepted, so that it comes
   * back when they change. Without it, the characters of its span. Never here is what depends on the rest of the report.
   */
  fingerprint?(facts: Facts, report: Report): readonly unknown[];
}

/** The same in each language. */
export interface Texts<Facts> {
  zh(facts: Facts): string;
  en(facts: Facts): string;
}

/** A place that explains a finding, and what is there. */
export interface Related {
  /** In the text of the finding, unless another document is named. */
  readonly span: Span;
  readonly message: string;
  /** Where it is when it stands in another report, which may be closed: its address and the span there. */
  readonly document?: { readonly uri: string; readonly range: Range };
}

/** A change that a rule offers. */
export interface RuleFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
}

/** What programs read of a finding beside its message: `data` of the server's diagnostics and of the JSON output. */
export interface FindingData {
  readonly stated?: number | null;
  readonly computed?: number;
  /** What the prose says of the cell that `table`, `row` and `column` name. */
  readonly claimed?: number;
  readonly table?: number;
  readonly row?: string;
  readonly column?: string;
  /** The report of the year before that it was compared with. */
  readonly before?: { readonly uri: string; readonly year: number };
  /** The report of another organ that it was compared with. */
  readonly other?: { readonly uri: string; readonly year: number; readonly agency: string };
  /** The part, in percent, of a section's words that stands in that report, too. */
  readonly share?: number;
  readonly suspect?: { readonly row: string; readonly column: string; readonly value: number };
}

/** Whether a rule has made a finding; the facts are that rule's then. */
export function isOf<Facts>(finding: Finding, rule: Rule<Facts>): finding is Finding<Facts> {
  return finding.rule === rule;
}

/** Whether a finding is about a sum that does not hold. */
export function isSum(finding: Finding): finding is Finding<FailedSum> {
  return finding.rule.identity !== undefined;
}

/** Findings in the order of the text. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
