import type { Edit } from '../../edits/edit.ts';
import { SECTIONS } from '../../report/forms/sections.ts';
import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Rule } from '../finding.ts';
import { wrongOrdinals } from './section-numbering.ts';

interface AspectNumbering {
  readonly aspects: Report['aspects'];
  /** What the headings should begin with: of the aspects, then of the sections whose ordinals are wrong for it. */
  readonly ordinals: readonly { readonly span: Span; readonly expected: string }[];
}

/**
 * The aspects of section 一 are numbered 一、 to 五、 or 六、, as only sections are; the sections often begin at 一 again.
 * One finding on the first aspect, in place of section-numbering.
 */
export const aspectNumbering: Rule<AspectNumbering> = {
  code: 'aspect-numbering',
  title: { zh: '方面的序号与部分相同', en: 'Aspects are numbered like sections' },
  severity: 'warning',
  find({ report }, emit) {
    const { aspects } = report;
    const [first] = aspects;
    if (!first) return;
    const own = aspects.map(({ ordinal, number }) => ({ span: ordinal, expected: bracketed(number) }));
    const sections = wrongOrdinals(report).map(({ section, expected }) => ({ span: section.ordinal, expected }));
    emit(first.ordinal, { aspects, ordinals: [...own, ...sections] });
  },
  message: {
    zh: ({ aspects: { length } }) =>
      `总体情况的各个方面用了“一、”至“${numeral(length)}、”，与六个部分的序号相混；按规定格式应为“（一）”至“${bracketed(length)}”，“一、”至“六、”只用于六个部分。`,
    en: ({ aspects: { length } }) =>
      `The aspects of 总体情况 are numbered 一、 to ${numeral(length)}、 like the six sections; number them （一） to ${bracketed(length)}.`,
  },
  related: ({ ordinals }, locale) =>
    ordinals.slice(1).map(({ span, expected }) => ({
      span,
      message: locale === 'zh' ? `应为“${expected}”` : `should be “${expected}”`,
    })),
  fixes: ({ facts: { aspects, ordinals } }, _, locale) => {
    const [from, to] = [bracketed(1), bracketed(aspects.length)];
    const others = ordinals.length > aspects.length;
    const zh = `小标题的序号改为“${from}”至“${to}”${others ? '，并改正各部分的序号' : ''}`;
    const en = `Number the sub-headings ${from} to ${to}${others ? ', and correct the ordinals of the sections' : ''}`;
    const edits = ordinals.map(({ span, expected }): Edit => ({ span, newText: expected }));
    return [{ title: { zh, en }[locale], edits, preferred: true }];
  },
  fingerprint: ({ ordinals }) => ordinals.map(({ expected }) => expected),
};

const numeral = (number: number) => SECTIONS[number - 1]?.ordinal ?? String(number);
const bracketed = (number: number) => `（${numeral(number)}）`;
