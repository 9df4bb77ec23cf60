import { ALL_ASPECTS, aspectsIn, subheadings } from '../../checks/aspects.ts';
import type { Locale } from '../../checks/finding.ts';
import { needsTable, sectionSkeleton } from '../../edits/table-writer.ts';
import { ASPECTS, officialHeading, SECTIONS } from '../../report/forms/sections.ts';
import { findSection, type Report } from '../../report/report.ts';
import { CHINESE_ORDINALS } from '../../text/chinese-numerals.ts';
import { newlineOf } from '../../text/line-ends.ts';
import { begins, type Caret, type Completion } from './completion.ts';

const WORDS = {
  zh: { section: '第几部分的标题', table: '标题和空表', aspect: '总体情况的方面' },
  en: { section: 'heading of a section', table: 'heading and empty table', aspect: 'aspect of 总体情况' },
} as const;

/** The sections that are missing, that which comes next in front; with its table where it has one. */
export function missingSections(report: Report, { typed, atEnd, offset }: Caret, locale: Locale): Completion[] {
  const { text, sections } = report;
  const written = text.slice(typed.start, typed.end);
  if (!atEnd || written.length > LONGEST) return [];
  // What is being typed may be read as a heading already.
  const others = sections.filter(({ heading }) => heading.start > offset || heading.end < typed.start);
  const before = others.filter(({ heading }) => heading.start < offset).at(-1)?.form.number ?? 0;
  const missing = SECTIONS.filter((form) => !others.some((section) => section.form === form));
  const next = [...missing.filter(({ number }) => number > before), ...missing.filter(({ number }) => number < before)];
  const model = others.at(-1)?.prefix ?? '';
  const prefix = model.includes('<') || typed.start > lineStart(report, typed.start) ? '' : model;
  const newline = newlineOf(text);
  return next.flatMap((form): Completion[] => {
    const label = officialHeading(form);
    if (!begins(written, label, form.title)) return [];
    const heading: Completion = {
      kind: 'heading',
      label,
      detail: WORDS[locale].section,
      span: typed,
      newText: prefix + label,
    };
    if (!needsTable(report, form)) return [heading];
    const whole = sectionSkeleton(report, form, prefix, newline).trimEnd();
    return [heading, { ...heading, label: `${label} …`, detail: WORDS[locale].table, newText: whole }];
  });
}

/** The aspects that section 一 says nothing of yet. */
export function missingAspects(report: Report, { typed, atEnd, offset }: Caret, locale: Locale): Completion[] {
  const section = findSection(report, 1);
  const written = report.text.slice(typed.start, typed.end);
  if (!section || !atEnd || offset < section.body.start || offset > section.body.end) return [];
  let named = 0;
  for (const { title } of subheadings(report, section)) {
    if (title.end < typed.start || title.start > offset) named |= aspectsIn(report.text.slice(title.start, title.end));
  }
  if (named === ALL_ASPECTS) return [];
  return ASPECTS.flatMap(({ name }, at): Completion[] => {
    const label = `（${CHINESE_ORDINALS[at]}）${name}`;
    if ((named >> at) & 1 || !begins(written, label, name)) return [];
    return [{ kind: 'heading', label, detail: WORDS[locale].aspect, span: typed, newText: label }];
  });
}

const LONGEST = 20;

function lineStart({ text }: Report, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] === ' ') at--;
  return at > 0 && text[at - 1] === '#' ? at - 1 : offset;
}
