import type {
  Claim,
  Count,
  GrowthClaim,
  PartsClaim,
  Quantity,
  RatioClaim,
  SettledClaim,
  ShareClaim,
  Sum,
  YearStatement,
} from './claim.ts';
import type { Role } from './meaning.ts';
import type { Scope } from './scope.ts';

/** A claim whose meaning may still widen: 收到23件，其中上年结转1件. */
export type Draft = { -readonly [Key in keyof Claim]: Claim[Key] };

/** What was counted so far in a sentence: lists, shares and growth refer back to it. */
export interface Entry extends Count {
  readonly claim: Draft | undefined;
  readonly role: Role | undefined;
  readonly depth: number;
  /** 其他 as the last part says that the list is complete. */
  readonly rest: boolean;
}

/** A list that 其中 opened. */
export interface OpenList {
  readonly depth: number;
  /** What may be its total: the counts before it. */
  readonly totals: readonly Entry[];
  readonly parts: Entry[];
  /** Whose share it is, where its first part says so: `其中区政府办17件`. */
  readonly scope?: Scope;
}

/** Everything found, in the making. */
export interface Findings {
  readonly claims: Claim[];
  readonly parts: PartsClaim[];
  readonly ratios: RatioClaim[];
  readonly settled: SettledClaim[];
  readonly years: YearStatement[];
}

/** 维持, 纠正, 其他, 尚未审结: all of them make the whole. */
const RESULTS = 4;

/** The lists among the parts, one for each way of dividing: by applicant, by outcome, by result. */
export function closeList({ totals, parts }: OpenList): PartsClaim[] {
  const total = totals.at(-1);
  if (!total) return [];
  const usable = (entry: Entry) => entry.exact && entry.unit === total.unit;
  if (![...totals, ...parts].every(usable)) return [];
  const roles: readonly (Role | undefined)[] = ['applicant', 'outcome', 'result', undefined];
  return roles.flatMap((role) => {
    const own = withoutSubdivisions(parts.filter((part) => part.role === role));
    const complete = isComplete(role, own);
    return own.length < 2 || (role === undefined && !complete) ? [] : { totals, parts: own, complete };
  });
}

/**
 * 不予公开3件，属于国家秘密1件 counts the same requests twice: rows of a group are left out beside groups, and columns beside
 * 法人或其他组织. None are left when one thing is named twice.
 */
function withoutSubdivisions(parts: readonly Entry[]): readonly Entry[] {
  const terms = (entry: Entry) => entry.claim?.quantity[0] ?? [];
  const groups = parts.filter((part) =>
    terms(part).some(({ row, group, table }) => table === 3 && (GROUPS.has(row) || group)),
  );
  const whole = (part: Entry) => terms(part).every(({ row, names }) => TOP.has(row) || names?.includes('自然人'));
  const kept = groups.length > 0 ? parts.filter((part) => groups.includes(part) || whole(part)) : parts;
  const names = kept.map((part) => JSON.stringify(part.claim?.quantity ?? part.span));
  return new Set(names).size === names.length ? kept : [];
}

const GROUPS: ReadonlySet<string> = new Set(['不予公开', '无法提供', '不予处理', '其他处理']);
const TOP: ReadonlySet<string> = new Set(['予以公开', '部分公开', ...GROUPS]);

function isComplete(role: Role | undefined, parts: readonly Entry[]): boolean {
  if (role === undefined) return parts.at(-1)?.rest === true;
  const rows = new Set(parts.flatMap(({ claim }) => (claim ? namesIn(claim.quantity, role) : [])));
  if (role === 'outcome') return [...TOP].every((row) => rows.has(row));
  if (role === 'result') return rows.size >= RESULTS;
  return role === 'applicant' && rows.has('自然人') && rows.has('法人或其他组织');
}

/** What a part surely is: 法人 may or may not be all organisations, and names nothing here. */
function namesIn(quantity: Quantity, role: Role): string[] {
  const nameOf = (sum: Sum) =>
    sum.flatMap((term) =>
      role === 'outcome' ? term.row : role === 'result' ? (term.names ?? []) : (term.group ?? term.names ?? []),
    );
  const [first = [], ...others] = quantity.map(nameOf);
  return first.filter((name) => others.every((names) => names.includes(name)));
}

/** `占78.3%`, of the count before it; only where a whole was named too. */
export function shareOf(
  number: { readonly percent: number; readonly decimals: number; readonly span: ShareClaim['span'] },
  before: readonly Entry[],
  list: OpenList | undefined,
): ShareClaim[] {
  const part = before.at(-1);
  const listed = list?.parts.at(-1) === part && list?.totals.length;
  const divided =
    part?.role === 'applicant' || part?.role === 'outcome' || part?.role === 'result' || part?.role === 'channel';
  const wholes = before.filter((entry) => entry !== part && entry.value >= (part?.value ?? 0));
  if (!part || (!listed && !divided) || wholes.length === 0 || !before.every(({ exact }) => exact)) return [];
  return [{ kind: 'share', ...number, part, wholes }];
}

/** How numbers changed since last year, as far as a sentence gives both of them. */
export interface Growth {
  readonly currents: Entry[];
  readonly bases: Entry[];
  readonly amounts: number[];
  /** Whether a change was told already, so that the next count begins anew. */
  told: boolean;
}

export const newGrowth = (): Growth => ({ currents: [], bases: [], amounts: [], told: false });

export function growthOf(
  growth: Growth,
  claim: Pick<GrowthClaim, 'span' | 'change' | 'measure' | 'decimals'>,
): GrowthClaim[] {
  const { currents, bases, amounts } = growth;
  const sure = [...currents, ...bases].every(({ exact }) => exact) && currents.length > 0;
  const known = bases.length > 0 || (claim.measure === 'percent' && amounts.length > 0);
  if (!sure || !known) return [];
  return [{ kind: 'growth', ...claim, currents: [...currents], bases: [...bases], amounts: [...amounts] }];
}
