import type { Edit } from '../../edits/edit.ts';
import { behindLastBlock } from '../../edits/html.ts';
import { ASPECTS } from '../../report/forms/sections.ts';
import { findSection, isHtmlIn, type Report, type Section } from '../../report/report.ts';
import { trimEnd } from '../../text/characters.ts';
import { CHINESE_ORDINALS } from '../../text/chinese-numerals.ts';
import { newlineOf } from '../../text/line-ends.ts';
import { lineAt } from '../../text/lines.ts';
import { ALL_ASPECTS, aspectsIn, type Subheading, subheadings } from '../aspects.ts';
import type { Rule } from '../finding.ts';

interface AspectMissing {
  readonly section: Section;
  /** In the order of the form. */
  readonly aspects: readonly string[];
}

/** Section 一 lacks some of its five aspects (国办公开办函〔2021〕30号, 一、总体情况). */
export const aspectMissing: Rule<AspectMissing> = {
  code: 'aspect-missing',
  title: { zh: '总体情况缺少方面', en: 'Section 一 lacks some of its five aspects' },
  severity: 'information',
  find({ report }, emit) {
    const section = findSection(report, 1);
    if (!section) return;
    const named = aspectsOf(report, section);
    if (named === ALL_ASPECTS) return;
    const aspects = ASPECTS.filter((_, at) => ((named >> at) & 1) === 0).map(({ name }) => name);
    emit(section.heading, { section, aspects });
  },
  message: {
    zh: ({ aspects }) =>
      `总体情况没有写${aspects.map((name) => `“${name}”`).join('')}。按规定格式，这一部分应包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。`,
    en: ({ aspects }) =>
      `总体情况 says nothing about ${aspects.map((name) => `“${name}”`).join(', ')}. The form wants five aspects: 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设, 监督保障.`,
  },
  fixes: ({ facts: { section, aspects } }, { report }, locale) => [
    {
      title:
        locale === 'zh'
          ? `补上小标题${aspects.map((name) => `“${name}”`).join('')}`
          : `Insert the sub-headings ${aspects.map((name) => `“${name}”`).join(', ')}`,
      edits: insertAspects(report, section, aspects),
      preferred: false,
    },
  ],
  fingerprint: ({ aspects }) => aspects,
};

/**
 * Sub-headings like the last one, behind it; in HTML each is a paragraph. A section without any, that speaks of no aspect,
 * gets all five as the form writes them. Nothing where there is no such model, or where no place for a paragraph is sure.
 */
function insertAspects(report: Report, section: Section, aspects: readonly string[]): Edit[] {
  const { text } = report;
  const found = subheadings(report, section);
  const isHtml = isHtmlIn(report, [section]);
  const write = found.length === 0 && aspects.length === ASPECTS.length ? asInForm : likeLast(report, found, isHtml);
  const { start: from, end } = section.body;
  const at = isHtml ? behindLastBlock(text, from, end) : behindText(text, from, end);
  if (at === undefined || !write) return [];
  const newline = newlineOf(text);
  const headings = aspects.map((name, more) => (isHtml ? `<p>${write(name, more)}</p>` : write(name, more)));
  return [{ span: { start: at, end: at }, newText: headings.map((each) => newline + each).join('') }];
}

/** The sub-heading that stands so many places behind the last one that is there. */
type WriteAspect = (name: string, more: number) => string;

const asInForm: WriteAspect = (name, more) => `（${CHINESE_ORDINALS[more]}）${name}`;

function likeLast({ text, lines }: Report, found: readonly Subheading[], isHtml: boolean): WriteAspect | undefined {
  const numbered = found.filter(({ ordinal }) => ordinal.end > ordinal.start);
  const last = numbered.at(-1);
  if (!last || numbered.length < 2) return undefined;
  const bracket = text[last.ordinal.start - 1] ?? '';
  const before = isHtml
    ? '（('.includes(bracket)
      ? bracket
      : ''
    : text.slice(lines.start(lineAt(lines, last.ordinal.start)), last.ordinal.start);
  const closer = text[last.title.start] ?? '';
  return (name, more) => before + ordinalAfter(text, last, more + 1) + closer + name;
}

/** Behind the last line that holds something. */
function behindText(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && '\r\n'.includes(text[at - 1] as string)) at = trimEnd(text, start, at - 1);
  return at;
}

/** The ordinal `more` places behind that of a sub-heading, in the same numerals. */
function ordinalAfter(text: string, { ordinal }: Subheading, more: number): string {
  const written = text.slice(ordinal.start, ordinal.end);
  const at = CHINESE_ORDINALS.indexOf(written);
  return at >= 0 ? (CHINESE_ORDINALS[at + more] ?? written) : String(Number(written) + more || written);
}

/**
 * The aspects that the section names: in its sub-headings when it has some, for its prose mentions 监督 or 平台 in
 * passing; otherwise anywhere.
 */
function aspectsOf(report: Report, section: Section): number {
  const { text } = report;
  let found = 0;
  let naming = 0;
  // Numbered like sections, they may stand above the heading.
  for (const { words } of report.aspects) found |= aspectsIn(words);
  if (found === ALL_ASPECTS) return found;
  for (const { title } of subheadings(report, section)) {
    const here = aspectsIn(text.slice(title.start, title.end));
    if (here !== 0) naming++;
    found |= here;
    if (naming >= 2 && found === ALL_ASPECTS) return found;
  }
  return naming >= 2 ? found : aspectsIn(text.slice(section.body.start, section.body.end));
}
