import { type GrowthSaid, type Predecessor, type Source, spanOf } from '../../digest/digest.ts';
import { bindSum } from '../../prose/binding.ts';
import type { Claim, Count, GrowthClaim, ShareClaim } from '../../prose/claim.ts';
import { RECEIVED, SETTLED, TO_DO } from '../../prose/quantities.ts';
import { numberIn, type Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Prose } from '../claims.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';
import { writeSaid } from '../wording/change.ts';
import { shortNumber } from '../wording/quantity.ts';
import { relatedSource, sourceIn } from '../years.ts';

interface RatioMismatch {
  readonly claim: Pick<ShareClaim, 'kind'> | Pick<GrowthClaim, 'kind' | 'measure' | 'change'>;
  readonly written: string;
  /** What follows from the numbers beside it, exactly: a percentage, or how many more. */
  readonly computed: number;
  /** The numbers that it follows from. */
  readonly from: readonly { readonly span?: Span; readonly value: number }[];
  /** The report of the year before, where one of them is there: the last. */
  readonly before?: Source;
}

/**
 * A percentage or a change in the prose that follows from none of the numbers beside it, however it was rounded: to the
 * decimals that it has, half up or cut off.
 */
export const ratioMismatch: Rule<RatioMismatch> = {
  code: 'ratio-mismatch',
  title: {
    zh: '正文的比例、增减幅度不符',
    en: 'A percentage or change in the prose does not follow from the numbers',
  },
  severity: 'information',
  find({ report, prose }, emit) {
    let wrong: ReadonlySet<unknown> | undefined;
    for (const claim of prose.ratios) {
      const result = claim.kind === 'share' ? checkShare(report, claim) : checkGrowth(claim);
      if (!result) continue;
      wrong ??= wrongClaims(prose);
      if (result.from.some(({ claim: count }) => wrong?.has(count))) continue;
      emit(claim.span, { claim, written: report.text.slice(claim.span.start, claim.span.end), ...result });
    }
  },
  findBetween({ digest, predecessor }, emit) {
    if (!digest || !predecessor) return;
    for (const said of digest.growths) {
      const between = compareYears(said, predecessor);
      if (between) emit(spanOf(said), between);
    }
  },
  message: {
    zh: ({ claim, written, computed, from, before }) => {
      const numbers = from.map(({ value }) => value).join('、') + (before ? `（后者见 ${before.year} 年度报告）` : '');
      if (claim.kind === 'share') {
        return `“占${excerpt(written)}”与前后的数不符：按 ${numbers} 计算约为 ${shortNumber(computed)}%。请核对比例或数量。`;
      }
      const direction = computed < 0 ? '减少' : '增加';
      if (claim.measure === 'count') {
        return `增减数写的是 ${Math.abs(claim.change)}，与前后的数不符：按 ${numbers} 计算${direction} ${shortNumber(Math.abs(computed))}。请核对。`;
      }
      return `增减幅度写的是 ${excerpt(written)}，与前后的数不符：按 ${numbers} 计算${direction}约 ${shortNumber(Math.abs(computed))}%。请核对幅度或数量。`;
    },
    en: ({ claim, written, computed, from, before }) => {
      const numbers = from.map(({ value }) => value).join(' and ') + (before ? ` (of ${before.year})` : '');
      const unit = claim.kind === 'growth' && claim.measure === 'count' ? '' : '%';
      return `${excerpt(written)} does not follow from the numbers beside it: ${numbers} give ${unit ? 'about ' : ''}${shortNumber(computed)}${unit}. Check the ${unit ? 'percentage' : 'difference'} or the numbers.`;
    },
  },
  related: ({ from, before }, locale) => [
    ...from.flatMap(({ span, value }) => (span ? { span, message: writeSaid(locale, value) } : [])),
    ...from.slice(-1).flatMap(({ value }) => (before ? relatedSource(before, writeSaid(locale, value)) : [])),
  ],
};

/** What last year's report says of `同比增长15%`, where it is not that; 受理 may have been counted with 上年结转 in both years. */
function compareYears(said: GrowthSaid, predecessor: Predecessor): RatioMismatch | undefined {
  const { written, change, decimals, current, of } = said;
  const { received, settled, carriedIn } = predecessor.digest;
  const figure = of === 'settled' ? settled : received;
  const all = [figure, received, settled].map((each) => each?.value ?? 0);
  const bases = [...all, (received?.value ?? 0) + (carriedIn.at(-1)?.value ?? 0)].filter((base) => base > 0);
  const growths = bases.map((base) => ((current - base) / base) * 100);
  const [computed] = growths;
  const base = figure?.value;
  if (!figure || !base || computed === undefined || growths.some((each) => follows(change, decimals, each)))
    return undefined;
  const claim = { kind: 'growth', measure: 'percent', change } as const;
  const from = [{ value: current }, { value: base }];
  return { claim, written, computed, from, before: sourceIn(predecessor, figure) };
}

type Result = { readonly computed: number; readonly from: readonly Count[] } | undefined;

/**
 * A number that differs from its table has a finding of its own, and what follows from it must change with it. Of one of
 * another year the tables say nothing.
 */
function wrongClaims({ comparisons }: Prose): ReadonlySet<unknown> {
  const wrong = comparisons.filter(
    ({ claim, outcome, unknownReason }) =>
      outcome === 'unequal' || unknownReason === 'table-fault' || isOfOthers(claim),
  );
  return new Set(wrong.map(({ claim }) => claim));
}

const isOfOthers = ({ doubts }: Claim) => doubts.includes('area') || doubts.includes('office');

function checkShare(report: Report, { percent, decimals, part, wholes }: ShareClaim): Result {
  const [first] = wholes;
  const bases = [...wholes.map(({ value }) => value), ...totalsOf(report)];
  if (!first || bases.some((base) => base > 0 && rounds(percent, decimals, (part.value / base) * 100)))
    return undefined;
  return first.value > 0 ? { computed: (part.value / first.value) * 100, from: [part, first] } : undefined;
}

/** What a share may be of though the prose does not say how many: received, with what was carried in, or settled. */
function totalsOf(report: Report): number[] {
  return [RECEIVED, TO_DO, SETTLED].flatMap((sum) => {
    const values = bindSum(report, sum)?.map(({ cell }) => numberIn(cell) ?? 0);
    return values ? values.reduce((all, value) => all + value, 0) : [];
  });
}

function checkGrowth({ change, measure, decimals, currents, bases, amounts }: GrowthClaim): Result {
  const pairs = currents.flatMap((current) => [
    ...bases
      .filter(({ unit }) => unit === current.unit)
      .map((base) => ({ current, base: base.value, from: [current, base] })),
    ...amounts.map((amount) => ({ current, base: current.value - amount, from: [current] })),
  ]);
  const results = pairs
    .filter(({ base }) => base > 0 || measure === 'count')
    .map(({ current, base, from }) => {
      const more = current.value - base;
      return { computed: measure === 'count' ? more : (more / base) * 100, from };
    });

  return results.some(({ computed }) => follows(change, decimals, computed)) ? undefined : results.at(-1);
}

function follows(change: number, decimals: number, computed: number): boolean {
  return rounds(Math.abs(change), decimals, Math.abs(computed)) && agreesInSign(change, computed);
}

const agreesInSign = (change: number, computed: number) =>
  change === 0 || computed === 0 || change > 0 === computed > 0;

/** Whether `exact` may be written so, with that many decimals: rounded half up, or cut off. */
function rounds(written: number, decimals: number, exact: number): boolean {
  const step = 10 ** -decimals;
  const tolerance = 1e-9;
  return exact > written - step / 2 - tolerance && exact < written + step + tolerance;
}
