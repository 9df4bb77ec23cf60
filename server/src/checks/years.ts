import { type Predecessor, rangeOf, type Source, type Spot, spanOf } from '../digest/digest.ts';
import type { FindingData, Related } from './finding.ts';

/** What the rules that compare with the report of the year before share. */

/** A place in that report. */
export function sourceIn({ file, digest }: Predecessor, spot: Spot): Source {
  const { start, end, line, character, endLine, endCharacter } = spot;
  return { ...file, year: digest.year, spot: { start, end, line, character, endLine, endCharacter } };
}

export function relatedSource({ uri, spot }: Source, message: string): Related {
  return { span: spanOf(spot), message, document: { uri, range: rangeOf(spot) } };
}

export function sourceData({ uri, year }: Source): Required<Pick<FindingData, 'before'>> {
  return { before: { uri, year } };
}
