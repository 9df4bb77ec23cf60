import type { Span } from '../../text/span.ts';
import { type Finding, isSum } from '../finding.ts';
import { en } from './en.ts';
import { cellName } from './names.ts';
import { relateProse } from './prose-related.ts';
import { addends } from './sum.ts';
import type { Locale, Words } from './words.ts';
import { zh } from './zh.ts';

const WORDS: Readonly<Record<Locale, Words>> = { zh, en };

/** A place that explains a finding, and what is there. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a finding says to its reader; editor, command line and tests all take it from here. */
export function describe(finding: Finding, locale: Locale): string {
  // Each function takes the facts of its own code, which the compiler cannot follow through the index.
  const word = WORDS[locale][finding.code] as (facts: Finding) => string;
  return word(finding);
}

/** Of a sum the cell that is probably wrong, then every addend that is not zero, with its value; of prose the cells. */
export function relate(finding: Finding, locale: Locale): Related[] {
  if (!isSum(finding)) return relateProse(finding, WORDS[locale]);
  const { identity, suspect } = finding;
  const words = WORDS[locale];
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

export type { Locale };
