import { ENTITY, entityBefore, FOLDED, isOrdinal } from '../text/fold.ts';
import { labelStart, type Source } from './rows.ts';

export const isOrdinalPiece = (source: Source, piece: number): boolean =>
  onlyOrdinals(source.text, labelStart(source, piece), source.tokens.ends[piece] as number);

/** Whether the pieces from `from` on are a whole cell, or the last piece of all. */
export function fillsCell({ tokens: { columns } }: Source, pieces: readonly number[], from: number): boolean {
  const column = columns[pieces[from] as number] as number;
  if (from === pieces.length - 1) return true;
  if (column < 0 || (from > 0 && columns[pieces[from - 1] as number] === column)) return false;
  for (let at = from + 1; at < pieces.length; at++) if (columns[pieces[at] as number] !== column) return false;
  return true;
}

/** Whether nothing but an ordinal stands in `[start, end)`. */
export function onlyOrdinals(text: string, start: number, end: number): boolean {
  for (let at = end; at > start; at--) {
    const code = text.charCodeAt(at - 1);
    const folded = FOLDED[code] as number;
    if (folded !== 0 && folded !== ENTITY && !isOrdinal(folded)) return false;
    if (code === 0x3b) at = entityBefore(text, at - 1, start) + 1;
  }
  return true;
}
