import type { Random } from './random.ts';

/** Damages a text; `other` gives another report, of whatever layout. */
export type Mutator = (text: string, random: Random, other: () => string) => string;
