import { ASPECTS } from '../report/forms/sections.ts';
import type { Report, Section } from '../report/report.ts';
import { codesOf, halfWidth, isHan, isSpace } from '../text/characters.ts';
import { CHINESE_ORDINALS } from '../text/chinese-numerals.ts';
import { lineAt } from '../text/lines.ts';
import { onceFor } from '../text/once-for.ts';
import type { Span } from '../text/span.ts';
import { skipBlank, skipTag } from '../text/tags.ts';
import { simplifiedText } from '../text/traditional.ts';

/** A sub-heading of section 一: `（一）主动公开方面。` */
export interface Subheading {
  /** Its numeral: `一`, `1`; empty for a Markdown heading without one. */
  readonly ordinal: Span;
  /** Its words, up to the first stop. */
  readonly title: Span;
}

/** Two rules ask for those of section 一. */
const known = onceFor((_: Report) => new Map<Section, readonly Subheading[]>());

/** The lines of a section that are numbered, or marked as headings in Markdown. */
export function subheadings(report: Report, section: Section): readonly Subheading[] {
  const found = known(report).get(section) ?? findSubheadings(report, section);
  known(report).set(section, found);
  return found;
}

function findSubheadings({ text, blocks }: Report, { body }: Section): Subheading[] {
  const found: Subheading[] = [];
  for (let at = lineAt(blocks, body.start); at < blocks.length; at++) {
    const start = blocks.start(at);
    if (start >= body.end) break;
    const heading = start >= body.start ? subheading(text, start, blocks.end(at)) : undefined;
    if (heading) found.push(heading);
  }
  return found;
}

/** A bit for each aspect, in their order. */
export const ALL_ASPECTS = (1 << ASPECTS.length) - 1;

const BITS: ReadonlyMap<string, number> = new Map(
  ASPECTS.flatMap(({ words }, at) => words.map((word): [string, number] => [word, 1 << at])),
);
const WORDS = new RegExp([...BITS.keys()].join('|'), 'g');

/** Which aspects a text names. */
export function aspectsIn(written: string): number {
  const text = simplifiedText(written);
  let bits = 0;
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match && bits !== ALL_ASPECTS; match = WORDS.exec(text)) {
    bits |= BITS.get(match[0]) ?? 0;
    // The words overlap: 主动公开申请 names two aspects.
    WORDS.lastIndex = match.index + 1;
  }
  return bits;
}

const NUMERALS = codesOf(`${CHINESE_ORDINALS}0123456789`);
const OPENERS = codesOf('#*（(');
const CLOSERS = codesOf('）)、.．是');
const STOPS = codesOf('。：:；');
const HASH = 0x23;
const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;
const OPENING = 0x28;
const LONGEST = 30;

/** `（一）主动公开方面。发挥…` gives 一 and 主动公开方面; undefined for a line that is no sub-heading. */
function subheading(text: string, start: number, stop: number): Subheading | undefined {
  let at = start;
  let marked = false;
  let opened = false;
  for (; at < stop; at++) {
    const code = text.charCodeAt(at);
    // Most lines begin with a Chinese character, and end here.
    if (isHan(code)) break;
    if (code === LESS_THAN || code === AMPERSAND) {
      const behind = skipBlank(text, skipTag(text, at, stop), stop);
      if (behind === at) break;
      at = behind - 1;
      continue;
    }
    if (!isSpace(code) && !OPENERS.has(code)) break;
    marked ||= code === HASH;
    opened ||= halfWidth(code) === OPENING;
  }
  const numbered = at;
  while (at < stop && NUMERALS.has(halfWidth(text.charCodeAt(at)))) at++;
  const closed = at > numbered && at - numbered <= 2 && at < stop && CLOSERS.has(text.charCodeAt(at));
  // Pages lose the second bracket: `（一主动公开情况`.
  if (!closed && !marked && !(opened && at > numbered && at - numbered <= 2)) return undefined;
  let end = at;
  while (end < stop && end - at < LONGEST && !STOPS.has(text.charCodeAt(end))) end++;
  return { ordinal: { start: numbered, end: at }, title: { start: at, end } };
}
