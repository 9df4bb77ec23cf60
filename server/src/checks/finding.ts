import type { Figure, Source } from '../digest/digest.ts';
import type { RatioClaim, YearStatement } from '../prose/claim.ts';
import type { IdentityRule, RowForm } from '../report/forms/form.ts';
import type { SectionForm, SectionNumber } from '../report/forms/sections.ts';
import type { Cell, Report, Row, Section, Table, UnknownRow } from '../report/report.ts';
import type { Range } from '../text/position.ts';
import type { Span } from '../text/span.ts';
import type { Flaw } from '../text/value.ts';
import type { Comparison, Prose } from './claims.ts';
import type { Identity } from './identities.ts';
import type { Correction, Suspect } from './suspect.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Table 2 (`proactive`), of it only block （一） (`documents`), or table 3 (`requests`). */
export type OutdatedPart = 'proactive' | 'documents' | 'requests';

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
  | {
      /** The probably wrong cell of sums that stand elsewhere. */
      readonly code: 'cell-suspect';
      readonly table: Table;
      readonly cell: Cell;
      readonly written: number;
      /** What it should say. */
      readonly value: number;
      /** The whole smallest correction, of which this cell is a part. */
      readonly correction: Correction;
      /** The findings on the sums that it belongs to. */
      readonly failing: readonly SumFinding[];
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
      /** Whether the sums that the cell belongs to hold with the guess. */
      readonly confirmed: boolean;
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
  | {
      readonly code: 'form-outdated';
      readonly year: number;
      /** What is in the form of 2019, in the order of the form. */
      readonly parts: readonly OutdatedPart[];
      /** Whether the rest is in the form in force. */
      readonly mixed: boolean;
    }
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
    }
  | YearFacts;

/**
 * What does not fit the same organ's report of the year before. Plain data without cells or text, so that it can be
 * found out from two digests and cross threads; `range` is the span in lines and characters.
 */
export type YearFacts =
  | {
      readonly code: 'carryover-mismatch';
      /** Of table 3, from 0 (自然人) to 6 (总计). */
      readonly column: number;
      readonly stated: number;
      readonly computed: number;
      readonly range: Range;
      /** 四、结转下年度继续办理 of that column. */
      readonly before: Source;
    }
  | {
      readonly code: 'documents-mismatch';
      /** 规章 or 行政规范性文件 */
      readonly row: string;
      readonly stated: number;
      readonly computed: number;
      readonly issued: Figure;
      readonly abolished: Figure;
      readonly range: Range;
      /** 现行有效件数 of that row, and what it says. */
      readonly before: Source;
      readonly valid: number;
    }
  | {
      readonly code: 'copied-text';
      readonly section: SectionNumber;
      readonly range: Range;
      /** The heading of the same section. */
      readonly before: Source;
    };

export type RuleCode = Facts['code'];

/** One thing that is wrong, where (UTF-16 offsets), and how grave it is unless configured otherwise. */
export type Finding = Facts & { readonly span: Span; readonly severity: Severity };

/** A rule looks at a report and tells what it finds; it never words or repairs. */
export interface Rule {
  readonly codes: readonly RuleCode[];
  readonly find: (report: Report, identities: readonly Identity[], prose: Prose) => Finding[];
}

export type SumFinding = Extract<Facts, { code: IdentityRule }> & { readonly span: Span; readonly severity: Severity };

export function isSum(finding: Finding): finding is SumFinding {
  return 'identity' in finding;
}

export type YearFinding = Extract<Finding, YearFacts>;

/** Findings in the order of the text. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
