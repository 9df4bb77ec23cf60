import type { Edit } from '../../edits/edit.ts';
import { SECTIONS } from '../../report/forms/sections.ts';
import { findSection, type Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Subheading, subheadings } from '../aspects.ts';
import type { Emit, Rule } from '../finding.ts';
import { wrongOrdinals } from './section-numbering.ts';

interface AspectNumbering {
  /** Numbered 一、 as only sections are; or by brackets, where an ordinal comes twice or is left out. */
  readonly kind: 'sections' | 'twice' | 'left-out';
  /** How many sub-headings there are. */
  readonly count: number;
  /** What comes twice or is left out. */
  readonly faulty?: string;
  /** What the headings should begin with: of the aspects, then of the sections whose ordinals are wrong for it. */
  readonly ordinals: readonly { readonly span: Span; readonly expected: string }[];
}

/**
 * The aspects of section 一 are numbered 一、 to 五、 or 六、, as only sections are, and the sections often begin at 一
 * again; or （一） to （五） with one ordinal twice or left out (国办公开办函〔2021〕30号, 一、总体情况). One finding on the
 * first wrong one, in place of section-numbering.
 */
export const aspectNumbering: Rule<AspectNumbering> = {
  code: 'aspect-numbering',
  title: { zh: '小标题的序号不对', en: 'Aspects have wrong ordinals' },
  severity: 'warning',
  find({ report }, emit) {
    const { aspects } = report;
    const [first] = aspects;
    if (!first) return findInBrackets(report, emit);
    const own = aspects.map(({ ordinal, number }) => ({ span: ordinal, expected: bracketed(number) }));
    const sections = wrongOrdinals(report).map(({ section, expected }) => ({ span: section.ordinal, expected }));
    emit(first.ordinal, { kind: 'sections', count: aspects.length, ordinals: [...own, ...sections] });
  },
  message: {
    zh: ({ kind, count, faulty }) =>
      kind === 'sections'
        ? `总体情况的各个方面用了“一、”至“${numeral(count)}、”，与六个部分的序号相混；按规定格式应为“（一）”至“${bracketed(count)}”，“一、”至“六、”只用于六个部分。`
        : `小标题的序号${kind === 'twice' ? `“（${faulty}）”重复` : `缺“（${faulty}）”`}，${count} 个小标题应依次为“（一）”至“${bracketed(count)}”。`,
    en: ({ kind, count, faulty }) =>
      kind === 'sections'
        ? `The aspects of 总体情况 are numbered 一、 to ${numeral(count)}、 like the six sections; number them （一） to ${bracketed(count)}.`
        : `The ordinal （${faulty}） ${kind === 'twice' ? 'comes twice' : 'is left out'}; the ${count} sub-headings should be （一） to ${bracketed(count)}.`,
  },
  related: ({ ordinals }, locale) =>
    ordinals.slice(1).map(({ span, expected }) => ({
      span,
      message: locale === 'zh' ? `应为“${expected}”` : `should be “${expected}”`,
    })),
  fixes: ({ facts: { kind, count, ordinals } }, _, locale) => {
    const [from, to] = [bracketed(1), bracketed(count)];
    const others = kind === 'sections' && ordinals.length > count;
    const zh = `小标题的序号改为“${from}”至“${to}”${others ? '，并改正各部分的序号' : ''}`;
    const en = `Number the sub-headings ${from} to ${to}${others ? ', and correct the ordinals of the sections' : ''}`;
    const edits = ordinals.map(({ span, expected }): Edit => ({ span, newText: expected }));
    // Where one is left out, a heading may be missing.
    return [{ title: { zh, en }[locale], edits, preferred: kind !== 'left-out' }];
  },
  fingerprint: ({ ordinals }) => ordinals.map(({ expected }) => expected),
};

const ORDINALS = '一二三四五六七八九';

interface InBrackets {
  readonly ordinal: Span;
  readonly number: number;
}

/** The ordinals in brackets, up to the place where they begin anew. */
function runOfOrdinals(text: string, all: readonly Subheading[]): readonly InBrackets[] {
  const run: InBrackets[] = [];
  for (const { ordinal } of all) {
    const { start, end } = ordinal;
    if (end - start !== 1 || !'（('.includes(text[start - 1] ?? ' ') || !'）)'.includes(text[end] ?? ' ')) continue;
    const number = ORDINALS.indexOf(text[start] as string) + 1;
    if (number === 0) continue;
    if (number === 1 && run.length > 1) break;
    run.push({ ordinal, number });
  }
  return run;
}

/** `（三）` and `（三）` again; `（二）` and then `（四）`, where no （三） stands anywhere in the section. */
function findInBrackets(report: Report, emit: Emit<AspectNumbering>): void {
  const section = findSection(report, 1);
  if (!section) return;
  const { text } = report;
  const run = runOfOrdinals(text, subheadings(report, section));
  const wrong = run.filter(({ number }, at) => number !== at + 1);
  const [first] = wrong;
  if (!first || run.length < 3 || run[0]?.number !== 1) return;
  const steps = run.slice(1).map(({ number }, at) => number - (run[at]?.number ?? 0));
  const irregular = steps.filter((step) => step !== 1);
  if (irregular.length !== 1 || (irregular[0] !== 0 && irregular[0] !== 2)) return;
  const twice = irregular[0] === 0;
  const faulty = ORDINALS[first.number - (twice ? 1 : 2)] ?? '';
  const body = text.slice(section.body.start, section.body.end);
  if (!twice && (body.includes(`（${faulty}`) || body.includes(`(${faulty}`))) return;
  const ordinals = wrong.map(({ ordinal }) => ({
    span: ordinal,
    expected: ORDINALS[run.findIndex((each) => each.ordinal === ordinal)] ?? '',
  }));
  emit(first.ordinal, { kind: twice ? 'twice' : 'left-out', count: run.length, faulty, ordinals });
}

const numeral = (number: number) => SECTIONS[number - 1]?.ordinal ?? String(number);
const bracketed = (number: number) => `（${numeral(number)}）`;
