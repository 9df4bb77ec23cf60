import type { RatioClaim, YearStatement } from '../report/claims/claim.ts';
import type { IdentityRule, RowForm } from '../report/forms/form.ts';
import type { SectionForm } from '../report/forms/sections.ts';
import type { Cell, Report, Row, Section, Table, UnknownRow } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Flaw } from '../text/value.ts';
import type { Comparison, Prose } from './claims.ts';
import type { Identity } from './identities.ts';
import type { Correction, Suspect } from './suspect.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The facts of a finding, by rule; how they are worded is decided in one place (wording.ts). */
export type Facts =
  | {
      readonly code: IdentityRule;
      readonly identity: Identity;
      readonly stated: number;
      readonly computed: number;
      /** The probably wrong cell among those of this identity, when there is only one smallest correction. */
      readonly suspect: Suspect | undefined;
      /** The smallest corrections of the whole table, all of those that are equally small. */
      readonly corrections: readonly Correction[];
    }
  | { readonly code: 'section-missing'; readonly section: SectionForm }
  | { readonly code: 'section-order'; readonly section: Section; readonly after: Section | undefined }
  | {
      readonly code: 'section-numbering';
      readonly section: Section;
      readonly written: string;
      readonly expected: string;
    }
  | { readonly code: 'aspect-missing'; readonly aspect: string }
  | { readonly code: 'table-missing'; readonly section: Section }
  | { readonly code: 'row-missing'; readonly table: Table; readonly row: RowForm; readonly after: RowForm | undefined }
  | { readonly code: 'row-order'; readonly table: Table; readonly row: Row; readonly after: RowForm | undefined }
  | { readonly code: 'row-unknown'; readonly table: Table; readonly unknown: UnknownRow }
  | { readonly code: 'cell-missing' | 'cell-extra'; readonly table: Table; readonly row: Row }
  | {
      readonly code: 'cell-blank';
      readonly table: Table;
      readonly row: Row;
      readonly blanks: readonly Cell[];
      /** What stands in each of them: nothing, or a mark for “not applicable” such as `/`. */
      readonly marks: readonly string[];
      /** The blank 总计 of a row that holds other numbers, and what it should say where that can be computed. */
      readonly total: Cell | undefined;
      readonly computed: number | undefined;
    }
  | {
      readonly code: 'cell-invalid';
      readonly table: Table;
      readonly cell: Cell;
      readonly written: string;
      readonly flaw: Flaw;
      readonly guess: number | undefined;
    }
  | {
      readonly code: 'cell-invalid';
      readonly table: Table;
      readonly cell: Cell;
      readonly written: string;
      readonly flaw: 'extra';
      readonly value: number;
      readonly extra: string;
    }
  | { readonly code: 'form-outdated'; readonly year: number }
  | {
      readonly code: 'prose-mismatch';
      readonly comparison: Comparison;
      /** The words of the claim as they stand in the text. */
      readonly written: string;
    }
  | {
      readonly code: 'parts-mismatch';
      readonly total: { readonly span: Span; readonly value: number };
      readonly parts: readonly { readonly span: Span; readonly value: number }[];
      readonly sum: number;
      readonly unit: string;
      /** Whether the parts must be all that there is; otherwise they are only too many. */
      readonly complete: boolean;
    }
  | {
      readonly code: 'ratio-mismatch';
      readonly claim: RatioClaim;
      readonly written: string;
      /** What follows from the numbers beside it, exactly: a percentage, or how many more. */
      readonly computed: number;
      /** The numbers that it follows from. */
      readonly from: readonly { readonly span: Span; readonly value: number }[];
    }
  | {
      readonly code: 'year-mismatch';
      /** The year that stands there, and the one that the rest of the report speaks of. */
      readonly written: number;
      readonly expected: number;
      /** In the title it is the year that the prose agrees on which is expected. */
      readonly place: 'title' | 'prose';
      readonly others: readonly YearStatement[];
    }
  | { readonly code: 'fee-statement-missing' }
  | {
      readonly code: 'contradiction';
      readonly written: string;
      readonly table: Table;
      /** 四、结转下年度继续办理·总计 */
      readonly cell: Cell;
      readonly value: number;
    };

export type RuleCode = Facts['code'];

/** One thing that is wrong, where (UTF-16 offsets), and how grave it is unless configured otherwise. */
export type Finding = Facts & { readonly span: Span; readonly severity: Severity };

/** A rule looks at a report and tells what it finds; it never words or repairs. */
export interface Rule {
  readonly codes: readonly RuleCode[];
  readonly find: (report: Report, identities: readonly Identity[], prose: Prose) => Finding[];
}

export type SumFinding = Extract<Finding, { code: IdentityRule }>;

export function isSum(finding: Finding): finding is SumFinding {
  return 'identity' in finding;
}
