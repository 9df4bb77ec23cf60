/** How much two labels are alike when one may have a slip of the pen: by the pairs of neighbouring characters in them. */

/** The pairs of neighbouring characters of a text, in their order: `总计数` has 总计 and 计数. */
export function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** How many pairs a text shares with each thing that has any of them; a thing stands under a pair as often as it has it. */
export function sharedPairs<T>(text: string, byPair: ReadonlyMap<string, readonly T[]>): Map<T, number> {
  const times = new Map<string, number>();
  for (const pair of pairsOf(text)) times.set(pair, (times.get(pair) ?? 0) + 1);
  const shared = new Map<T, number>();
  for (const [pair, count] of times) {
    const seen = new Map<T, number>();
    for (const each of byPair.get(pair) ?? []) {
      const before = seen.get(each) ?? 0;
      seen.set(each, before + 1);
      if (before < count) shared.set(each, (shared.get(each) ?? 0) + 1);
    }
  }
  return shared;
}

/** Dice's coefficient of two texts of these lengths: 1 for equal texts, 0 for no pair in common. */
export function likeness(shared: number, length: number, other: number): number {
  return (2 * shared) / (length + other - 2);
}
