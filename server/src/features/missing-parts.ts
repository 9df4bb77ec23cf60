import { analyse } from '../checks/analysis.ts';
import { type Analysis, type Finding, isOf, type Locale } from '../checks/finding.ts';
import { aspectMissing } from '../checks/rules/aspect-missing.ts';
import { insertSections, sectionMissing } from '../checks/rules/section-missing.ts';
import { tableMissing } from '../checks/rules/table-missing.ts';
import { textCutOff } from '../checks/rules/text-cut-off.ts';
import { sparesCells } from '../checks/trial.ts';
import { applyEdits, type Edit } from '../edits/edit.ts';
import type { SectionForm } from '../report/forms/sections.ts';
import type { Report } from '../report/report.ts';
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
  const all = analysis.findings.filter(tellsOfMissing);
  const missing = all.filter((finding) => !spared.includes(finding));
  if (missing.length < 2) return undefined;
  const sections = sectionsByPlace(missing);
  const others = RULES.flatMap((rule) => missing.filter(({ code }) => code === rule.code))
    .filter((finding) => !isOf(finding, sectionMissing))
    .map((finding) => finding.rule.fixes?.(finding, analysis, locale)[0]?.edits ?? [])
    .filter(({ length }) => length > 0);
  const places = [...sections].map(([place, forms]) => insertSections(report, place, forms));
  const edits = joined([...others.flat(), ...places]);
  const forms = [...sections.values()].flat();
  const count = others.length + forms.length;
  if (count < 2 || !sparesCells(report, edits) || leftAfter(report, edits, forms) > all.length - count)
    return undefined;
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

/**
 * How much is missing once these edits are made: in a torn text a heading may cut off what was read before. That a section 一
 * which was lost comes without its aspects is not counted.
 */
function leftAfter(report: Report, edits: readonly Edit[], forms: readonly SectionForm[]): number {
  const copy = analyse(applyEdits(report.text, edits), { always: true });
  const first = forms.some(({ number }) => number === 1);
  const left = copy?.findings.filter((each) => tellsOfMissing(each) && !(first && isOf(each, aspectMissing)));
  return left?.length ?? Number.POSITIVE_INFINITY;
}
