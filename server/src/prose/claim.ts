import type { TableNumber } from '../report/forms/form.ts';
import type { Span } from '../text/span.ts';

/**
 * Cells of the form that are added up: those of the rows called `row` (a label without its ordinal, or a group such as
 * 不予公开) in the columns of these names, or below this heading.
 */
export interface Term {
  readonly table: TableNumber;
  readonly row: string;
  readonly names?: readonly string[];
  readonly group?: string;
  readonly sign?: -1;
}

/** One reading of what is counted: all its cells together. */
export type Sum = readonly Term[];

/** What is counted. Wordings such as 受理 may mean one thing or another; then any of these sums satisfies them. */
export type Quantity = readonly Sum[];

/**
 * Why a claim is not held against its cell: it is approximate (约, 余), speaks of another year, of a part of the year, of
 * all offices of an area, of another office, or its wording is not surely that of the form. Agreement still counts.
 */
export type Doubt = 'approximate' | 'year' | 'period' | 'area' | 'office' | 'wording';

/** How a number is written: `12`, `十二`, or in words that mean none (未收到…申请). */
export type Writing = 'digits' | 'chinese' | 'words';

/** A number in the prose that claims what a table counts. */
export interface Claim {
  /** The number without its measure word; of a claim in words, these words (UTF-16 offsets). */
  readonly span: Span;
  /** Money in 万元, everything else as a count. */
  readonly value: number;
  readonly unit: string;
  /** Decimals as written; money may be rounded to them. */
  readonly decimals: number;
  readonly writing: Writing;
  readonly quantity: Quantity;
  readonly doubts: readonly Doubt[];
}

/** A number with a measure word, whether or not it belongs to a table. */
export interface Count {
  readonly span: Span;
  readonly value: number;
  readonly unit: string;
  readonly exact: boolean;
  readonly claim: Claim | undefined;
}

/** A list of parts after 其中; `complete` when they must be all that there is, so that they make the whole. */
export interface PartsClaim {
  /** The counts before the list, any of which may be its total; the last one is the nearest. */
  readonly totals: readonly Count[];
  readonly parts: readonly Count[];
  readonly complete: boolean;
}

/** `占78.3%`: one of the counts before it, in relation to another. */
export interface ShareClaim {
  readonly kind: 'share';
  readonly span: Span;
  readonly percent: number;
  readonly decimals: number;
  readonly part: Count;
  /** Whatever the part may be related to in these sentences; the totals of the tables come on top. */
  readonly wholes: readonly Count[];
}

/**
 * `较上年的20件增长15%`, `比上年增加3件，增长15%`: it follows from numbers that all stand in the sentence. `同比增长15%` has
 * neither bases nor amounts: it follows from last year's report.
 */
export interface GrowthClaim {
  readonly kind: 'growth';
  readonly span: Span;
  /** Percent, or how many more (negative: fewer). */
  readonly change: number;
  readonly measure: 'percent' | 'count';
  readonly decimals: number;
  readonly currents: readonly Count[];
  readonly bases: readonly Count[];
  /** How many more, where that is said beside a percentage. */
  readonly amounts: readonly number[];
}

export type RatioClaim = ShareClaim | GrowthClaim;

/** `均已按时答复`: nothing was left for next year. */
export interface SettledClaim {
  readonly span: Span;
}

/** A sentence that speaks of a year as the one reported on. */
export interface YearStatement {
  readonly span: Span;
  readonly year: number;
}

/**
 * The paragraphs that claim nothing, which most do, as columns of numbers: another version of the text in which they stand
 * as they are need not read them.
 */
export interface SilentParagraphs {
  /** Of each: its first block, the one behind it, the number of its section, and what is handed on as bits. */
  readonly numbers: readonly number[];
  /** What they were read with: the organ and the year of the report. */
  readonly agency: string;
  readonly year: number | undefined;
}

/** All that the prose says in numbers. */
export interface Reading {
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly parts: readonly PartsClaim[];
  readonly ratios: readonly RatioClaim[];
  readonly settled: readonly SettledClaim[];
  readonly years: readonly YearStatement[];
  /** Whether section 六 says anything about fees, or another section about 信息处理费. */
  readonly fees: boolean;
  readonly silent: SilentParagraphs;
}
