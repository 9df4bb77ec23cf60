/** What two versions of a text have in common. All offsets in UTF-16 code units. */
export interface Change {
  /** So many characters at the beginning are the same. */
  readonly prefix: number;
  /** Where the characters begin that are the same at the end, in the old text. */
  readonly suffix: number;
  /** How much further these stand in the new text. */
  readonly shift: number;
}

/** Long texts are compared in pieces of this length first, which costs next to nothing. */
const PIECE = 4096;

export function changeBetween(before: string, after: string): Change {
  const shared = Math.min(before.length, after.length);
  const shift = after.length - before.length;
  let prefix = 0;
  while (prefix + PIECE <= shared && before.slice(prefix, prefix + PIECE) === after.slice(prefix, prefix + PIECE))
    prefix += PIECE;
  while (prefix < shared && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  let suffix = before.length;
  const first = before.length - shared + prefix;
  while (suffix - PIECE >= first && isSame(before, after, suffix - PIECE, suffix, shift)) suffix -= PIECE;
  while (suffix > first && before.charCodeAt(suffix - 1) === after.charCodeAt(suffix - 1 + shift)) suffix--;
  return { prefix, suffix, shift };
}

function isSame(before: string, after: string, start: number, end: number, shift: number): boolean {
  return before.slice(start, end) === after.slice(start + shift, end + shift);
}

/** Which lines of the version before stand in this one as well. */
export interface KeptLines {
  /** So many at the beginning are the same, and stand where they stood. */
  readonly head: number;
  /** The first of those that are the same at the end, as the version before numbers them. */
  readonly tail: number;
  /** How many lines, and how many characters (UTF-16), these stand further down. */
  readonly lines: number;
  readonly shift: number;
}

/** The line that line `at` of the version before is in this one; -1 where it was changed. */
export function keptLine({ head, tail, lines }: KeptLines, at: number): number {
  return at < head ? at : at >= tail ? at + lines : -1;
}

/** Where a place of the version before stands in this one; it must stand in a line that was kept. */
export function keptOffset({ tail, shift }: KeptLines, line: number, offset: number): number {
  return line >= tail ? offset + shift : offset;
}
