import type { GrowthClaim, PartsClaim, Quantity, ShareClaim, Sum } from './claim.ts';
import type { SentenceContext } from './contexts.ts';
import type { Growth, OpenList, TableCount } from './counted.ts';
import { CARRIED_IN, RECEIVED, RECEIVED_OR_TO_DO } from './quantities.ts';
import type { Meaning, Role } from './question.ts';
import { rememberedWith } from './remembered.ts';
import type { Scope } from './scope.ts';

/** Opens a list of parts of what was counted before in the sentence. */
export function openList(sentence: SentenceContext, depth: number, scope: Scope | undefined): void {
  const totals = sentence.counts.filter((count) => count.depth <= depth);
  const open = sentence.lists.at(-1);
  if (open && open.depth >= depth) closeLists(sentence, depth - 1);
  if (totals.length > 0) sentence.lists.push({ depth, totals, parts: [], scope });
}

/** Ends the lists that stand in more than `depth` brackets. */
export function closeLists({ lists, paragraph }: SentenceContext, depth: number): void {
  while (lists.length > 0 && (lists[lists.length - 1] as OpenList).depth > depth) {
    for (const list of partsOf(lists.pop() as OpenList)) paragraph.report.found.parts.push(list);
  }
}

/** What can be one of several parts; other counts are the next thing that a sentence tells. */
const PARTS: ReadonlySet<Role | undefined> = new Set([
  'applicant',
  'outcome',
  'channel',
  'reason',
  'result',
  undefined,
]);

/** Whether a count belongs to the open list, or is the next thing that the sentence tells. */
export function isPart(meaning: Meaning | undefined, list: OpenList, depth: number): boolean {
  if (PARTS.has(meaning?.role) || depth > list.depth) return true;
  return list.parts.every(({ role }) => role === meaning?.role);
}

export const isCarriedIn = ([sum]: Quantity) => sum === CARRIED_IN;

/** `收到申请23件，其中上年结转1件`: then 收到 may have meant both together. */
export function widenTotals({ lists }: SentenceContext): void {
  for (const { claim } of lists.at(-1)?.totals ?? []) {
    if (claim?.quantity.length === 1 && claim.quantity[0] === RECEIVED) claim.quantity = RECEIVED_OR_TO_DO;
  }
}

/** 维持, 纠正, 其他, 尚未审结: all of them make the whole. */
const RESULTS = 4;

const DIVISIONS: readonly (Role | undefined)[] = ['applicant', 'outcome', 'result', undefined];

/** The lists among the parts, one for each way of dividing: by applicant, by outcome, by result. */
function partsOf({ totals, parts }: OpenList): PartsClaim[] {
  const total = totals.at(-1);
  if (!total || parts.length < 2) return [];
  const usable = (count: TableCount) => count.exact && count.unit === total.unit;
  if (!totals.every(usable) || !parts.every(usable)) return [];
  const found: PartsClaim[] = [];
  for (const role of DIVISIONS) {
    const own = withoutSubdivisions(parts.filter((part) => part.role === role));
    const complete = own.length >= 2 && isComplete(role, own);
    if (own.length >= 2 && (role !== undefined || complete)) found.push({ totals, parts: own, complete });
  }
  return found;
}

/**
 * 不予公开3件，属于国家秘密1件 counts the same requests twice: rows of a group are left out beside groups, and columns beside
 * 法人或其他组织. None are left when one thing is named twice.
 */
function withoutSubdivisions(parts: readonly TableCount[]): readonly TableCount[] {
  if (parts.length < 2) return parts;
  const terms = (count: TableCount) => count.claim?.quantity[0] ?? [];
  const groups = parts.filter((part) =>
    terms(part).some(({ row, group, table }) => table === 3 && (GROUPS.has(row) || group)),
  );
  const whole = (part: TableCount) => terms(part).every(({ row, names }) => TOP.has(row) || names?.includes('自然人'));
  const kept = groups.length > 0 ? parts.filter((part) => groups.includes(part) || whole(part)) : parts;
  const names = kept.map((part) => part.claim?.quantity ?? part.span);
  return new Set<object>(names).size === names.length ? kept : [];
}

const GROUPS: ReadonlySet<string> = new Set(['不予公开', '无法提供', '不予处理', '其他处理']);
const TOP: ReadonlySet<string> = new Set(['予以公开', '部分公开', ...GROUPS]);

function isComplete(role: Role | undefined, parts: readonly TableCount[]): boolean {
  if (role === undefined) return parts.at(-1)?.rest === true;
  const rows = new Set<string>();
  for (const { claim } of parts) for (const name of claim ? namesIn(claim.quantity, role) : []) rows.add(name);
  if (role === 'outcome') return [...TOP].every((row) => rows.has(row));
  if (role === 'result') return rows.size >= RESULTS;
  return role === 'applicant' && rows.has('自然人') && rows.has('法人或其他组织');
}

/** What a part surely is: 法人 may or may not be all organisations, and names nothing here. */
const namesIn = rememberedWith((quantity: Quantity, role): readonly string[] => {
  const nameOf = (sum: Sum) =>
    sum.flatMap((term) =>
      role === 'outcome' ? term.row : role === 'result' ? (term.names ?? []) : (term.group ?? term.names ?? []),
    );
  const [first = [], ...others] = quantity.map(nameOf);
  return first.filter((name) => others.every((names) => names.includes(name)));
});

/** What `占78.3%` is of: the count before it. */
export function lastCount({ counts }: SentenceContext, depth: number): TableCount | undefined {
  return counts.findLast((count) => count.depth <= depth);
}

export type Percent = Pick<ShareClaim, 'percent' | 'decimals' | 'span'>;

/** `占78.3%`, of a count; only where a whole was named too. */
export function shareOf(
  number: Percent,
  { counts, lists }: SentenceContext,
  part: TableCount | undefined,
): ShareClaim | undefined {
  const list = lists.at(-1);
  const listed = part && list?.parts.includes(part) && list.totals.length;
  const divided =
    part?.role === 'applicant' || part?.role === 'outcome' || part?.role === 'result' || part?.role === 'channel';
  const sibling = (count: TableCount) => count.role === part?.role && !listed && isOfUnknown(count);
  const wholes = counts.filter((count) => count !== part && count.value >= (part?.value ?? 0) && !sibling(count));
  if (!part || (!listed && !divided) || wholes.length === 0 || !counts.every(({ exact }) => exact)) return undefined;
  return { kind: 'share', ...number, part, wholes };
}

/**
 * Whether no table tells what it is a part of: `网络申请130件，占86.7%；信函申请20件，占13.3%`, and whatever is told of an area. Then one part
 * is no whole of the next.
 */
function isOfUnknown({ role, claim }: TableCount): boolean {
  const ofOthers = claim?.doubts.some((doubt) => doubt === 'area' || doubt === 'office');
  return role === 'channel' || role === 'result' || ofOthers === true;
}

/** 发布213条，其中…其他40条，比上年的180条增长18%: the totals come last, for they are what grew. */
function totalsLast(counts: readonly TableCount[]): TableCount[] {
  return [...counts.filter(({ listed }) => listed), ...counts.filter(({ listed }) => !listed)];
}

export function growthOf(
  { currents, bases, amounts }: Growth,
  claim: Pick<GrowthClaim, 'span' | 'change' | 'measure' | 'decimals'>,
  sinceLastYear = false,
): GrowthClaim | undefined {
  const sure = [...currents, ...bases].every(({ exact }) => exact) && currents.length > 0;
  const known = bases.length > 0 || (claim.measure === 'percent' && amounts.length > 0);
  const open = sinceLastYear && bases.length === 0 && amounts.length === 0 && currents.every(({ listed }) => !listed);
  if (!sure || !(known || open)) return undefined;
  return { kind: 'growth', ...claim, currents: totalsLast(currents), bases: [...bases], amounts: [...amounts] };
}
