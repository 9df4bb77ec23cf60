/** Words by their characters, so that the longest one at a place is found in one walk. */
interface Node<T> {
  readonly next: Map<number, Node<T>>;
  /** Whether a word ends here, and what it means; a word may mean nothing. */
  end: boolean;
  meaning: T | undefined;
}

export interface Lexicon<T> {
  readonly root: Node<T>;
}

/** How long the word is that was found (UTF-16), and what it means. */
export interface Entry<T> {
  readonly length: number;
  readonly meaning: T | undefined;
}

/** Of two entries for one word the later counts. */
export function buildLexicon<T>(entries: readonly (readonly [string, T | undefined])[]): Lexicon<T> {
  const root: Node<T> = { next: new Map(), end: false, meaning: undefined };
  for (const [word, meaning] of entries) {
    let node = root;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map(), end: false, meaning: undefined };
        node.next.set(code, next);
      }
      node = next;
    }
    node.end = true;
    node.meaning = meaning;
  }
  return { root };
}

/** The longest word that begins at `at`. */
export function longestWord<T>({ root }: Lexicon<T>, codes: readonly number[], at: number): Entry<T> | undefined {
  let node = root.next.get(codes[at] as number);
  let found: Entry<T> | undefined;
  for (let to = at + 1; node; to++) {
    if (node.end) found = { length: to - at, meaning: node.meaning };
    node = to < codes.length ? node.next.get(codes[to] as number) : undefined;
  }
  return found;
}
