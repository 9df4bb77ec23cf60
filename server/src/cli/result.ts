import type { Digest } from '../digest/digest.ts';
import type { Diagnostic, ReportJson } from './json-format.ts';
import type { Skipped, Source } from './source.ts';
import type { Words } from './system-error.ts';

/** One value that `--fix` replaced; line and column count from 1, as they are printed. */
export interface Change {
  readonly line: number;
  readonly column: number;
  /** `（一）予以公开·总计` */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** As much as a code frame can show of the line on which a finding begins. */
export interface SourceLine {
  readonly text: string;
  /** Where `text` begins in the line (UTF-16). */
  readonly offset: number;
}

/** A finding that a `.zfxxgk.json` keeps out of the results; line and column count from 1. */
export interface DismissedFinding {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly reason: string;
  readonly fingerprint: string;
}

/** A report that was checked, as plain data: nothing of it holds on to the text. */
export interface Checked {
  readonly kind: 'report';
  readonly source: Source;
  /** What was read and found, in the text as it is now, after the changes. */
  readonly report: ReportJson<Diagnostic>;
  /** For each finding the line that it begins on, where the output shows it. */
  readonly lines?: readonly SourceLine[];
  /** How the report was read, where that was asked for. */
  readonly explanation?: string;
  /** How it looks on paper, as HTML, where that was asked for. */
  readonly drawing?: string;
  /** How many findings a `.zfxxgk.json` keeps out of `report`, because someone has looked at them. */
  readonly dismissed: number;
  /** The same one by one, where that was asked for. */
  readonly dismissals?: readonly DismissedFinding[];
  readonly changes: readonly Change[];
  /** How many changes `--fix` would make, where that is told. */
  readonly fixable?: number;
  /** The changes as a unified diff, where nothing is to be written. */
  readonly diff?: string;
  /** Why the changes could not be written; then there are none. */
  readonly failure?: Words;
  /** What else there is to say of the file: of a document with tracked changes that it was read with them accepted. */
  readonly notes?: readonly Words[];
  /** What the report on the year after must know of it, where that was asked for. */
  readonly digest?: Digest;
}

export type { Skipped, SkipReason, Source } from './source.ts';

export type Result = Checked | Skipped;

/** What the paths of the command line lead to: something to read, or what cannot be read at all. */
export type Input = Source | Skipped;

/** What comes of a source: what was asked for, or why there is nothing; for standard input perhaps bytes to pass on. */
export interface Outcome<Value> {
  readonly result: Value | Skipped;
  readonly output?: Buffer;
}

/** 0: no error-level finding; 1: at least one; 2: bad usage, or a file that could not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** What the whole run found, in numbers. */
export interface Tally {
  readonly reports: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly dismissed: number;
  readonly changes: number;
  readonly fixable: number;
  readonly skipped: number;
  readonly failures: number;
}

export const EMPTY_TALLY: Tally = {
  reports: 0,
  errors: 0,
  warnings: 0,
  notes: 0,
  dismissed: 0,
  changes: 0,
  fixable: 0,
  skipped: 0,
  failures: 0,
};

/** Whether a file that should have been read was not. */
export function isFailure({ reason, source }: Skipped): boolean {
  return reason === 'unreadable' || reason === 'failed' || (reason === 'too-large' && source.named);
}

/** The tally with one more result counted. */
export function tallied(tally: Tally, result: Result): Tally {
  if (result.kind === 'skipped') {
    const failures = tally.failures + (isFailure(result) ? 1 : 0);
    return { ...tally, skipped: tally.skipped + 1, failures };
  }
  const { diagnostics } = result.report;
  const errors = diagnostics.filter(({ severity }) => severity === 1).length;
  const warnings = diagnostics.filter(({ severity }) => severity === 2).length;
  return {
    ...tally,
    reports: tally.reports + 1,
    errors: tally.errors + errors,
    warnings: tally.warnings + warnings,
    notes: tally.notes + diagnostics.length - errors - warnings,
    dismissed: tally.dismissed + result.dismissed,
    changes: tally.changes + result.changes.length,
    fixable: tally.fixable + (result.fixable ?? 0),
    failures: tally.failures + (result.failure === undefined ? 0 : 1),
  };
}

export function exitCode({ failures, errors }: Tally): ExitCode {
  if (failures > 0) return 2;
  return errors > 0 ? 1 : 0;
}
