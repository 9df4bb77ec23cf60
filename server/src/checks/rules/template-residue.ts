import { COUNTED_SIGNS } from '../../prose/units.ts';
import type { Report } from '../../report/report.ts';
import { codesOf, skipSpaces } from '../../text/characters.ts';
import { HAS_SAMPLE } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';

/** What notices on the form tell the writer, and nobody should read in a report; all in brackets, or in these words. */
const WORDS = ['文字描述', '部分以表格形式报告', '仿宋', '小标宋'];
/** What drafts of this program have in the place of a number. */
export const PLACEHOLDER = '××';
/** And in the place of words. */
export const EMPTY_BRACKETS = '【 】';
const MARKS = '×＿_';
/** All that is looked for together first, for hardly any report has one; each holds a character that marks its line. */
const ANY = new RegExp([...WORDS, ...[...MARKS].map((mark) => mark + mark), '【'].join('|'));
/** Instructions on fonts are told from a sentence about fonts by their brackets, which stand no further away. */
const REACH = 24;

interface TemplateResidue {
  readonly written: string;
  /** It stands for a number that is to be written: `××件`, `【 】`. */
  readonly isPlaceholder?: true;
}

/** Remains of the form: （文字描述）, 该部分以表格形式报告, instructions on fonts (国办公开办函〔2021〕30号, the form). */
export const templateResidue: Rule<TemplateResidue> = {
  code: 'template-residue',
  title: { zh: '格式样本的说明文字没有删', en: 'Instructions of the form are left in the text' },
  severity: 'warning',
  find({ report }, emit) {
    const { text } = report;
    if (!mayHoldAny(report)) return;
    const written = ({ start, end }: Span) => text.slice(start, end);
    for (const span of residuesIn(text)) emit(span, { written: written(span) });
    for (const span of placeholdersIn(text)) emit(span, { written: written(span), isPlaceholder: true });
  },
  message: {
    zh: ({ written, isPlaceholder }) =>
      isPlaceholder
        ? `“${excerpt(written)}”这里的数还没有填。请写上本年度的数；没有的，改写这句话。`
        : `“${excerpt(written)}”是格式样本里的说明，不应留在报告中。请删去，并写上应写的内容。`,
    en: ({ written, isPlaceholder }) =>
      isPlaceholder
        ? `“${excerpt(written)}”: the number is not filled in yet. Write that of this year, or reword the sentence.`
        : `“${excerpt(written)}” is an instruction of the form. Delete it, and write what it asks for.`,
  },
  fixes: ({ span, facts: { written, isPlaceholder } }, _analysis, locale) => [
    {
      title: locale === 'zh' ? `删去“${excerpt(written)}”` : `Delete “${excerpt(written)}”`,
      edits: isPlaceholder ? [] : [{ span, newText: '' }],
      preferred: false,
    },
  ],
};

function mayHoldAny({ text, lines }: Report): boolean {
  for (let at = lines.nextWith(HAS_SAMPLE, 0); at < lines.length; at = lines.nextWith(HAS_SAMPLE, at + 1)) {
    if (ANY.test(text.slice(lines.start(at), lines.end(at)))) return true;
  }
  return false;
}

/** The instructions of the form that stand in a text, one for each of their words. */
export function residuesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const word of WORDS) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const span = residueAt(text, at, word);
      if (span) found.push(span);
    }
  }
  return found;
}

/** The instruction with its brackets; one on tables also stands without. */
function residueAt(text: string, at: number, word: string) {
  const start = openBefore(text, at);
  const end = closeBehind(text, at + word.length);
  if (start !== undefined && end !== undefined) return { start, end };
  if (word !== '部分以表格形式报告' || !'该此本'.includes(text[at - 1] ?? '？')) return undefined;
  return { start: at - 1, end: at + word.length };
}

function openBefore(text: string, from: number): number | undefined {
  for (let at = from - 1; at >= 0 && from - at <= REACH; at--) {
    const character = text[at] as string;
    if ('（(【[〔'.includes(character)) return at;
    if ('\n\r）)。】]〕'.includes(character)) return undefined;
  }
  return undefined;
}

function closeBehind(text: string, from: number): number | undefined {
  for (let at = from; at < text.length && at - from <= REACH; at++) {
    const character = text[at] as string;
    if ('）)】]〕'.includes(character)) return at + 1;
    if ('\n\r（(【[〔'.includes(character)) return undefined;
  }
  return undefined;
}

const COUNTED = codesOf(`${COUNTED_SIGNS}年月日`);

/**
 * Places where a number is to be written: two signs or more of `××` or `__` in front of a measure word, and empty `【 】`. The
 * `××` of a name that is kept back (××镇, 张××) is none.
 */
function placeholdersIn(text: string): Span[] {
  const found: Span[] = [];
  for (const mark of MARKS) {
    for (let at = text.indexOf(mark + mark); at >= 0; ) {
      let end = at;
      while (text[end] === mark) end++;
      if (COUNTED.has(text.charCodeAt(skipSpaces(text, end, text.length)))) found.push({ start: at, end });
      at = text.indexOf(mark + mark, end);
    }
  }
  for (let at = text.indexOf('【'); at >= 0; at = text.indexOf('【', at + 1)) {
    const end = skipSpaces(text, at + 1, text.length);
    if (text[end] === '】') found.push({ start: at, end: end + 1 });
  }
  return found.sort((a, b) => a.start - b.start);
}
