import { findSection, type Report, type Section } from '../../report/report.ts';
import { readVisible } from '../../report/visible.ts';
import { isHan } from '../../text/characters.ts';
import { lineAt } from '../../text/lines.ts';
import type { Rule } from '../finding.ts';

interface SectionEmpty {
  readonly section: Section;
  /** The few characters that it holds. */
  readonly written: string;
}

/** Fewer characters than this tell nothing. */
const FEWEST = 10;
/** More Chinese characters than an organ's name or a date has. */
const LONG = 26;
/** As much of a line is enough to see that it says something, tags included. */
const LONGEST = 200;

/**
 * Section 五 or 六 says nothing, or 无 alone: the form asks for problems and improvement, and for what must be reported
 * besides (国办公开办函〔2021〕30号, 五 and 六).
 */
export const sectionEmpty: Rule<SectionEmpty> = {
  code: 'section-empty',
  title: { zh: '部分没有内容', en: 'A section says nothing' },
  severity: 'warning',
  find({ report, prose }, emit) {
    for (const number of [5, 6]) {
      // 未收取任何费用 is all that must be told in section 六.
      const section = number === 6 && prose.fees ? undefined : findSection(report, number);
      const written = section && fewWords(report, section);
      if (section && written !== undefined) emit(section.heading, { section, written });
    }
  },
  message: {
    zh: ({ section: { form }, written }) =>
      `“${form.title}”${written === '' ? '没有内容' : `只写了“${written}”`}。${REMEDY.zh[form.number as 5 | 6]}`,
    en: ({ section: { form }, written }) =>
      `“${form.title}” ${written === '' ? 'is blank' : `says “${written}” alone`}. ${REMEDY.en[form.number as 5 | 6]}`,
  },
  fingerprint: ({ section, written }) => [section.form.number, written],
};

const REMEDY = {
  zh: {
    5: '请写明本年度存在的问题和改进措施。',
    6: '请写明信息处理费的收取情况和其他需要报告的事项；没有的写成整句。',
  },
  en: {
    5: 'Write which problems there are and what is done about them.',
    6: 'Write what was collected as 信息处理费 and what else must be reported; a whole sentence where there is nothing.',
  },
} as const;

/** What a section says when that is next to nothing; signature and date are no part of it. */
function fewWords({ text, blocks, agency }: Report, { body }: Section): string | undefined {
  let kept = '';
  for (let at = lineAt(blocks, body.start); at < blocks.length; at++) {
    const line = blocks.span(at);
    if (line.start >= body.end) break;
    const start = Math.max(line.start, body.start);
    if (start >= line.end) continue;
    if (isLong(text, start, line.end)) return undefined;
    const { characters } = readVisible(text, start, Math.min(line.end, body.end, start + LONGEST));
    if (characters === agency || characters.endsWith('日') || !hasWords(characters)) continue;
    // A page in a table has bars around its paragraphs.
    kept += characters.replaceAll('|', '');
    if (kept.length >= FEWEST) return undefined;
  }
  return kept;
}

/** A line longer than any organ's name or date is content, which most lines are. */
function isLong(text: string, start: number, end: number): boolean {
  let count = 0;
  for (let at = start; at < end && count < LONG; at++) if (isHan(text.charCodeAt(at))) count++;
  return count === LONG;
}

function hasWords(characters: string): boolean {
  for (let at = 0; at < characters.length; at++) if (isHan(characters.charCodeAt(at))) return true;
  return false;
}
