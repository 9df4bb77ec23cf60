import { ASPECTS } from '../../report/forms/sections.ts';
import { findSection, type Report, type Section } from '../../report/report.ts';
import { halfWidth, isSpace } from '../../text/characters.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Rule } from '../finding.ts';

/** Section 一 lacks one of its five aspects (国办公开办函〔2021〕30号, 一、总体情况). */
export const aspectMissing: Rule<{ readonly aspect: string }> = {
  code: 'aspect-missing',
  title: { zh: '总体情况缺少一个方面', en: 'Section 一 lacks one of its five aspects' },
  severity: 'information',
  find({ report }, emit) {
    const section = findSection(report, 1);
    if (!section) return;
    const texts = aspectTexts(report, section);
    for (const { name, words } of ASPECTS) {
      if (!texts.some((text) => words.some((word) => text.includes(word)))) emit(section.heading, { aspect: name });
    }
  },
  message: {
    zh: ({ aspect }) =>
      `总体情况中没有写“${aspect}”。按规定格式，这一部分应包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。`,
    en: ({ aspect }) =>
      `总体情况 says nothing about “${aspect}”. The form wants five aspects: 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设, 监督保障.`,
  },
  fingerprint: ({ aspect }) => [aspect],
};

/**
 * Where the aspects are looked for: in the sub-headings when the section has some, for its prose mentions 监督 or 平台
 * in passing; otherwise in the whole section.
 */
function aspectTexts(report: Report, section: Section): string[] {
  const headings: string[] = [];
  for (let at = lineAt(report.blocks, section.body.start); at < report.blocks.length; at++) {
    const line = report.blocks[at] as Span;
    if (line.start >= section.body.end) break;
    const heading = line.start >= section.body.start ? subheading(report.text, line) : undefined;
    if (heading !== undefined) headings.push(heading);
  }
  const named = headings.filter((heading) => ASPECTS.some(({ words }) => words.some((word) => heading.includes(word))));
  return named.length >= 2 ? headings : [report.text.slice(section.body.start, section.body.end)];
}

const NUMERALS = '一二三四五六七八九十0123456789';
const LONGEST = 30;

/** The words of a sub-heading: `（一）主动公开方面。发挥…` gives 主动公开方面; undefined for any other line. */
function subheading(text: string, line: Span): string | undefined {
  let at = line.start;
  while (at < line.end && (isSpace(text.charCodeAt(at)) || '#*（('.includes(text[at] as string))) at++;
  const numbered = at;
  while (at < line.end && NUMERALS.includes(String.fromCharCode(halfWidth(text.charCodeAt(at))))) at++;
  const marked = at > numbered && at - numbered <= 2 && '）)、.．是'.includes(text[at] as string);
  if (!marked && !text.slice(line.start, at).includes('#')) return undefined;
  let end = at;
  while (end < line.end && end - at < LONGEST && !'。：:；'.includes(text[end] as string)) end++;
  return text.slice(at, end);
}
