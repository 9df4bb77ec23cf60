/**
 * Which of `numbers` stand out of order: the fewest whose removal leaves the rest ascending. Returns their indices.
 * Patience sorting; never more than a form has rows.
 */
export function outOfOrder(numbers: readonly number[]): Set<number> {
  if (numbers.every((number, at) => at === 0 || number > (numbers[at - 1] as number))) return new Set();
  const tails: number[] = [];
  const before = numbers.map((number, at) => {
    let pile = tails.findIndex((tail) => (numbers[tail] as number) >= number);
    if (pile < 0) pile = tails.length;
    tails[pile] = at;
    return pile > 0 ? (tails[pile - 1] as number) : -1;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) kept.add(at);
  return new Set([...numbers.keys()].filter((at) => !kept.has(at)));
}
