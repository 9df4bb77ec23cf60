import type { Claim, Count, PartsClaim, RatioClaim, SettledClaim, YearStatement } from './claim.ts';
import type { Role } from './question.ts';
import type { Scope } from './scope.ts';
/** A claim whose meaning may still widen: 收到23件，其中上年结转1件. */
export type DraftClaim = { -readonly [Key in keyof Claim]: Claim[Key] };

/** A number that was counted so far in a sentence. */
export interface TableCount extends Count {
  readonly claim: DraftClaim | undefined;
  readonly role: Role | undefined;
  readonly depth: number;
  /** Whether it is a part of a list, and not its total. */
  readonly listed: boolean;
  /** 其他 as the last part says that the list is complete. */
  readonly rest: boolean;
}

/** A list that 其中 opened. */
export interface OpenList {
  readonly depth: number;
  /** What may be its total: the counts before it. */
  readonly totals: readonly TableCount[];
  readonly parts: TableCount[];
  /** Whose share it is, where its first part says so: `其中区政府办17件`. */
  readonly scope: Scope | undefined;
}

/** Everything found, in the making. */
export interface Findings {
  readonly claims: Claim[];
  readonly parts: PartsClaim[];
  readonly ratios: RatioClaim[];
  readonly settled: SettledClaim[];
  readonly years: YearStatement[];
}

/** How numbers changed since last year, as far as a sentence gives both of them. */
export interface Growth {
  readonly currents: TableCount[];
  readonly bases: TableCount[];
  readonly amounts: number[];
  /** Whether a change was told already, so that the next count begins anew. */
  told: boolean;
}

export const newGrowth = (told = false): Growth => ({ currents: [], bases: [], amounts: [], told });
