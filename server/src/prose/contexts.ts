import type { Quantity } from './claim.ts';
import { type Findings, type Growth, newGrowth, type OpenList, type TableCount } from './counted.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Topic } from './question.ts';
import type { Scope, ScopeOf } from './scope.ts';
import type { Tokens } from './token-table.ts';

/** What holds for the whole report. */
export interface ReportContext {
  readonly text: string;
  /** The year reported on. */
  readonly year: number | undefined;
  readonly scopeOf: ScopeOf;
  /** Whether the organ governs a zone, so that 我区 is the organ itself. */
  readonly zone: boolean;
  readonly found: Findings;
}

/** Of which year a sentence speaks: the one reported on, or another. */
export type Time = 'reported' | 'other';

/** What a paragraph has said so far: later sentences leave their subject and their year out. */
export interface ParagraphContext {
  readonly report: ReportContext;
  readonly paragraph: Paragraph;
  readonly tokens: Tokens;
  scope: Scope;
  time: Time;
  topic: Topic;
  /** Whether it tells how documents were cleared out. */
  cleared: boolean;
  /** The row of table 2 that was spoken of. */
  document: string | undefined;
}

export function newParagraph(
  report: ReportContext,
  paragraph: Paragraph,
  tokens: Tokens,
  topic: Topic,
): ParagraphContext {
  return { report, paragraph, tokens, scope: 'own', time: 'reported', topic, cleared: false, document: undefined };
}

/** What a sentence has said so far: lists, shares and growth refer back to it. */
export interface SentenceContext {
  readonly paragraph: ParagraphContext;
  /** Another subject than that of the paragraph, for this sentence alone. */
  scope: Scope | undefined;
  /** Whether its numbers are those of a part of the year. */
  period: boolean;
  /** Whether it tells what was published, or of decisions that are none of the table's. */
  published: boolean;
  /** Whether it leaves some requests out: 除2件结转外，均已答复. */
  excepts: boolean;
  /** Whether it said that all was settled. */
  settled: boolean;
  /** Whether the year was named, so that 累计 means it alone. */
  timed: boolean;
  readonly counts: TableCount[];
  /** Open lists, the innermost last. */
  readonly lists: OpenList[];
  growth: Growth;
  /** The quantities of requests counted so far: what 自然人 N 件 may be a column of. */
  readonly requests: Quantity[];
  /** How many of them are outcomes. */
  outcomes: number;
  /** The quantities of reviews counted so far: what 维持 N 件 may be a result of. */
  readonly reviews: Quantity[];
}

/** A sentence that begins with 其中 goes on with the one before, but not with a whole chain of them. */
const MOST_COUNTS = 60;

/** @param before the sentence that this one goes on with */
export function newSentence(
  paragraph: ParagraphContext,
  before: SentenceContext | undefined,
  period: boolean,
): SentenceContext {
  const goesOn = before && before.counts.length > 0 && before.counts.length <= MOST_COUNTS;
  return {
    paragraph,
    scope: undefined,
    period,
    published: false,
    excepts: false,
    settled: false,
    timed: false,
    counts: goesOn ? before.counts : [],
    lists: [],
    growth: newGrowth(),
    requests: goesOn ? before.requests : [],
    outcomes: goesOn ? before.outcomes : 0,
    reviews: goesOn ? before.reviews : [],
  };
}
