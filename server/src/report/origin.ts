import { isSpace } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { Heading } from './headings.ts';
import { endsAsOrgan, isPlaced, isWholeName, mayBeName, nameBehind, subjectOf } from './organ-name.ts';
import type { Title, YearSource } from './report.ts';
import { findPeriod, weigh, yearInProse, yearOfDate } from './reporting-year.ts';
import { findSubject, isLikely, lastYear, readEnding, withoutYear } from './title-grammar.ts';
import { readName } from './title-name.ts';
import { readVisible } from './visible.ts';

/** Whose report a text is and on which year, and what says so. */
export interface ReportOrigin {
  readonly agency: string;
  readonly year: number | undefined;
  readonly yearSources: readonly YearSource[];
}

/** What is known of a text before its tables are read. */
export interface Skimmed {
  readonly text: string;
  readonly lines: readonly Span[];
  readonly headings: readonly Heading[];
  readonly title: Title | undefined;
}

/** So much of what stands above the first section, and of the prose, is searched. */
const MOST = 6000;

/**
 * Weighs the sources of organ and year: title, introduction, period and signature always, metadata of the page, the prose
 * and the name of the file where those leave something open.
 *
 * @param name of the file: a path or a URI
 */
export function findOrigin(skimmed: Skimmed, name: string | undefined): ReportOrigin {
  const { title } = skimmed;
  const preamble = preambleOf(skimmed);
  const introduction = findIntroduction(skimmed.text, preamble);
  const signature = findSignature(skimmed);
  const file = name === undefined ? undefined : readFileName(name);
  const sources = [
    title?.year === undefined ? undefined : ({ kind: 'title', year: title.year, span: title.span } as const),
    introduction?.year,
    findPeriod(skimmed.text, preamble.start, preamble.end),
    signature?.year === undefined ? undefined : ({ kind: 'signature', year: signature.year } as const),
    file?.year === undefined ? undefined : ({ kind: 'file', year: file.year } as const),
  ].filter((source) => source !== undefined);
  const names = [title?.agency, introduction?.agency, signature?.agency, file?.agency];
  const agency = chooseName(skimmed, preamble, names);
  const yearSources = sources.some(({ year }) => isLikely(year))
    ? sources
    : [...sources, ...lateYear(skimmed, preamble)];
  return { agency, year: weigh(yearSources), yearSources };
}

/** From the title to the first section. */
function preambleOf({ text, lines, headings, title }: Skimmed): Span {
  const first = headings[0] ? (lines[headings[0].line] as Span).start : text.length;
  const start = title && title.span.end <= first ? title.span.end : 0;
  return { start, end: Math.min(first, start + MOST) };
}

/** The first section, where sentences name the organ and its year. */
function overviewOf({ text, headings }: Skimmed): Span {
  const start = headings[0]?.span.end ?? 0;
  return { start, end: Math.min(headings[1]?.span.start ?? text.length, start + MOST) };
}

/** The first name that says where the organ is; one that ends with the title's own counts as that: 湖景区市场监督管理局. */
function chooseName(skimmed: Skimmed, preamble: Span, names: readonly (string | undefined)[]): string {
  const own = names.find((each) => each !== undefined && each !== '') ?? '';
  if (own !== '' && isPlaced(own)) return own;
  const more = () => [...names, ...namesInMetadata(skimmed, preamble), ...namesInProse(skimmed, preamble)];
  const fitting = more().filter((each): each is string => each !== undefined && each !== '' && each.endsWith(own));
  return fitting.find(isPlaced) ?? (own || (fitting[0] ?? ''));
}

/** Years that follow from something else: the name of the page, its date, what the sentences speak of. */
function lateYear(skimmed: Skimmed, preamble: Span): YearSource[] {
  const { text } = skimmed;
  const overview = overviewOf(skimmed);
  const inProse =
    yearInProse(text, preamble) ?? findPeriod(text, overview.start, overview.end) ?? yearInProse(text, overview);
  if (inProse) return [inProse];
  for (const { label, value } of metadataIn(text, preamble)) {
    const year = label.endsWith('日期') || label.endsWith('时间') ? yearOfDate(value) : undefined;
    if (year !== undefined) return [{ kind: 'published', year }];
  }
  return [];
}

/** `现公布寅市人民政府2024年政府信息公开工作年度报告`: a sentence that names the report. */
function findIntroduction(text: string, { start, end }: Span): { agency: string; year: YearSource } | undefined {
  const core = text.indexOf('信息公', start);
  if (core < 0 || core >= end) return undefined;
  const line = readVisible(text, start, end);
  for (let subject = findSubject(line.characters, 0); subject; subject = findSubject(line.characters, subject.end)) {
    const named = readName(line, subject.start);
    const ending = readEnding(line.characters, subject.end);
    const year = named.year ?? ending?.year;
    const quoted = named.start > 0 && '《〈<“'.includes(line.characters[named.start - 1] as string);
    if (year === undefined || quoted || (!ending && !isWholeName(named.name))) continue;
    const agency = isWholeName(named.name) ? named.agency : '';
    const at = line.offsets[Math.min(named.start, subject.start)] as number;
    const stop = (line.offsets[subject.end - 1] as number) + 1;
    return { agency, year: { kind: 'introduction', year, span: { start: at, end: stop } } };
  }
  return undefined;
}

/** How many lines at the end may hold the signature, and how long such a line is. */
const LAST_LINES = 8;
const SHORT = 60;

/** The organ and the date below the last section: `砚泠市档案局` over `2025年1月20日`. */
function findSignature({ text, lines }: Skimmed): { agency: string; year: number } | undefined {
  let year: number | undefined;
  for (let at = lines.length - 1, seen = 0; at >= 0 && seen < LAST_LINES; at--) {
    const { start, end } = lines[at] as Span;
    if (end - start > SHORT * 4) return undefined;
    if (isBlank(text, start, end)) continue;
    seen++;
    if (year !== undefined) {
      const { characters, written } = readVisible(text, start, end);
      const agency = mayBeName(characters) && endsAsOrgan(characters) ? written : '';
      return { agency, year };
    }
    if (!mayBeDate(text, start, end)) continue;
    const { characters, written } = readVisible(text, start, end);
    const date = dateAtEnd(characters);
    if (date === undefined) continue;
    year = yearOfDate(characters.slice(date));
    const before = written.slice(0, date);
    if (year !== undefined && mayBeName(characters.slice(0, date)) && endsAsOrgan(characters.slice(0, date))) {
      return { agency: before, year };
    }
    if (date > 0) year = undefined;
  }
  return undefined;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** A line with 年 and 日 in it. */
function mayBeDate(text: string, start: number, end: number): boolean {
  let years = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5e74) years++;
    if (code === 0x65e5 && years === 1) return true;
  }
  return false;
}

/** Where the date begins that a line ends with. */
function dateAtEnd(characters: string): number | undefined {
  if (!characters.endsWith('日')) return undefined;
  let at = characters.length;
  while (
    at > 0 &&
    '0123456789０１２３４５６７８９〇○零一二三四五六七八九十年月日'.includes(characters[at - 1] as string)
  )
    at--;
  return characters.length - at >= 8 ? at : undefined;
}

interface Metadata {
  readonly label: string;
  readonly value: string;
  readonly written: string;
}

const LABELS = [
  ...[
    '发布机构',
    '发布单位',
    '发布机关',
    '信息来源',
    '文章来源',
    '稿件来源',
    '来源',
    '发文机关',
    '发文机构',
    '发文单位',
    '制发机关',
  ],
  ...[
    '公开机关',
    '公开机构',
    '公开主体',
    '公开单位',
    '责任单位',
    '所属机构',
    '提供单位',
    '供稿单位',
    '编制机关',
    '编制单位',
  ],
  ...['发布日期', '发布时间', '成文日期', '公开日期', '公开时间', '生成日期', '发文日期', '更新时间'],
];

/** `发布机构：砚泠市档案局`: what the page says of itself above the text; a value ends at a gap or at the next label. */
function metadataIn(text: string, { end }: Span): Metadata[] {
  const line = readVisible(text, 0, end);
  const { characters, written, gaps } = line;
  const found: Metadata[] = [];
  for (const label of LABELS) {
    const at = characters.indexOf(label);
    if (at < 0) continue;
    let from = at + label.length;
    while (from < characters.length && '：:】]|'.includes(characters[from] as string)) from++;
    let to = from;
    while (to < characters.length && to - from < 40 && (to === from || !gaps[to])) to++;
    found.push({ label, value: characters.slice(from, to), written: written.slice(from, to) });
  }
  return found;
}

function namesInMetadata({ text }: Skimmed, preamble: Span): string[] {
  return metadataIn(text, preamble).flatMap(({ label, value, written }) =>
    !label.endsWith('日期') && !label.endsWith('时间') && mayBeName(value) && endsAsOrgan(value) ? [written] : [],
  );
}

/** Subjects of sentences and `本报告由砚泠市档案局编制`. */
function namesInProse(skimmed: Skimmed, preamble: Span): string[] {
  const names: string[] = [];
  for (const { start, end } of [preamble, overviewOf(skimmed)]) {
    for (const line of skimmed.text.slice(start, end).split('\n')) {
      const { characters, written } = readVisible(line, 0, line.length);
      for (const clause of characters.split(/[，。；：,;:（）()！《》]/)) {
        const name = subjectOf(withoutYear(clause).replace(/^本?(?:年度)?(?:报告)?由/, ''));
        if (name !== undefined) names.push(sliceLike(written, characters, name));
      }
    }
  }
  return names;
}

/** The name of a file that says what a title says: `砚泠市档案局2024年政府信息公开年报.txt`, `砚泠市档案局-2024.md`. */
function readFileName(path: string): { agency: string; year: number | undefined } {
  const stem = stemOf(path);
  const { characters, written } = readVisible(stem, 0, stem.length);
  const year = lastYear(characters)?.year ?? loneYear(stem);
  for (const piece of characters.split(NO_NAME)) {
    const name = nameBehind(piece);
    if (isWholeName(name)) return { agency: sliceLike(written, characters, name), year };
  }
  return { agency: '', year };
}

/** The characters of `written` where `name` stands in `characters`, which has the same length. */
function sliceLike(written: string, characters: string, name: string): string {
  const at = characters.indexOf(name);
  return at < 0 ? name : written.slice(at, at + name.length);
}

/** What parts a name from the rest of the name of a file: digits, signs, 年 and what is written in every title. */
const NO_NAME = /[^一-鿿（）()]+年?度?|政?府?信息公开|政务公开|工作|报告/;

/** The last part of a path or URI without its extension. */
function stemOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const stem = base.includes('.') ? base.slice(0, base.lastIndexOf('.')) : base;
  return stem.includes('%') ? decoded(stem) : stem;
}

/** A URI writes Chinese characters as `%E7%A0%9A`; a percent sign that means nothing is left as it is. */
function decoded(stem: string): string {
  try {
    return decodeURIComponent(stem);
  } catch {
    return stem;
  }
}

/** `report-2024.txt`: the one number of four digits that may be a year of a report. */
function loneYear(stem: string): number | undefined {
  const years = (stem.match(/\d+/g) ?? []).filter((digits) => digits.length === 4).map(Number);
  const likely = years.filter(isLikely);
  return likely.length === 1 ? likely[0] : undefined;
}
