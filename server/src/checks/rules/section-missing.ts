import type { Edit } from '../../edits/edit.ts';
import { parseEdited } from '../../edits/parse-edited.ts';
import { needsTable, sectionSkeleton } from '../../edits/table-writer.ts';
import { officialHeading, SECTIONS, type SectionForm } from '../../report/forms/sections.ts';
import type { Report, Table } from '../../report/report.ts';
import { isSpace, skipSpaces } from '../../text/characters.ts';
import { newlineOf } from '../../text/line-ends.ts';
import { lineAt } from '../../text/lines.ts';
import { findCutOff } from '../cut-off.ts';
import type { Finding, Rule } from '../finding.ts';

/**
 * One of the six sections is absent; reported at the place where it should stand. What is absent because the text is
 * cut off, text-cut-off tells of.
 */
export const sectionMissing: Rule<SectionForm> = {
  code: 'section-missing',
  title: { zh: '缺少部分', en: 'A section is missing' },
  severity: 'error',
  find({ report }, emit) {
    if (report.sections.length === SECTIONS.length) return;
    const cut = findCutOff(report);
    for (const form of SECTIONS) {
      if (cut?.sections.includes(form) || report.sections.some((section) => section.form === form)) continue;
      if (endsLine(report.text, form)) continue;
      const place = placeOf(report, form.number);
      emit({ start: place, end: place }, form);
    }
  },
  message: {
    zh: (form) =>
      `缺少第${form.ordinal}部分“${form.title}”。年度报告格式要求六个部分齐全，请在此处补上“${officialHeading(form)}”。`,
    en: (form) =>
      `Section ${form.ordinal} “${form.title}” is missing. The form requires all six sections; insert “${officialHeading(form)}” here.`,
  },
  fixes: (finding, { report }, locale) => {
    const heading = officialHeading(finding.facts);
    const table = needsTable(report, finding.facts);
    const zh = `补上“${heading}”${table ? '及空表（各格填 0）' : ''}`;
    const en = `Insert “${heading}”${table ? ' and its table, filled with 0' : ''}`;
    const edit = insertSection(report, finding);
    return [{ title: { zh, en }[locale], edits: isThere(report, edit, finding.facts) ? [edit] : [], preferred: true }];
  },
  fingerprint: ({ number }) => [number],
};

/** Whether a heading stands behind a sentence, at the end of its line, where a page lost a line end: it is there. */
function endsLine(text: string, form: SectionForm): boolean {
  const heading = officialHeading(form);
  for (let at = text.indexOf(heading); at >= 0; at = text.indexOf(heading, at + 1)) {
    const end = skipSpaces(text, at + heading.length, text.length);
    if ('。）！'.includes(text[at - 1] ?? '（') && '\r\n'.includes(text[end] ?? '\n')) return true;
  }
  return false;
}

/**
 * Offset (UTF-16) at which a missing section belongs: above its table when only the heading is lost, above the aspects
 * that are numbered like sections, else before the next section that is there, else behind the last line.
 */
function placeOf(report: Report, number: number): number {
  const table = report.tables.find((each) => each.number === number);
  if (table) return lineOf(report, table);
  const [aspect] = report.aspects;
  if (number === 1 && aspect) return aspect.span.start;
  const next = report.sections.find((section) => section.form.number > number);
  return next ? next.heading.start : visibleEnd(report.text);
}

/** Behind the last visible character: an editor shows nothing on the empty line below it, a browser behind `</body>`. */
function visibleEnd(text: string): number {
  for (let end = text.length; ; ) {
    while (end > 0 && (isSpace(text.charCodeAt(end - 1)) || '\r\n'.includes(text[end - 1] as string))) end--;
    const tag = PAGE_ENDS.find((each) => text.slice(Math.max(0, end - each.length), end).toLowerCase() === each);
    if (!tag) return end;
    end -= tag.length;
  }
}

const PAGE_ENDS = ['</body>', '</html>'];

/** The line with which a table begins; in HTML that of its `<table>`. */
function lineOf({ text, blocks }: Report, table: Table): number {
  let at = lineAt(blocks, table.head);
  if (table.layout !== 'html') return blocks.start(at);
  const tag = text
    .slice(Math.max(0, table.head - TAG_DISTANCE), table.head)
    .toLowerCase()
    .lastIndexOf('<table');
  if (tag >= 0) at = lineAt(blocks, Math.max(0, table.head - TAG_DISTANCE) + tag);
  return blocks.start(at);
}

/** How far above the first text of a table its `<table>` is looked for. */
const TAG_DISTANCE = 400;

/** Whether the section is read once it is put in: behind a second report in the same file it would not be. */
function isThere(report: Report, edit: Edit, form: SectionForm): boolean {
  const copy = parseEdited(report, [edit]);
  return copy?.sections.some((section) => section.form === form) ?? false;
}

/**
 * The heading of a missing section and, unless only the heading was lost, its table, set off by blank lines, in front
 * of what follows.
 */
function insertSection(report: Report, { span, facts: form }: Finding<SectionForm>): Edit {
  return insertSections(report, span.start, [form]);
}

/** Several sections that follow each other, behind everything that is there. */
export function appendSections(report: Report, forms: readonly SectionForm[]): Edit {
  return insertSections(report, visibleEnd(report.text), forms);
}

/** Several sections that follow each other, at the place (UTF-16 offset) where they belong. */
export function insertSections(report: Report, place: number, forms: readonly SectionForm[]): Edit {
  const { text, blocks, sections } = report;
  const newline = newlineOf(text);
  const model = sections.find(({ form }) => form.number > (forms[0]?.number ?? 0)) ?? sections.at(-1);
  const skeleton = forms.map((form) => sectionSkeleton(report, form, model?.prefix ?? '', newline)).join('');
  const after = text.slice(place).trim();
  const atEnd = after === '' || /^<\/(?:body|html)>/i.test(after);
  const at = after === '' ? text.length : atEnd ? place : blocks.start(lineAt(blocks, place));
  const apart =
    at === 0 || text.endsWith(newline + newline, at) ? '' : text.endsWith(newline, at) ? newline : newline + newline;
  return { span: { start: at, end: at }, newText: apart + (atEnd ? skeleton.trimEnd() + newline : skeleton) };
}
