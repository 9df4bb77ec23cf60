import type { Doubt } from './claim.ts';

/** Doubts about a claim as bits, in the order in which they are told. */
const DOUBTS: readonly Doubt[] = ['year', 'period', 'approximate', 'wording', 'area', 'office'];

export function doubtBit(doubt: Doubt): number {
  return 1 << DOUBTS.indexOf(doubt);
}

const lists: readonly (readonly Doubt[])[] = Array.from({ length: 1 << DOUBTS.length }, (_, bits) =>
  DOUBTS.filter((_, at) => bits & (1 << at)),
);

/** The same list for the same bits. */
export function doubtsOf(bits: number): readonly Doubt[] {
  return lists[bits] as readonly Doubt[];
}
