/**
 * Patterns of files: `*` and `?` within a name, `**` for any number of folders, `[a-z]`, `[!a]`, `{甲,乙}`, and `\` before
 * a sign that is meant itself. There is nothing in it that can be tried in more ways than one after the other: the time
 * of a match is at most the length of the pattern times that of the path.
 */

/** A pattern made ready; takes a path with `/` as `segmentsOf` gives it. */
export type Glob = (segments: Segments) => boolean;

/** The names in a path, each as its characters. */
export type Segments = readonly (readonly string[])[];

/** A pattern is at most so many UTF-16 code units long, and a list has at most so many of them. */
export const LONGEST_PATTERN = 1000;
export const MOST_PATTERNS = 1000;
/** `{a,b}{c,d}` are four patterns; one pattern stands for at most so many. */
const MOST_ALTERNATIVES = 100;

export function segmentsOf(path: string): Segments {
  return path.split('/').map((name) => [...name]);
}

/** Whether a path is what any of these patterns says; those that are not supported say nothing. */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.flatMap((pattern) => compileGlob(pattern) ?? []);
  if (globs.length === 0) return () => false;
  return (path) => {
    const segments = segmentsOf(path);
    return globs.some((glob) => glob(segments));
  };
}

/**
 * Makes a pattern ready; undefined for one that is not supported: empty, longer than `LONGEST_PATTERN`, beginning with
 * `!`, with `+(…)` or the like, or standing for too many others. Never throws.
 */
export function compileGlob(pattern: string): readonly Glob[] | undefined {
  if (pattern === '' || pattern.length > LONGEST_PATTERN || /^!|[@!?+*]\(/.test(pattern)) return undefined;
  return alternativesOf(pattern)?.map((each) => {
    const pieces = each.split('/').map((segment) => (/^\*{2,}$/.test(segment) ? MANY : piecesOf([...segment])));
    return (segments) => matches(pieces, segments, nameMatches);
  });
}

/** Any number of whatever is matched: characters of a name, or names of a path. */
const MANY = Symbol('many');

/** What one character must be. */
type Piece = (character: string) => boolean;
type Name = readonly (Piece | typeof MANY)[];

function nameMatches(name: Name, characters: readonly string[]): boolean {
  // A star alone stands for a name, and there is none before the first slash.
  if (characters.length === 0) return name.length === 0;
  return matches(name, characters, (piece, character) => piece(character));
}

/**
 * Whether `items` are what the pieces say, one for one. Only the last `MANY` is tried longer: what the ones before it
 * took is as good as anything else that they could have taken.
 */
function matches<One, Item>(
  pieces: readonly (One | typeof MANY)[],
  items: readonly Item[],
  fits: (piece: One, item: Item) => boolean,
): boolean {
  let at = 0;
  let many = -1;
  let taken = 0;
  for (let item = 0; item < items.length; ) {
    const piece = pieces[at];
    if (piece === MANY) {
      many = at++;
      taken = item;
    } else if (piece !== undefined && fits(piece, items[item] as Item)) {
      at++;
      item++;
    } else if (many >= 0) {
      at = many + 1;
      item = ++taken;
    } else return false;
  }
  while (pieces[at] === MANY) at++;
  return at === pieces.length;
}

function piecesOf(characters: readonly string[]): Name {
  const pieces: (Piece | typeof MANY)[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    const end = character === '[' ? endOfClass(characters, at) : -1;
    if (character === '*') {
      if (pieces.at(-1) !== MANY) pieces.push(MANY);
    } else if (character === '?') pieces.push(() => true);
    else if (end > 0) {
      pieces.push(classOf(characters.slice(at + 1, end)));
      at = end;
    } else {
      const meant = character === '\\' ? (characters[++at] ?? character) : character;
      pieces.push((each) => each === meant);
    }
  }
  return pieces;
}

/** Where the `]` stands that ends a class; one right at its beginning belongs to it. */
function endOfClass(characters: readonly string[], start: number): number {
  const first = start + (/[!^]/.test(characters[start + 1] ?? '') ? 2 : 1);
  return characters.indexOf(']', first + 1);
}

/** What stands between `[` and `]`: characters and ranges, after `!` or `^` all others. */
function classOf(inner: readonly string[]): Piece {
  const not = inner[0] === '!' || inner[0] === '^';
  const ranges: (readonly [string, string])[] = [];
  for (let at = not ? 1 : 0; at < inner.length; at++) {
    const from = inner[at] as string;
    const to = inner[at + 1] === '-' ? inner[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return (character) => ranges.some(([from, to]) => isBetween(character, from, to)) !== not;
}

function isBetween(character: string, from: string, to: string): boolean {
  const [one = 0, low = 0, high = 0] = [character, from, to].map((each) => each.codePointAt(0));
  return low <= one && one <= high;
}

/** The patterns without braces that one with braces stands for; undefined when they are too many. */
function alternativesOf(pattern: string): readonly string[] | undefined {
  const plain: string[] = [];
  const open = [pattern];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const braces = innerBraces(each);
    if (!braces) plain.push(each);
    else for (const choice of braces.choices) open.push(each.slice(0, braces.start) + choice + each.slice(braces.end));
    if (plain.length + open.length > MOST_ALTERNATIVES) return undefined;
  }
  return plain;
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** The first braces with a comma that have none inside them; braces without a comma are meant themselves. */
function innerBraces(pattern: string): Braces | undefined {
  const open: number[][] = [];
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at];
    if (sign === '\\') at++;
    else if (sign === '{') open.push([at]);
    else if (sign === ',') open.at(-1)?.push(at);
    else if (sign === '}') {
      const marks = open.pop();
      if (!marks || marks.length === 1) continue;
      const choices = marks.map((from, index) => pattern.slice(from + 1, marks[index + 1] ?? at));
      return { start: marks[0] as number, end: at + 1, choices };
    }
  }
  return undefined;
}
