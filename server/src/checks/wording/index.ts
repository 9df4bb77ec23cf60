import { rangeOf, spanOf } from '../../digest/digest.ts';
import type { Range } from '../../text/position.ts';
import type { Span } from '../../text/span.ts';
import { type Finding, isSum, type YearFinding } from '../finding.ts';
import { isYearFinding } from '../year-before.ts';
import { en } from './en.ts';
import { cellName } from './names.ts';
import { relateProse } from './prose-related.ts';
import { addends } from './sum.ts';
import type { Locale, Words } from './words.ts';
import { zh } from './zh.ts';

const WORDS: Readonly<Record<Locale, Words>> = { zh, en };

/** A place that explains a finding, and what is there. */
export interface Related {
  /** In the text of the finding, unless another document is named. */
  readonly span: Span;
  readonly message: string;
  /** Where it is when it stands in another report, which may be closed: its address and the span there. */
  readonly document?: { readonly uri: string; readonly range: Range };
}

/** What a finding says to its reader; editor, command line and tests all take it from here. */
export function describe(finding: Finding, locale: Locale): string {
  // Each function takes the facts of its own code, which the compiler cannot follow through the index.
  const word = WORDS[locale][finding.code] as (facts: Finding) => string;
  return word(finding);
}

/**
 * Of a probably wrong cell the sums that it belongs to; of a sum the cell that is probably wrong, then every addend that
 * is not zero, with its value; of prose the cells; of two years the place in the earlier report.
 */
export function relate(finding: Finding, locale: Locale): Related[] {
  if (isYearFinding(finding)) return relateEarlier(finding, locale);
  const words = WORDS[locale];
  if (finding.code === 'cell-suspect') {
    return finding.failing.map(({ identity, span, stated, computed }) => ({
      span,
      message: words.failing(cellName(identity.table, identity.total), stated, computed),
    }));
  }
  if (!isSum(finding)) return relateProse(finding, words);
  const { identity, suspect } = finding;
  const wrong = suspect && suspect.cell !== identity.total ? suspect : undefined;
  return [
    ...(wrong
      ? [{ span: wrong.cell.span, message: words.suspect(cellName(identity.table, wrong.cell), wrong.value) }]
      : []),
    ...addends(identity).map(({ cell, name, sign, value }) => ({
      span: cell.span,
      message: words.addend(name, `${sign < 0 ? '−' : ''}${value}`),
    })),
  ];
}

/** The place in the report of the year before; of documents also what came and went in this one. */
function relateEarlier(finding: YearFinding, locale: Locale): Related[] {
  const words = WORDS[locale].earlier;
  const word = words[finding.code] as (facts: YearFinding) => string;
  const { uri, spot } = finding.before;
  const earlier = { span: spanOf(spot), message: word(finding), document: { uri, range: rangeOf(spot) } };
  if (finding.code !== 'documents-mismatch') return [earlier];
  const { issued, abolished } = finding;
  return [
    earlier,
    ...(issued.value ? [{ span: spanOf(issued), message: words.issued(issued.value) }] : []),
    ...(abolished.value ? [{ span: spanOf(abolished), message: words.abolished(abolished.value) }] : []),
  ];
}

export type { Locale };
