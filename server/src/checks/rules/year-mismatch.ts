import { writeYear } from '../../edits/prose.ts';
import type { YearStatement } from '../../prose/claim.ts';
import type { Report, YearSource } from '../../report/report.ts';
import { digitOf } from '../../text/characters.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { skipTag } from '../../text/tags.ts';
import type { Rule } from '../finding.ts';
import { writeSaid } from '../wording/change.ts';

interface YearMismatch {
  /** The year that stands there, and the one that the rest of the report speaks of. */
  readonly written: number;
  readonly expected: number;
  /** `title`: the title, or the introduction of a report without one, when it is that which is to be doubted. */
  readonly place: 'title' | 'prose';
  /** What speaks for the year that is expected in the title. */
  readonly others: readonly Said[];
}

/** A year that is said in the prose, the period, the signature or the name of the file; the last two have no place. */
interface Said {
  readonly span?: Span;
  readonly year: number;
}

/**
 * A sentence speaks of the year before or after as the one reported on, which is what a copied report looks like; or most
 * of what the report says speaks of one year and its title of another.
 */
export const yearMismatch: Rule<YearMismatch> = {
  code: 'year-mismatch',
  title: { zh: '年份不符', en: 'The prose or the title speaks of another year than the one reported on' },
  severity: 'warning',
  find({ report, prose: { years } }, emit) {
    const named = namedBy(report);
    const stated = named?.year;
    if (!named || stated === undefined) return;
    const said = [...years, ...besides(report, named, years)];
    const expected = doubted(stated, said) ?? stated;
    if (expected !== stated && named.span) {
      const others = said.filter(({ year }) => year === expected);
      emit(yearIn(report.text, named.span, stated), { written: stated, expected, place: 'title', others });
    }
    for (const { span, year } of years) {
      if (Math.abs(year - expected) === 1) emit(span, { written: year, expected, place: 'prose', others: [] });
    }
  },
  message: {
    zh: ({ written, expected, place, others }) =>
      place === 'title'
        ? `标题是 ${written} 年，而其余各处（${others.length} 处）说的都是 ${expected} 年。请核对标题的年份。`
        : `这里说的是 ${written} 年，而本报告是 ${expected} 年度的报告，可能是沿用旧文件时没有改。如确指本报告年度，请改为 ${expected} 年。`,
    en: ({ written, expected, place, others }) =>
      place === 'title'
        ? `The title says ${written}, but the rest of the report speaks of ${expected} (${others.length} places). Check the year in the title.`
        : `This speaks of ${written}, but the report is on ${expected}; was it left from an earlier report? Change it to ${expected} if the year reported on is meant.`,
  },
  related: ({ others }, locale) =>
    others.flatMap(({ span, year }) => (span ? [{ span, message: writeSaid(locale, year) }] : [])),
  fixes: ({ span, facts: { expected } }, { report: { text } }, locale) => {
    if (span.end - span.start !== 4) return [];
    const newText = writeYear(text.slice(span.start, span.end), expected);
    const title = locale === 'zh' ? `年份改为 ${expected}` : `Change the year to ${expected}`;
    return [{ title, edits: [{ span, newText }], preferred: false }];
  },
};

/** What names the report: its title, else the sentence that introduces it. */
function namedBy({ yearSources }: Report): YearSource | undefined {
  return ['title', 'introduction'].flatMap((kind) => yearSources.find((source) => source.kind === kind) ?? [])[0];
}

/** The other sources; a period in a sentence that states its year is not counted twice. */
function besides({ yearSources }: Report, named: YearSource, years: readonly YearStatement[]): Said[] {
  const known = ({ span }: YearSource) => span !== undefined && years.some((each) => overlaps(each.span, span));
  return yearSources.filter((source) => source !== named && source.kind !== 'published' && !known(source));
}

/** So many more must speak for another year than for the one that is named: one slip of the pen is no reason to doubt it. */
const MORE = 2;

/** The year that is meant when the one named is to be doubted. */
function doubted(stated: number, said: readonly Said[]): number | undefined {
  const count = (wanted: number) => said.filter(({ year }) => year === wanted).length;
  const others = new Set(said.map(({ year }) => year));
  return [...others].find((year) => year !== stated && count(year) >= count(stated) + MORE);
}

/** The digits of the year in a title, or all of it where they are no digits; those of a tag are none. */
function yearIn(text: string, span: Span, year: number): Span {
  let digits = 0;
  let value = 0;
  for (let at = span.start; at <= span.end; at++) {
    const digit = at < span.end ? digitOf(text.charCodeAt(at)) : -1;
    if (digit >= 0) {
      digits++;
      value = value * 10 + digit;
      continue;
    }
    if (digits === 4 && value === year) return { start: at - 4, end: at };
    digits = value = 0;
    at = Math.max(at, skipTag(text, at, span.end) - 1);
  }
  return span;
}
