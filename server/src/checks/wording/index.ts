import { printable } from '../../text/foreign.ts';
import type { Finding, Locale, Related } from '../finding.ts';

/** What a finding says to its reader, on one line whatever words it quotes; editor, command line and tests all take it from here. */
export function describe<Facts>({ rule, facts }: Finding<Facts>, locale: Locale): string {
  return printable(rule.message[locale](facts));
}

/** The places that explain a finding, in the text or in the report of the year before. */
export function relate<Facts>({ rule, facts }: Finding<Facts>, locale: Locale): readonly Related[] {
  return (rule.related?.(facts, locale) ?? []).map((each) => ({ ...each, message: printable(each.message) }));
}

export type { Locale, Related };
