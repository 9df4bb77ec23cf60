import { trimEnd } from '../text/characters.ts';
import type { Lines } from '../text/lines.ts';
import { ASPECTS, SECTIONS } from './forms/sections.ts';
import type { Entry, Heading, HeadingLine } from './heading-line.ts';

export type { Entry, Heading } from './heading-line.ts';

/** The headings of a text. */
export interface Headings {
  /** One of each section at most, in the order of the text. */
  readonly sections: readonly Heading[];
  /** The aspects of section 一, where they are numbered 一、 to 五、 or 六、 as if they were sections. */
  readonly aspects: readonly Entry[];
  /** The line of the heading with which another report begins in the same text. */
  readonly second: number | undefined;
}

/** The section headings among `lines`, of which `candidates` may be some; the entries of a table of contents are left out. */
export function findHeadings(text: string, lines: Lines, candidates: readonly HeadingLine[]): Headings {
  const all = candidates.flatMap(({ heading }) => heading ?? []);
  const entries = candidates.flatMap(({ entry }) => entry ?? []);
  const aspects = entries.length < FEWEST_ASPECTS ? [] : promotedAspects(entries, all);
  const found = aspects.length === 0 ? all : all.filter(({ line }) => aspects.every((each) => each.line !== line));
  const bare = found.map((heading, at) => !hasBody(text, lines, heading, found[at + 1]));
  const split = secondReport(found, bare);
  const second = split === undefined ? undefined : (found[split] as Heading).line;
  const kept = withoutRepeats(found.slice(0, split), bare.slice(0, split));
  return { sections: byPlace(kept, entries, aspects, second ?? lines.length), aspects, second };
}

/** With fewer sections that say what they are, a number is no evidence. */
const FEWEST_SECTIONS = 3;

/** Adds a heading with the right number in the right place and other words: `五、下一步工作打算`, `六、其他`. */
function byPlace(
  kept: readonly Heading[],
  entries: readonly Entry[],
  aspects: readonly Entry[],
  end: number,
): Heading[] {
  if (kept.length < FEWEST_SECTIONS || kept.length === SECTIONS.length) return [...kept];
  const all = [...kept];
  for (const form of SECTIONS) {
    if (all.some((heading) => heading.form === form) || (form.number === 1 && aspects.length > 0)) continue;
    const from = all.reduce((last, each) => (each.form.number < form.number ? Math.max(last, each.line) : last), -1);
    const to = all.reduce((first, each) => (each.form.number > form.number ? Math.min(first, each.line) : first), end);
    const entry = entries.find(({ number, line }) => number === form.number && line > from && line < to);
    if (!entry || aspects.includes(entry)) continue;
    const { line, span, ordinal } = entry;
    all.push({ form, likeness: 'place', numbered: true, line, span, ordinal });
  }
  return all.sort((a, b) => a.line - b.line);
}

const FEWEST_ASPECTS = 4;

/** 一、 to 四、 or more in a row above the first table, three of which name different aspects. */
function promotedAspects(entries: readonly Entry[], headings: readonly Heading[]): Entry[] {
  const end = headings.find(({ form, likeness }) => form.number > 1 && likeness === 'own')?.line;
  const plain = new Set<number>();
  for (const { line, likeness } of headings) if (likeness !== 'loose') plain.add(line);
  let run: Entry[] = [];
  for (const entry of entries) {
    if (end !== undefined && entry.line >= end) break;
    if (entry.number === 1) {
      if (areAspects(run)) return run;
      run = [];
    }
    if (entry.number === run.length + 1 && !plain.has(entry.line)) run.push(entry);
  }
  return areAspects(run) ? run : [];
}

function areAspects(run: readonly Entry[]): boolean {
  if (run.length < FEWEST_ASPECTS) return false;
  const named = ASPECTS.filter(({ words }) => run.some((entry) => words.some((word) => entry.words.includes(word))));
  return named.length >= FEWEST_ASPECTS - 1;
}

/** So many sections must come again, with text below them, to make a second report. */
const FEWEST_AGAIN = 3;
/** Among so many headings the second report begins, or it is not looked for. */
const MOST_LOOKED_AT = 40;

/** The index of the heading with which the sections begin anew. */
function secondReport(found: readonly Heading[], bare: readonly boolean[]): number | undefined {
  if (found.length < 2 * FEWEST_AGAIN) return undefined;
  for (let at = FEWEST_AGAIN; at < Math.min(found.length, MOST_LOOKED_AT); at++) {
    const [before, heading] = [found[at - 1] as Heading, found[at] as Heading];
    if (heading.form.number > before.form.number) continue;
    const withText = (from: number, to: number) =>
      new Set(found.slice(from, to).flatMap(({ form }, index) => (bare[from + index] ? [] : [form.number])));
    const first = withText(0, at);
    const again = [...withText(at, at + MOST_LOOKED_AT)].filter((number) => first.has(number));
    if (again.length >= FEWEST_AGAIN) return at;
  }
  return undefined;
}

/**
 * Keeps one heading of each section. Headings that follow each other without text between them are a table of contents
 * when they come again; of the others the one with the right ordinal counts, before sub-headings of the same wording.
 */
function withoutRepeats(found: readonly Heading[], bare: readonly boolean[]): Heading[] {
  const kept = new Map<number, { heading: Heading; score: number }>();
  for (const [at, heading] of found.entries()) {
    const listed = bare[at] || (at > 1 && bare[at - 1] && bare[at - 2]);
    const score = (heading.numbered ? 2 : 0) + (listed ? 0 : 1);
    const before = kept.get(heading.form.number);
    if (!before || score > before.score) kept.set(heading.form.number, { heading, score });
  }
  return found.filter((heading) => kept.get(heading.form.number)?.heading === heading);
}

function hasBody(text: string, lines: Lines, heading: Heading, next: Heading | undefined): boolean {
  const stop = next?.line ?? lines.length;
  for (let at = heading.line + 1; at < stop; at++) {
    if (trimEnd(text, lines.start(at), lines.end(at)) > lines.start(at)) return true;
  }
  return false;
}
