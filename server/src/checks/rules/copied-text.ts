import { type Predecessor, type Print, type Source, spanOf } from '../../digest/digest.ts';
import { likeness } from '../../digest/lookalikes.ts';
import { type Passage, passagesOf } from '../../digest/passages.ts';
import { type SectionNumber, sectionForm } from '../../report/forms/sections.ts';
import { findSection, type Report } from '../../report/report.ts';
import { compact } from '../compact.ts';
import { excerpt } from '../excerpt.ts';
import type { Locale, Related, Rule } from '../finding.ts';
import { relatedSource, sourceData, sourceIn } from '../years.ts';

interface CopiedText {
  readonly section: SectionNumber;
  /** The heading of the same section in the other report. */
  readonly source: Source;
  /** Whose report that is, where it is not the same organ's of the year before. */
  readonly agency?: string;
  /** The part of the section's words that stands there, from 0 to 1; 1 where all of it does but for digits. */
  readonly share: number;
  readonly passages: readonly (Passage & { readonly written: string })[];
}

/** In percent, unless a profile says otherwise: over half of a report repeated costs it its marks in many places. */
const SHARE = 60;
/** Of the copied passages the longest are named. */
const MOST_PASSAGES = 5;

/**
 * The prose of a section is for the most part last year's, or another organ's: the form asks for what was done in the
 * year (条例第五十条). Formulas, labels of the form, sub-headings and digits do not count.
 */
export const copiedText: Rule<CopiedText> = {
  code: 'copied-text',
  title: { zh: '文字照抄', en: "Text copied from last year's or another organ's report" },
  severity: 'information',
  needsOthers: true,
  find({ report, digest, predecessor, company, demands }, emit) {
    if (!digest) return;
    const least = (demands.copiedShare ?? SHARE) / 100;
    const { common, lookalike } = company ?? {};
    for (const own of digest.prose) {
      const copied = (from: Predecessor, agency?: string) => {
        const other = from.digest.prose.find(({ section }) => section === own.section);
        const measured = likeness(own, from.digest, common);
        // What very many organs write is nobody's copy, but an organ's whole text may be last year's all the same.
        const isWhole = other?.hash === own.hash && (agency === undefined || measured > 0);
        const share = isWhole ? 1 : Math.min(measured, ALMOST);
        if (other && share >= least) emit(spanOf(own.heading), factsOf(report, own, other, share, from, agency));
      };
      if (predecessor) copied(predecessor);
      if (lookalike) copied(lookalike, lookalike.digest.agency);
    }
  },
  message: {
    zh: ({ section, source, agency, share }) => {
      const title = sectionForm(section).title;
      const of = agency === undefined ? `${source.year} 年度报告` : `${agency} ${source.year} 年度报告`;
      const same =
        share === 1
          ? `除数字外与 ${of}（${source.name}）完全相同`
          : `约 ${percent(share)} 与 ${of}（${source.name}）相同`;
      return `“${title}”的文字${same}，像是照抄${agency === undefined ? '上年' : ''}。请写明${agency === undefined ? '本年度' : '本机关'}的情况。`;
    },
    en: ({ section, source, agency, share }) => {
      const of = agency === undefined ? `the report on ${source.year}` : `the report of ${agency} on ${source.year}`;
      const same = share === 1 ? 'But for digits, all' : `Some ${percent(share)}`;
      return `${same} of the text of “${sectionForm(section).title}” is that of ${of} (${source.name}). Write what ${agency === undefined ? 'happened in this year' : 'this organ did'}.`;
    },
  },
  related: ({ source, agency, passages }, locale) => [
    relatedSource(source, ofWhom(source, agency, locale)),
    ...passages.map((passage) => relatedPassage(passage, source, locale)),
  ],
  data: ({ source, agency, share }) => ({
    ...(agency === undefined ? sourceData(source) : { other: { uri: source.uri, year: source.year, agency } }),
    share: Math.round(share * 100),
  }),
  fingerprint: ({ section, agency }, report) => {
    const heading = findSection(report, section)?.heading;
    return [heading ? compact(report, heading) : section, ...(agency === undefined ? [] : [agency])];
  },
};

/** Less than all, whatever the sample says: something else than digits differs. */
const ALMOST = 0.99;

function factsOf(
  report: Report,
  own: Print,
  other: Print,
  share: number,
  from: Predecessor,
  agency: string | undefined,
): CopiedText {
  const section = findSection(report, own.section);
  const passages = section ? passagesOf(report, section, own.sketch, other.sketch) : [];
  const longest = passages.sort((a, b) => length(b) - length(a)).slice(0, MOST_PASSAGES);
  return {
    section: own.section,
    source: sourceIn(from, other.heading),
    ...(agency === undefined ? {} : { agency }),
    share,
    passages: longest
      .sort((a, b) => a.span.start - b.span.start)
      .map((each) => ({ ...each, written: compact(report, each.span) })),
  };
}

const length = ({ span }: Passage) => span.end - span.start;
const percent = (share: number) => `${Math.round(share * 100)}%`;

function ofWhom({ year }: Source, agency: string | undefined, locale: Locale): string {
  if (agency !== undefined)
    return locale === 'zh'
      ? `${agency} ${year} 年度报告的同一部分`
      : `the same section of the report of ${agency} on ${year}`;
  return locale === 'zh' ? `${year} 年度报告的同一部分` : `the same section of the report on ${year}`;
}

function relatedPassage(
  { span, line, written }: CopiedText['passages'][number],
  { name }: Source,
  locale: Locale,
): Related {
  const message =
    locale === 'zh'
      ? `相同的一段（${written.length} 字，${name} 第 ${line + 1} 行）：“${excerpt(written)}”`
      : `the same passage (${written.length} characters, ${name} line ${line + 1}): “${excerpt(written)}”`;
  return { span, message };
}
