/**
 * Words by their characters in flat tables, so that the longest one at a place is found in one walk without an object on
 * the way. A node is a number; an edge is found by its node and its character in a table of hashes.
 */
export interface Lexicon {
  /** The node that each character leads to from the root; 0 where no word begins with it. */
  readonly roots: Uint16Array;
  /** The characters that words begin with. */
  readonly firsts: ReadonlySet<number>;
  /** Of each of these nodes, a bit for every character that goes on from it; some share one. */
  readonly seconds: Int32Array;
  readonly edges: Edges;
  /** The number of the word that ends at a node; 0 where none does. */
  readonly ends: Uint16Array;
}

interface Edges {
  /** `node << 16 | character`; 0 in a free slot. */
  readonly keys: Int32Array;
  /** The node that each leads to. */
  readonly targets: Uint16Array;
}

const CHARACTERS = 0x10000;
const HASH = 0x9e3779b1;
const BITS = 31;

/** @param words the word of number n is `words[n - 1]`; of two that are the same the later counts */
export function buildLexicon(words: readonly string[]): Lexicon {
  const roots = new Uint16Array(CHARACTERS);
  const firsts = new Set<number>();
  let letters = 0;
  for (const word of words) {
    firsts.add(word.charCodeAt(0));
    letters += word.length;
  }
  let nodes = 0;
  for (const first of firsts) roots[first] = ++nodes;
  const seconds = new Int32Array(nodes + 1);
  const all = newEdges(letters);
  /** Of each node the key of the edge that leads to it; 0 of those that are reached from the root. */
  const keyOf = new Int32Array(nodes + letters + 1);
  const ends = new Uint16Array(nodes + letters + 1);
  for (const [index, word] of words.entries()) {
    let node = roots[word.charCodeAt(0)] as number;
    if (word.length > 1) seconds[node] = (seconds[node] as number) | secondBit(word.charCodeAt(1));
    for (let at = 1; at < word.length; at++) {
      const key = (node << 16) | word.charCodeAt(at);
      const slot = slotOf(all, key);
      if (all.keys[slot] === 0) {
        addEdge(all, slot, key, ++nodes);
        keyOf[nodes] = key;
      }
      node = all.targets[slot] as number;
    }
    ends[node] = index + 1;
  }
  return { roots, firsts, seconds, edges: compact(keyOf, nodes), ends: ends.slice(0, nodes + 1) };
}

const secondBit = (code: number): number => 1 << (code & BITS);

/** With room for `count` of them, half of the slots left free. */
function newEdges(count: number): Edges {
  let slots = 16;
  while (slots < 2 * count) slots *= 2;
  return { keys: new Int32Array(slots), targets: new Uint16Array(slots) };
}

function addEdge({ keys, targets }: Edges, slot: number, key: number, target: number): void {
  keys[slot] = key;
  targets[slot] = target;
}

/** The same in no more room than they need, for words begin alike, and a small table is sooner read. */
function compact(keyOf: Int32Array, nodes: number): Edges {
  const edges = newEdges(nodes);
  for (let node = 1; node <= nodes; node++) {
    const key = keyOf[node] as number;
    if (key !== 0) addEdge(edges, slotOf(edges, key), key, node);
  }
  return edges;
}

/** The slot of this edge, or the free one where it belongs. */
function slotOf({ keys }: Edges, key: number): number {
  const mask = keys.length - 1;
  let slot = (Math.imul(key, HASH) >>> 16) & mask;
  while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
  return slot;
}

/**
 * The longest word that begins at `at`: its length times 65536 plus its number; 0 when none does. One number and no
 * object, for it is asked at every character.
 */
export function longestWord(lexicon: Lexicon, codes: ArrayLike<number>, at: number, length: number): number {
  const { roots, seconds, edges, ends } = lexicon;
  let node = roots[codes[at] as number] as number;
  if (node === 0) return 0;
  let to = at + 1;
  let found = ends[node] as number;
  if (found !== 0) found |= 1 << 16;
  // Most words go no further than their first character.
  if (to >= length || ((seconds[node] as number) & secondBit(codes[to] as number)) === 0) return found;
  while (to < length) {
    node = edges.targets[slotOf(edges, (node << 16) | (codes[to] as number))] as number;
    if (node === 0) break;
    to++;
    const end = ends[node] as number;
    if (end !== 0) found = ((to - at) << 16) | end;
  }
  return found;
}

export const wordOf = (found: number): number => found & 0xffff;
export const lengthOf = (found: number): number => found >>> 16;
