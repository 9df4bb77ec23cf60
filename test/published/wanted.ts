import type { Span } from '../../server/src/text/span.ts';
import type { Wanted } from './pages.ts';

/** The first that fits. */
const KINDS = [
  ['number only', /^$/],
  ['all settled', /^(均|全部|已全部)[^为自]*$|,均/],
  ['suits', /诉讼|起诉/],
  ['reviews', /复议/],
  ['carried in', /上年.*结转|\d年结转/],
  ['carried out', /结转|下年|下一?年度/],
  ['handled', /办结|答复|完成|N件申请中/],
  ['applicants', /自然人/],
  ['results', /公开N件|无法提供|维持|纠正|审结|办结0件|直接/],
  ['documents, permits, fees', /文件|许可|收费/],
  ['new', /./],
] as const;

export type WantedKind = (typeof KINDS)[number][0] | 'denials';

export function kindOf({ value, wording }: Wanted): WantedKind {
  if (value === 0) return 'denials';
  return KINDS.find(([, pattern]) => pattern.test(wording))?.[0] ?? 'new';
}

/** Characters around the best place that may still belong to the claim, when nothing is left out. */
const AROUND = 8;
/** Characters that `…` and the number may stand for. */
const LEFT_OUT = 30;

/**
 * The places of the text that have most of the wording in them, pair of characters by pair: it is quoted in short, so it
 * cannot be searched for. The whole text when only the number is known.
 */
export function windowsOf(text: string, { wording }: Wanted): Span[] {
  const words = wording.replace(/\([^()]*\)$/, '');
  const pairs = new Set(words.split(/N|…/).flatMap(pairsOf));
  if (pairs.size === 0) return [{ start: 0, end: text.length }];
  // The number itself may stand before or behind what is left out.
  const around = words.includes('…') ? LEFT_OUT : AROUND;
  const length = words.length + around;
  const scores = Array.from({ length: text.length }, (_, at) => scoreOf(text.slice(at, at + length), pairs));
  const best = Math.max(0, ...scores);
  const starts = scores.flatMap((score, at) => (score === best ? [at] : []));
  // Neighbouring windows hold the same words: the place is what all of them share.
  const firsts = starts.filter((at) => scores[at - 1] !== best);
  const lasts = starts.filter((at) => scores[at + 1] !== best);
  return firsts.map((first, at) => ({
    start: Math.max(0, (lasts[at] as number) - around),
    end: first + length + around,
  }));
}

function scoreOf(window: string, pairs: ReadonlySet<string>): number {
  return new Set(pairsOf(window).filter((pair) => pairs.has(pair))).size;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
