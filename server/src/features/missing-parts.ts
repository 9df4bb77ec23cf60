import { type Analysis, type Finding, isOf, type Locale } from '../checks/finding.ts';
import { aspectMissing } from '../checks/rules/aspect-missing.ts';
import { insertSections, sectionMissing } from '../checks/rules/section-missing.ts';
import { tableMissing } from '../checks/rules/table-missing.ts';
import { textCutOff } from '../checks/rules/text-cut-off.ts';
import { sparesCells } from '../checks/trial.ts';
import { applyEdits, type Edit } from '../edits/edit.ts';
import { isTableNumber } from '../report/forms/form.ts';
import type { SectionForm } from '../report/forms/sections.ts';
import { parseReport } from '../report/parse.ts';
import { findTable, type Report } from '../report/report.ts';
import type { Fix } from './fixes.ts';

/** The rules of what is absent, in the order in which what is put in at one place has to follow. */
const RULES = [aspectMissing, tableMissing, sectionMissing, textCutOff];

/** Whether a finding tells of something that the form wants and the report lacks. */
export function tellsOfMissing({ code }: Finding): boolean {
  return RULES.some((rule) => rule.code === code);
}

/**
 * 补上全部缺少的部分: sections with their tables, tables below headings that are there, and sub-headings of 总体情况, in one
 * step. Absent where there are not two of them to put in, and where a copy does not read them back.
 *
 * @param spared findings that the user has dismissed or whose rule is off, which are not mended without asking
 */
export function insertMissing(analysis: Analysis, locale: Locale, spared: readonly Finding[] = []): Fix | undefined {
  const { report } = analysis;
  const missing = analysis.findings.filter((finding) => tellsOfMissing(finding) && !spared.includes(finding));
  if (missing.length < 2) return undefined;
  const sections = sectionsByPlace(missing);
  const others = RULES.flatMap((rule) =>
    missing.filter(({ code }) => code === rule.code && code !== sectionMissing.code),
  )
    .map((finding) => finding.rule.fixes?.(finding, analysis, locale)[0]?.edits ?? [])
    .filter(({ length }) => length > 0);
  const places = [...sections].map(([place, forms]) => insertSections(report, place, forms));
  const edits = joined([...others.flat(), ...places]);
  const forms = [...sections.values()].flat();
  const bare = missing.flatMap((finding) => (isOf(finding, tableMissing) ? [finding.facts.form] : []));
  const count = others.length + forms.length;
  if (count < 2 || !sparesCells(report, edits) || !isThere(report, edits, [...forms, ...bare])) return undefined;
  return { kind: 'quickfix', title: TITLE[locale](count), edits, preferred: false };
}

const TITLE = {
  zh: (count: number) => `补上全部缺少的部分（${count} 处）`,
  en: (count: number) => `Insert all that is missing (${count})`,
} as const;

/** Sections that are missing one behind the other belong at the same place. */
function sectionsByPlace(missing: readonly Finding[]): Map<number, SectionForm[]> {
  const places = new Map<number, SectionForm[]>();
  for (const finding of missing) {
    if (!isOf(finding, sectionMissing)) continue;
    const same = places.get(finding.span.start);
    if (same) same.push(finding.facts);
    else places.set(finding.span.start, [finding.facts]);
  }
  return places;
}

/** One insertion for each place, in the order of the text: editors differ in what they make of two at one place. */
function joined(edits: readonly Edit[]): Edit[] {
  const places = new Map<number, Edit>();
  for (const { span, newText } of edits)
    places.set(span.start, { span, newText: (places.get(span.start)?.newText ?? '') + newText });
  return [...places.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Whether the sections are read once they are put in, with their tables. */
function isThere(report: Report, edits: readonly Edit[], forms: readonly SectionForm[]): boolean {
  const copy = parseReport(applyEdits(report.text, edits), { always: true });
  if (!copy) return false;
  return forms.every((form) => {
    const read = copy.sections.some((section) => section.form === form);
    return read && (!isTableNumber(form.number) || findTable(copy, form.number) !== undefined);
  });
}
