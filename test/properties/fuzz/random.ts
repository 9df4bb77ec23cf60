/** A whole number from 0 up to, but not including, `below`; the next call gives the next one. */
export type Random = (below: number) => number;

/**
 * The numbers that belong to one document. Every document has its own, so that any of them is made again without the
 * ones before it. (mulberry32, over a mix of both arguments; quick, and good enough to break things with.)
 */
export function randomOf(seed: number, number: number): Random {
  let state = Math.imul(seed + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 0x165667b1, 0xc2b2ae35);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  next();
  return (below) => Math.floor(next() * below);
}

/** One of the things in a list that is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)] as T;
}

/** A stretch `[from, to)` of something `length` long; mostly short, sometimes all of it. */
export function stretch(random: Random, length: number): readonly [from: number, to: number] {
  const most = [4, 40, 400, length][random(4)] as number;
  const from = random(length + 1);
  return [from, Math.min(length, from + 1 + random(Math.max(1, most)))];
}
