import { parseReport } from '../report/parse.ts';
import type { Report } from '../report/report.ts';
import { applyEdits, type Edit } from './edit.ts';

/** What is read of a report once these edits are made, by the same options: on a copy, before anybody is offered them. */
export function parseEdited(report: Report, edits: readonly Edit[]): Report | undefined {
  return parseReport(applyEdits(report.text, edits), { always: true, blankCells: report.blankCells });
}
