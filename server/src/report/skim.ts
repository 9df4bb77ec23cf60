import { readTextLines, updateTextLines } from '../text/blocks.ts';
import { changeBetween } from '../text/change.ts';
import { type Lines, lineAt } from '../text/lines.ts';
import { findHeadingLines, updateHeadingLines } from './heading-lines.ts';
import { findHeadings, type Headings } from './headings.ts';
import type { Report } from './report.ts';
import { findTitle } from './title.ts';

/** A title alone makes a report only when hardly anything stands below it: a draft just begun. */
const DRAFT = 200;

/** Whether a text reads like an annual report: what `parseReport` decides, without reading the tables. */
export function readsLikeReport(text: string): boolean {
  return isReport(text, skim(text));
}

/**
 * What headings and title tell of a text.
 *
 * @param before a version of the text that was read: lines that were not changed are not read again
 */
export function skim(text: string, before?: Pick<Report, 'text' | 'lines' | 'blocks' | 'headingLines'>) {
  const updated = before && updateTextLines(text, before, changeBetween(before.text, text));
  const { lines, blocks } = updated?.read ?? readTextLines(text);
  const kept = updated?.kept;
  const headingLines =
    before && kept ? updateHeadingLines(text, blocks, before.headingLines, kept) : findHeadingLines(text, blocks);
  const headings = findHeadings(text, blocks, headingLines);
  const first = headings.sections[0]?.line ?? headings.second ?? blocks.length;
  const opening = findTitle(text, blocks, first);
  return { lines, blocks, kept, headingLines, headings, opening, end: endOf(text, blocks, headings) };
}

export type Skim = ReturnType<typeof skim>;

/** The line behind the last one of the report: that of the title, else of the first heading, of another in the same text. */
function endOf(text: string, lines: Lines, { sections, second }: Headings): number {
  if (second === undefined) return lines.length;
  const { title } = findTitle(text, lines, second, (sections.at(-1)?.line ?? 0) + 1);
  return title ? lineAt(lines, title.span.start) : second;
}

/**
 * The heading of a statistical section is found in no other kind of document; 总体情况 and 存在的主要问题 are found in
 * many, and count only below the title of such a report. A text about a report quotes some headings and not all.
 */
export function isReport(text: string, { headings, opening }: Skim): boolean {
  const { sections } = headings;
  const { title, foreign, titles } = opening;
  if (foreign === 'part-year') return false;
  if (foreign === 'about' && sections.length < MOST_QUOTED) return false;
  if (sections.some((heading) => heading.likeness === 'own')) return true;
  if (!title) return false;
  // A page that lists reports names many.
  return sections.length > 0 || (text.length - title.span.end < DRAFT && titles < 2);
}

const MOST_QUOTED = 4;
