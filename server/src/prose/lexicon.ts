/**
 * Words by their characters in two flat tables, so that the longest one at a place is found in one walk without an object
 * on the way. A node is a number; an edge is found by its node and its character in a table of hashes.
 */
export interface Lexicon {
  /** The node that each character leads to from the root; 0 where no word begins with it. */
  readonly roots: Uint16Array;
  /** `node << 16 | character` of each edge, and the node that it leads to. */
  readonly edges: Int32Array;
  readonly targets: Uint16Array;
  /** The number of the word that ends at a node; 0 where none does. */
  readonly ends: Uint16Array;
}

const CHARACTERS = 0x10000;
const HASH = 0x9e3779b1;
/** At most this share of the slots is taken. */
const SLOTS_PER_EDGE = 2;

/** @param words the word of number n is `words[n - 1]`; of two that are the same the later counts */
export function buildLexicon(words: readonly string[]): Lexicon {
  let letters = 1;
  for (const word of words) letters += word.length;
  let slots = 16;
  while (slots < letters * SLOTS_PER_EDGE) slots *= 2;
  const lexicon: Lexicon = {
    roots: new Uint16Array(CHARACTERS),
    edges: new Int32Array(slots),
    targets: new Uint16Array(slots),
    ends: new Uint16Array(letters),
  };
  let nodes = 0;
  for (const [index, word] of words.entries()) {
    const first = word.charCodeAt(0);
    let node = lexicon.roots[first] as number;
    if (node === 0) {
      node = ++nodes;
      lexicon.roots[first] = node;
    }
    for (let at = 1; at < word.length; at++) {
      const edge = (node << 16) | word.charCodeAt(at);
      const slot = slotOf(lexicon, edge);
      if (lexicon.edges[slot] === 0) {
        lexicon.edges[slot] = edge;
        lexicon.targets[slot] = ++nodes;
      }
      node = lexicon.targets[slot] as number;
    }
    lexicon.ends[node] = index + 1;
  }
  return lexicon;
}

/** The slot of this edge, or the free one where it belongs. */
function slotOf({ edges }: Lexicon, edge: number): number {
  const mask = edges.length - 1;
  let slot = (Math.imul(edge, HASH) >>> 16) & mask;
  while (edges[slot] !== edge && edges[slot] !== 0) slot = (slot + 1) & mask;
  return slot;
}

/**
 * The longest word that begins at `at`: its length times 65536 plus its number; 0 when none does. One number and no
 * object, for it is asked at every character.
 */
export function longestWord(lexicon: Lexicon, codes: ArrayLike<number>, at: number, length: number): number {
  const { roots, targets, ends } = lexicon;
  let node = roots[codes[at] as number] as number;
  let found = 0;
  for (let to = at + 1; node !== 0; to++) {
    const end = ends[node] as number;
    if (end !== 0) found = ((to - at) << 16) | end;
    if (to >= length) break;
    node = targets[slotOf(lexicon, (node << 16) | (codes[to] as number))] as number;
  }
  return found;
}

export const wordOf = (found: number): number => found & 0xffff;
export const lengthOf = (found: number): number => found >>> 16;
