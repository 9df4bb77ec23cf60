import type { Facts, RuleCode, YearFacts } from '../finding.ts';

/** Languages of messages: Chinese first, English for editors in any other language. */
export type Locale = 'zh' | 'en';

/** Some kinds of facts serve several codes, so `Extract` by the code alone would find none. */
type FactsOf<Code extends RuleCode, Each = Facts> = Each extends { code: infer C }
  ? Code extends C
    ? Each
    : never
  : never;

/** One sentence or more for each rule: what is wrong, why, and what to do, with the numbers. */
export type Words = {
  readonly [Code in RuleCode]: (facts: FactsOf<Code>) => string;
} & {
  /** Related information on one addend of a sum. */
  readonly addend: (name: string, signedValue: string) => string;
  /** Related information on the cell that is probably wrong. */
  readonly suspect: (name: string, value: number) => string;
  /** Related information on a sum that the probably wrong cell belongs to. */
  readonly failing: (place: string, stated: number, computed: number) => string;
  /** Related information on a place in the report of the year before, and on this year's numbers beside it. */
  readonly earlier: {
    readonly [Code in YearFacts['code']]: (facts: FactsOf<Code>) => string;
  } & {
    readonly issued: (value: number) => string;
    readonly abolished: (value: number) => string;
  };
  /** Related information on a number of the prose. */
  readonly said: (value: string) => string;
};
