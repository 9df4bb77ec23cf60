import { type Analysis, analyse } from '../../../server/src/checks/analysis.ts';
import { type Finding, isOf } from '../../../server/src/checks/finding.ts';
import { safeRepairs } from '../../../server/src/checks/repair.ts';
import { cellMissing } from '../../../server/src/checks/rules/cell-missing.ts';
import { sectionMissing } from '../../../server/src/checks/rules/section-missing.ts';
import { sectionNumbering } from '../../../server/src/checks/rules/section-numbering.ts';
import { describe, type Locale, relate } from '../../../server/src/checks/wording/index.ts';
import { applyEdits, type Edit } from '../../../server/src/edits/edit.ts';
import { findingData } from '../../../server/src/features/diagnostics.ts';
import { explain } from '../../../server/src/features/explain.ts';
import { FIX_ALL, type Fix, fixesFor, sourceFixes } from '../../../server/src/features/fixes.ts';
import { hoverAt } from '../../../server/src/features/hover.ts';
import { insertMissing, tellsOfMissing } from '../../../server/src/features/missing-parts.ts';
import { foldingSpans, type OutlineItem, outline } from '../../../server/src/features/symbols.ts';
import type { Cell } from '../../../server/src/report/report.ts';
import { readValue } from '../../../server/src/text/value.ts';
import type { Random } from './random.ts';
import { cellsOf, nameOf, outside, type Problems, spell } from './reading.ts';

const LOCALES: readonly Locale[] = ['zh', 'en'];

/** Fixes of one document that are made and read back; all of them are looked at. */
const FIXES_MADE = 4;
const HOVERS = 12;

/** What shows that a sentence was put together from something that is not there. */
const GAP = /undefined|NaN|\[object|Infinity/;

/** Characters of the longest message that anyone would read; a hover on a heading lists every sum of its table. */
const LONGEST_MESSAGE = 600;

function gap(what: string, text: string): Problems {
  if (what !== 'explain' && what !== 'a hover' && text.length > LONGEST_MESSAGE)
    return [`${what} takes ${text.length} characters to say`];
  const found = GAP.exec(text);
  return found ? [`${what} says ${text.slice(Math.max(0, found.index - 40), found.index + 40)}`] : [];
}

/** An editor refuses an outline whose entries reach out of the entry that they stand in. */
function wrongItem(item: OutlineItem, length: number): Problems {
  const { name, span, selection, children } = item;
  const inside = (inner: typeof span) => inner.start >= span.start && inner.end <= span.end;
  return [
    ...outside(`outline ${name}`, [span, selection], length),
    ...(inside(selection) ? [] : [`outline ${name}: its selection reaches out of it`]),
    ...children.flatMap((child) => [
      ...(inside(child.span) ? [] : [`outline ${name}: ${child.name} reaches out of it`]),
      ...wrongItem(child, length),
    ]),
  ];
}

function wrongEdits(what: string, edits: readonly Edit[], length: number): Problems {
  const ordered = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  const touching = ordered.some((span, at) => at > 0 && span.start < (ordered[at - 1]?.end ?? 0));
  return [...outside(what, ordered, length), ...(touching ? [`${what}: two edits overlap`] : [])];
}

/** The cell whose characters an edit replaces; one that is filled in, or gets longer, takes the room of the blanks behind it. */
const cellOf = (text: string, cells: readonly Cell[], { span }: Edit): Cell | undefined =>
  cells.find(
    (cell) =>
      !cell.merged &&
      cell.span.start === span.start &&
      (cell.span.end >= span.end || text.slice(cell.span.end, span.end).trim() === ''),
  );

/** What a cell must say after an edit that writes a number into it. */
function written({ report }: Analysis, cell: Cell, { span, newText }: Edit): string {
  const { form } = report.tables.find(({ number }) => number === cell.table) ?? {};
  const text = newText + report.text.slice(span.end, cell.span.end);
  return spell(readValue(text, 0, text.length, form?.rows[cell.row]?.columns[cell.column]?.kind ?? 'count'));
}

/**
 * After a fix of numbers the cells that it edits say what was written, and no other cell says another number. In a torn
 * table a row that is full again may change what is known of the columns of other rows, and a sum that holds again may
 * show that a number was torn, so these may come and go.
 */
function wrongAfter(analysis: Analysis, what: string, edits: readonly Edit[], ordinalsToo = false): Problems {
  const text = applyEdits(analysis.report.text, edits);
  const after = analyse(text, { always: true });
  if (!after) return [`${what}: what it gives is no report`];
  const cells = cellsOf(analysis.report);
  if (!ordinalsToo && !edits.every((edit) => cellOf(analysis.report.text, cells, edit)))
    return [`${what}: edits what is no cell`];
  const found = new Map(cellsOf(after.report).map((cell) => [nameOf(cell), spell(cell.reading)]));
  for (const cell of cells) {
    const edit = edits.find((each) => cellOf(analysis.report.text, [cell], each));
    const value = edit ? written(analysis, cell, edit) : spell(cell.reading);
    const says = found.get(nameOf(cell));
    const unsure = says === undefined || /^(blank|split)/.test(says) || cell.reading.kind === 'blank';
    if (says !== value && (edit || !unsure)) return [`${what}: cell ${nameOf(cell)} should say ${value}, says ${says}`];
  }
  return [];
}

const isHeading = ({ finding }: Fix): boolean => finding?.code.startsWith('section-') ?? false;

function headingOf(finding: Finding) {
  if (isOf(finding, sectionMissing)) return finding.facts;
  return isOf(finding, sectionNumbering) ? finding.facts.section.form : undefined;
}

/** A heading that was given its number, or put in, is there afterwards. */
function wrongHeading(analysis: Analysis, { title, edits, finding }: Fix): Problems {
  const form = finding && headingOf(finding);
  if (!form) return [];
  const after = analyse(applyEdits(analysis.report.text, edits), { always: true });
  const left = after?.findings.some((each) => each.code === finding.code && headingOf(each) === form);
  return left ? [`${title}: then ${finding.code} is still found`] : [];
}

/** A number or a year of the prose that was mended is no longer reported, and no cell says another number. */
function wrongProse({ report }: Analysis, { title, edits, finding }: Fix): Problems {
  const after = analyse(applyEdits(report.text, edits), { always: true });
  const at = edits[0]?.span.start ?? -1;
  const left = after?.findings.some((each) => {
    return each.code === finding?.code && each.span.start <= at && at < each.span.end;
  });
  const says = (each: Analysis['report']) => cellsOf(each).map((cell) => `${nameOf(cell)} ${spell(cell.reading)}`);
  const same = after && says(after.report).join() === says(report).join();
  return [...(left ? [`${title}: it is still found`] : []), ...(same ? [] : [`${title}: changes a cell`])];
}

/** A value that was parted into two fills its row. */
function wrongParts({ report }: Analysis, { title, edits, finding }: Fix): Problems {
  if (!finding || !isOf(finding, cellMissing)) return [];
  const { row, table } = finding.facts;
  const after = analyse(applyEdits(report.text, edits), { always: true });
  const found = after?.report.tables.find(({ number }) => number === table.number)?.rows[row.index]?.cells.length;
  return found === row.form.columns.length ? [] : [`${title}: the row is not full`];
}

/** A table that was put in is there afterwards. */
function wrongTables({ report, findings }: Analysis, { title, edits }: Fix): Problems {
  const count = (found: readonly Finding[]) => found.filter(({ code }) => code === 'table-missing').length;
  const after = analyse(applyEdits(report.text, edits), { always: true });
  return after && count(after.findings) < count(findings) ? [] : [`${title}: as many tables are missing`];
}

/** What was cut off is there afterwards, and every cell says what it said. */
function wrongEnd({ report }: Analysis, { title, edits }: Fix): Problems {
  const after = analyse(applyEdits(report.text, edits), { always: true });
  const says = new Map(after && cellsOf(after.report).map((cell) => [nameOf(cell), spell(cell.reading)]));
  const same = cellsOf(report).every((cell) => says.get(nameOf(cell)) === spell(cell.reading));
  const left = after?.findings.some(({ code }) => code === 'text-cut-off');
  return [...(left ? [`${title}: it is still found`] : []), ...(same ? [] : [`${title}: changes a cell`])];
}

/** All that is missing was put in: fewer parts are, and every cell says what it said. */
function wrongMissing({ report, findings }: Analysis, { title, edits }: Fix): Problems {
  const count = (found: readonly Finding[]) => found.filter(tellsOfMissing).length;
  const after = analyse(applyEdits(report.text, edits), { always: true });
  const says = new Map(after && cellsOf(after.report).map((cell) => [nameOf(cell), spell(cell.reading)]));
  const same = cellsOf(report).every((cell) => says.get(nameOf(cell)) === spell(cell.reading));
  const left = !after || count(after.findings) >= count(findings);
  return [...(left ? [`${title}: as much is missing`] : []), ...(same ? [] : [`${title}: changes a cell`])];
}

/** Rules on the words of a report: their fixes touch no cell. */
const OF_WORDS: ReadonlySet<string> = new Set([
  'prose-mismatch',
  'year-mismatch',
  'aspect-missing',
  'aspect-numbering',
  'label-altered',
  'template-residue',
  'basis-outdated',
  'sections-announced',
]);

/** What came of a fix, by what it is a fix of. */
function wrongFix(analysis: Analysis, fix: Fix): Problems {
  if (!fix.finding && fix.kind === 'quickfix') return wrongMissing(analysis, fix);
  if (isHeading(fix)) return wrongHeading(analysis, fix);
  if (fix.finding && OF_WORDS.has(fix.finding.code)) return wrongProse(analysis, fix);
  if (fix.finding?.code === 'table-missing') return wrongTables(analysis, fix);
  if (fix.finding?.code === 'cell-missing') return wrongParts(analysis, fix);
  if (fix.finding?.code === 'text-cut-off') return wrongEnd(analysis, fix);
  return wrongAfter(analysis, fix.title, fix.edits, fix.kind === FIX_ALL);
}

/** What all fixes are called, each once: several findings offer to recompute the same table. */
function fixesOf(analysis: Analysis, locale: Locale): Fix[] {
  const all = analysis.findings.flatMap((finding) => fixesFor(analysis, finding, locale));
  const missing = insertMissing(analysis, locale) ?? [];
  return [
    ...new Map([...all, ...sourceFixes(analysis, locale)].concat(missing).map((fix) => [fix.title, fix])).values(),
  ];
}

function wrongFixes(analysis: Analysis, random: Random, locale: Locale): Problems {
  const { length } = analysis.report.text;
  const fixes = fixesOf(analysis, locale);
  const made = Array.from({ length: Math.min(FIXES_MADE, fixes.length) }, () => fixes[random(fixes.length)] as Fix);
  const all = safeRepairs(analysis).map(({ edit }) => edit);
  const repaired = analyse(applyEdits(analysis.report.text, all), { always: true });
  return [
    ...fixes.flatMap((fix) => [...gap('a fix', fix.title), ...wrongEdits(fix.title, fix.edits, length)]),
    ...made.flatMap((fix) => wrongFix(analysis, fix)),
    ...(repaired && safeRepairs(repaired).length > 0 ? ['fixAll finds more to repair when it runs again'] : []),
  ];
}

function wrongWords(analysis: Analysis, locale: Locale): Problems {
  const { findings, report } = analysis;
  return findings.flatMap((finding) => {
    const related = relate(finding, locale);
    return [
      ...gap(finding.code, describe(finding, locale)),
      ...gap(finding.code, JSON.stringify(findingData(finding) ?? null)),
      ...related.flatMap(({ message }) => gap(finding.code, message)),
      ...outside(
        `related to ${finding.code}`,
        related.map(({ span }) => span),
        report.text.length,
      ),
    ];
  });
}

function wrongHovers(analysis: Analysis, random: Random, locale: Locale): Problems {
  const { findings, report } = analysis;
  const { length } = report.text;
  const anywhere = Array.from({ length: HOVERS }, () => random(length + 1));
  const places = [...anywhere, ...findings.slice(0, HOVERS).map(({ span }) => span.start), 0, length];
  return places.flatMap((offset) => {
    const hover = hoverAt(analysis, offset, locale);
    return hover ? [...outside('hover', [hover.span], length), ...gap('a hover', hover.markdown)] : [];
  });
}

/** All that an editor or the command line asks for: in both languages, at some places, some fixes made and read back. */
export function wrongFeatures(analysis: Analysis, random: Random): Problems {
  const { report } = analysis;
  const { length } = report.text;
  return [
    ...LOCALES.flatMap((locale) => [
      ...wrongWords(analysis, locale),
      ...wrongHovers(analysis, random, locale),
      ...gap('explain', explain(analysis, locale)),
    ]),
    ...wrongFixes(analysis, random, random(2) === 0 ? 'zh' : 'en'),
    ...outline(report).flatMap((item) => wrongItem(item, length)),
    ...outside('folding', foldingSpans(report), length),
  ];
}
