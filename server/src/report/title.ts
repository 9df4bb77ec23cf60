import { isBlank } from '../text/characters.ts';
import type { Lines } from '../text/lines.ts';
import type { Title } from './report.ts';
import { findSubject, readEnding } from './title-grammar.ts';
import { concat, isPageNumber, LONGEST, linesToRead, nextLine, readLine } from './title-lines.ts';
import { type Named, readName } from './title-name.ts';
import type { Visible } from './visible.ts';

/** What the lines before the first section tell. */
export interface Opening {
  readonly title: Title | undefined;
  /** It is the title of a text about a report (文字解读：…), or on a part of a year (2022年上半年…), and no report's own is there. */
  readonly foreign: Foreign | undefined;
  /** How many different reports are named in titles: a page that lists reports names many. */
  readonly titles: number;
}

/** Over how many lines a title may be broken, and how far above it its organ may stand. */
const MOST_LINES = 3;
const MOST_ABOVE = 4;

export type Foreign = 'about' | 'part-year';

interface Candidate {
  readonly title: Title;
  readonly score: number;
  readonly foreign: Foreign | undefined;
}

/** Looks for the title among `lines[from, before)`: the fullest one, of equal ones the first, or the last of a list. */
export function findTitle(text: string, lines: Lines, before: number, from = 0): Opening {
  let best: Candidate | undefined;
  let foreign: Foreign | undefined;
  const names = new Set<string>();
  for (const at of linesToRead(text, lines, from, before)) {
    const found = readTitle(text, lines, at, before);
    if (!found) continue;
    foreign ??= found.foreign;
    if (found.foreign) continue;
    if (found.title.agency !== '') names.add(`${found.title.agency} ${found.title.year}`);
    if (!best || found.score > best.score || endsList(found, best, names.size)) best = found;
  }
  return { title: best?.title, foreign: best ? undefined : foreign, titles: names.size };
}

/** So many titles are a list of the reports of other years; the report's own stands below it. */
const LIST = 3;

function endsList(found: Candidate, best: Candidate, titles: number): boolean {
  const { agency, year } = found.title;
  return titles >= LIST && found.score === best.score && agency === best.title.agency && year !== best.title.year;
}

function readTitle(text: string, lines: Lines, at: number, before: number): Candidate | undefined {
  let joined = readLine(text, lines.span(at));
  if (!joined) return undefined;
  const own = joined.characters.length;
  for (let last = at, used = 1; ; used++) {
    const found = titleIn(text, lines, at, joined, own);
    if (found) return found;
    const next = used < MOST_LINES ? nextLine(text, lines, last, before) : undefined;
    const more = next === undefined ? undefined : readLine(text, lines.span(next));
    if (next === undefined || !more || own > LONGEST / 4 || more.characters.length > LONGEST / 4) return undefined;
    joined = concat(joined, more);
    last = next;
  }
}

/** The title in a line (or lines, where it is broken), whose subject begins among its first `own` characters. */
function titleIn(text: string, lines: Lines, at: number, line: Visible, own: number): Candidate | undefined {
  let best: Candidate | undefined;
  for (let subject = findSubject(line.characters, 0); subject && subject.start < own; ) {
    const ending = readEnding(line.characters, subject.end);
    const tail = ending && readTail(line, ending.end);
    if (ending && tail !== undefined) {
      const named = readUpwards(text, lines, at, readName(line, subject.start));
      const found = candidate(line, named, ending, tail, subject.start);
      if (found && (!best || found.score >= best.score)) best = found;
    }
    subject = findSubject(line.characters, subject.end);
  }
  return best;
}

type Tail = 'none' | 'furniture' | 'foreign';

/** What stands behind the last word of a title; undefined when a sentence goes on. */
function readTail({ characters, gaps }: Visible, from: number): Tail | undefined {
  const rest = characters.slice(from);
  if (rest === '') return 'none';
  const first = rest[0] as string;
  if (FOREIGN.some((word) => rest.slice(0, 8).includes(word))) return 'foreign';
  if (ENDS_OF_SENTENCES.includes(first)) return undefined;
  if (!isHan(first) || gaps[from]) return 'furniture';
  return CLOSINGS.some((word) => rest.startsWith(word)) ? 'furniture' : undefined;
}

const ENDS_OF_SENTENCES = '。，；,;、：:';
/** 年度报告的公告 is the title of a page that holds the report. */
const CLOSINGS = ['的公告', '的公示', '的通告', '的报告', '的函', '全文', '正文', '公告', '公示', '附表', '附件'];
/** Texts about a report. */
const FOREIGN = ['解读', '读懂', '图解', '看懂', '说明', '格式', '模板', '编制指南', '的通知'];
const NOT_THE_YEAR = ['半年', '季度', '月份', '月度', '1-6月', '1—6月'];

/** The name goes on, or stands alone, on the lines above: `戊县水务局` over `2024年政府信息公开工作年度报告`. */
function readUpwards(text: string, lines: Lines, at: number, own: Named): Named & { readonly above?: Above } {
  let named: Named & { readonly above?: Above } = own;
  if (own.start > 0) return own;
  for (let above = at - 1; above >= 0 && above >= at - MOST_ABOVE; above--) {
    const span = lines.span(above);
    if (isBlank(text, span)) continue;
    const line = readLine(text, span);
    if (!line || line.characters.length > 60) break;
    if (isPageNumber(line.characters)) continue;
    const next = readName(line, line.characters.length, { ...named, start: line.characters.length });
    if (next.name === named.name && next.year === named.year) break;
    named = { ...next, above: { line, start: next.start } };
    if (next.start > 0) break;
  }
  return named;
}

interface Above {
  readonly line: Visible;
  readonly start: number;
}

function candidate(
  line: Visible,
  named: Named & { readonly above?: Above },
  ending: { readonly end: number; readonly year: number | undefined },
  tail: Tail,
  subject: number,
): Candidate | undefined {
  const before = line.characters.slice(0, subject);
  const foreign = tail === 'foreign' ? 'about' : foreignIn(before);
  const year = named.year ?? ending.year;
  const own = named.above ? 0 : named.start;
  const clean = tail === 'none' && own === 0;
  // `首页 > 政府信息公开年报` names a place of the site.
  if (!clean && !foreign && named.name === '' && (own > 0 || year === undefined)) return undefined;
  const first = named.above ? named.above.line.offsets[named.above.start] : line.offsets[own];
  const span = { start: first as number, end: (line.offsets[ending.end - 1] as number) + 1 };
  const score = (named.name === '' ? 0 : 2) + (year === undefined ? 0 : 2) + (clean ? 1 : 0);
  return { title: { span, agency: named.agency, year }, score, foreign };
}

function foreignIn(before: string): Foreign | undefined {
  if (NOT_THE_YEAR.some((word) => before.includes(word))) return 'part-year';
  return FOREIGN.some((word) => before.includes(word)) ? 'about' : undefined;
}

function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fff;
}
