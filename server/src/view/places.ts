import type { Analysis, Locale } from '../checks/finding.ts';
import { type Fix, fixesFor } from '../features/fixes.ts';
import { locate } from '../features/locate.ts';
import type { Judged } from '../project/project.ts';
import { isTableNumber } from '../report/forms/form.ts';
import { findTable, type Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { cellId } from './canvas.ts';

/** What a drawing calls places of its text: `c3-2-6` for a cell by table, row and column, `p4` and `f4` for a finding. */

/** Where in the text a place of the drawing stands; undefined for one that is not there. */
export function spanOfPlace(report: Report, findings: readonly Judged[], id: string): Span | undefined {
  const cell = /^c(\d)-(\d+)-(\d+)$/.exec(id);
  if (!cell) return /^[pf]\d+$/.test(id) ? findings[Number(id.slice(1))]?.finding.span : undefined;
  const [table, row, column] = cell.slice(1).map(Number) as [number, number, number];
  return isTableNumber(table) ? findTable(report, table)?.rows[row]?.cells[column]?.span : undefined;
}

/** The cell of the drawing in which an offset of the text (UTF-16) stands. */
export function placeAt(report: Report, offset: number): string | undefined {
  const place = locate(report, offset);
  return place?.kind === 'cell' ? cellId({ prefix: '' }, place.cell) : undefined;
}

/** What a button is to do: of a finding by its number, the fix that is listed at `choice`, or that which mends its cell. */
export interface ButtonFix {
  readonly finding: number;
  readonly choice?: number;
}

export function fixOfButton(
  analysis: Analysis,
  findings: readonly Judged[],
  { finding: at, choice }: ButtonFix,
  locale: Locale,
): Fix | undefined {
  const finding = findings[at]?.finding;
  if (!finding) return undefined;
  const fixes = fixesFor(analysis, finding, locale);
  if (choice !== undefined) return fixes[choice];
  const { start, end } = finding.span;
  return fixes.find(({ edits }) => edits.some(({ span }) => span.start >= start && span.end <= end));
}
