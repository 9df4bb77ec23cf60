import type { Span } from '../../text/span.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';

/** What notices on the form tell the writer, and nobody should read in a report; all in brackets, or in these words. */
const WORDS = ['文字描述', '部分以表格形式报告', '仿宋', '小标宋'];
/** Looked for together first, for hardly any report has one. */
const ANY = new RegExp(WORDS.join('|'));
/** Instructions on fonts are told from a sentence about fonts by their brackets, which stand no further away. */
const REACH = 24;

/** Remains of the form: （文字描述）, 该部分以表格形式报告, instructions on fonts (国办公开办函〔2021〕30号, the form). */
export const templateResidue: Rule<{ readonly written: string }> = {
  code: 'template-residue',
  title: { zh: '格式样本的说明文字没有删', en: 'Instructions of the form are left in the text' },
  severity: 'warning',
  find({ report: { text } }, emit) {
    for (const span of residuesIn(text)) emit(span, { written: text.slice(span.start, span.end) });
  },
  message: {
    zh: ({ written }) => `“${excerpt(written)}”是格式样本里的说明，不应留在报告中。请删去，并写上应写的内容。`,
    en: ({ written }) => `“${excerpt(written)}” is an instruction of the form. Delete it, and write what it asks for.`,
  },
  fixes: ({ span, facts: { written } }, _analysis, locale) => [
    {
      title: locale === 'zh' ? `删去“${excerpt(written)}”` : `Delete “${excerpt(written)}”`,
      edits: [{ span, newText: '' }],
      preferred: false,
    },
  ],
};

/** The instructions of the form that stand in a text, one for each of their words. */
export function residuesIn(text: string): Span[] {
  const found: Span[] = [];
  if (!ANY.test(text)) return found;
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
