import { type Analysis, type Finding, isOf } from '../checks/finding.ts';
import { safeRepairs } from '../checks/repair.ts';
import { aspectNumbering } from '../checks/rules/aspect-numbering.ts';
import { sectionNumbering } from '../checks/rules/section-numbering.ts';
import { sparesCells } from '../checks/trial.ts';
import { cellName } from '../checks/wording/names.ts';
import type { Edit } from '../edits/edit.ts';

/** One change that needs no asking. */
export interface SafeChange {
  readonly edit: Edit;
  /** What is changed: `（一）予以公开·总计`, or the heading whose ordinal is put right. */
  readonly name: string;
}

/**
 * All that `source.fixAll.zfxxgk` and `--fix` do: totals whose right number is certain, blank totals that row and column
 * agree on, and ordinals of headings, in the order of the text.
 *
 * @param spared findings that the user has dismissed or whose rule is off, which are not mended without asking
 */
export function safeChanges(analysis: Analysis, spared: readonly Finding[] = []): readonly SafeChange[] {
  const totals = safeRepairs(analysis, spared).map(({ table, cell, edit }) => ({ edit, name: cellName(table, cell) }));
  return [...totals, ...ordinals(analysis, spared)].sort((a, b) => a.edit.span.start - b.edit.span.start);
}

/** Where sections stand out of order, or a second report begins, an ordinal may be right and its heading misplaced. */
const DOUBTS: readonly string[] = ['section-order', 'second-report', 'text-cut-off'];

function ordinals({ report, findings }: Analysis, spared: readonly Finding[]): SafeChange[] {
  if (findings.some(({ code }) => DOUBTS.includes(code))) return [];
  const changes = findings.flatMap((finding): SafeChange[] => {
    if (spared.includes(finding)) return [];
    if (isOf(finding, sectionNumbering)) {
      const { section, expected } = finding.facts;
      return [{ edit: { span: section.ordinal, newText: expected }, name: section.form.title }];
    }
    if (!isOf(finding, aspectNumbering)) return [];
    return finding.facts.ordinals.map(({ span, expected }) => {
      const line = report.text.slice(span.end, lineEnd(report.text, span.end)).trim();
      return { edit: { span, newText: expected }, name: line.slice(0, LONGEST) };
    });
  });
  // In a damaged text a line may be a heading and a row of a table at once.
  const edits = changes.map(({ edit }) => edit);
  return changes.length === 0 || sparesCells(report, edits) ? changes : [];
}

/** As much of a heading as names it. */
const LONGEST = 20;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
