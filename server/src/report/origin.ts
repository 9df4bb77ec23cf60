import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { readFileName } from './file-name.ts';
import type { Heading } from './headings.ts';
import { metadataIn } from './metadata.ts';
import { contactIn, endsAsOrgan, isPlaced, isWholeName, mayBeName, subjectOf } from './organ-name.ts';
import type { Title, YearSource } from './report.ts';
import { findPeriod, weigh, yearInProse, yearOfDate } from './reporting-year.ts';
import { findSignature } from './signature.ts';
import { findSubject, isLikely, lastYear, readEnding, withoutYear } from './title-grammar.ts';
import { readName } from './title-name.ts';
import { readVisible, writtenAs } from './visible.ts';

/** Whose report a text is and on which year, and what says so. */
export interface ReportOrigin {
  readonly agency: string;
  readonly year: number | undefined;
  readonly yearSources: readonly YearSource[];
}

/** What is known of a text before its tables are read. */
export interface Skimmed {
  readonly text: string;
  readonly lines: Lines;
  /** How many lines belong to the report. */
  readonly end: number;
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
  const signature = findSignature(skimmed.text, skimmed.lines, skimmed.end);
  const file = name === undefined ? undefined : readFileName(name);
  const sources = [
    title?.year === undefined ? undefined : ({ kind: 'title', year: title.year, span: title.span } as const),
    introduction?.year,
    findPeriod(skimmed.text, preamble.start, preamble.end),
    signature?.year === undefined ? undefined : ({ kind: 'signature', year: signature.year } as const),
    file?.year === undefined ? undefined : ({ kind: 'file', year: file.year } as const),
  ].filter((source) => source !== undefined);
  const names = [title?.agency, introduction?.agency, signature?.agency, file?.agency];
  const agency = chooseName(skimmed, preamble, names) || (introduction?.part ?? '');
  const yearSources = sources.some(({ year }) => isLikely(year))
    ? sources
    : [...sources, ...lateYear(skimmed, preamble)];
  return { agency, year: weigh(yearSources), yearSources };
}

/** From the title to the first section. */
function preambleOf({ text, lines, headings, title }: Skimmed): Span {
  const first = headings[0] ? lines.start(headings[0].line) : text.length;
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
  for (const { label, value } of metadataIn(text, preamble.end)) {
    const year = label.endsWith('日期') || label.endsWith('时间') ? yearOfDate(value) : undefined;
    if (year !== undefined) return [{ kind: 'published', year }];
  }
  return [];
}

/** What the sentence tells that names the report. */
interface Introduction {
  readonly agency: string;
  /** The name without its place: 区档案局. */
  readonly part: string;
  readonly year: YearSource;
}

/** A preamble speaks of 政府信息公开 less often than this. */
const MOST_SUBJECTS = 40;

/** `现公布寅市人民政府2024年政府信息公开工作年度报告`: a sentence that names the report. */
function findIntroduction(text: string, { start, end }: Span): Introduction | undefined {
  const core = text.indexOf('信息公', start);
  if (core < 0 || core >= end) return undefined;
  const line = readVisible(text, start, end);
  let nameless: Introduction | undefined;
  let tried = 0;
  for (let from = 0; tried < MOST_SUBJECTS; tried++) {
    const subject = findSubject(line.characters, from);
    if (!subject) break;
    from = subject.end;
    const named = readName(line, subject.start);
    const ending = readEnding(line.characters, subject.end);
    const year = named.year ?? ending?.year;
    const quoted = named.start > 0 && '《〈<“'.includes(line.characters[named.start - 1] as string);
    if (year === undefined || quoted || (!ending && !isWholeName(named.name))) continue;
    const agency = isWholeName(named.name) ? named.agency : '';
    const at = line.offsets[Math.min(named.start, subject.start)] as number;
    const stop = (line.offsets[subject.end - 1] as number) + 1;
    const part = mayBeName(named.name) && endsAsOrgan(named.name) && named.name.length > 2 ? named.agency : '';
    const found = { agency, part, year: { kind: 'introduction', year, span: { start: at, end: stop } } } as const;
    if (agency !== '') return found;
    nameless ??= found;
  }
  return nameless;
}

function namesInMetadata({ text }: Skimmed, preamble: Span): string[] {
  return metadataIn(text, preamble.end).flatMap(({ label, value, written }) =>
    !label.endsWith('日期') && !label.endsWith('时间') && mayBeName(value) && endsAsOrgan(value) ? [written] : [],
  );
}

/** Subjects of sentences, `本报告由砚泠市档案局编制`, and whom to ask: `请与砚泠市档案局联系`. */
function namesInProse(skimmed: Skimmed, preamble: Span): string[] {
  const names: string[] = [];
  for (const { start, end } of [preamble, overviewOf(skimmed)]) {
    for (const each of skimmed.text.slice(start, end).split('\n')) {
      const line = readVisible(each, 0, each.length);
      for (const clause of line.characters.split(/[，。；：,;:（）()！《》]/)) {
        const name =
          subjectOf(withoutYear(clause, lastYear(clause)).replace(/^本?(?:年度)?(?:报告)?由/, '')) ?? contactIn(clause);
        if (name !== undefined) names.push(writtenAs(line, name));
      }
    }
  }
  return names;
}
