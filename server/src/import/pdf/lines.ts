import type { Piece } from './page.ts';

/** Pieces on one baseline, from left to right. */
export type Line = readonly Piece[];

/** Baselines closer than this share of the font's size are one. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the font's size is a blank between numbers or words. */
const BLANK = 0.25;
/** A gap wider than so many sizes parts columns. */
const COLUMN = 1.5;

export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && piece.y - first.y <= SAME_LINE * Math.min(first.size, piece.size)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

/** The text of a line: digits that stand apart stay apart, columns without lines are kept apart by runs of spaces. */
export function lineText(line: Line): string {
  let text = '';
  let end = Number.NaN;
  for (const piece of line) {
    const gap = piece.x - end;
    if (gap > COLUMN * piece.size) text += ' '.repeat(Math.max(2, Math.round((2 * gap) / piece.size)));
    else if (gap > BLANK * piece.size && isWord(text.at(-1)) && isWord(piece.text[0])) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[0-9A-Za-z]/.test(character);
}

export function endOf(line: Line): number {
  const last = line.at(-1);
  return last ? last.x + last.width : 0;
}
