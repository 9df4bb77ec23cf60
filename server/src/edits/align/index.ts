import type { TableNumber } from '../../report/forms/form.ts';
import { officialHeading, sectionForm } from '../../report/forms/sections.ts';
import { parseReport } from '../../report/parse.ts';
import type { Report, Table } from '../../report/report.ts';
import { applyEdits, type Edit } from '../edit.ts';
import { keepsReading } from '../same-reading.ts';
import { alignColumns } from './columns.ts';
import { alignRuns } from './runs.ts';

export interface AlignOptions {
  /** Columns from one tab stop to the next. */
  readonly tabSize: number;
}

/**
 * 整理表格: blanks, and nothing else but the dashes of a Markdown rule, with which the columns of the tables stand below each
 * other in a fixed-width font. Every layout is kept; those whose columns do not show (a cell a line, commas, HTML) have none.
 * Of a table that would be read otherwise in any cell nothing is changed.
 */
export function alignTables(report: Report, options: AlignOptions, tables = report.tables): Edit[] {
  const each = tables.map((table) => alignTable(report, table, options)).filter((edits) => edits.length > 0);
  const all = each.flat();
  if (all.length === 0 || keepsReading(report, all)) return all;
  let kept: Edit[] = [];
  for (const edits of each) if (keepsReading(report, [...kept, ...edits])) kept = [...kept, ...edits];
  return kept;
}

function alignTable(report: Report, table: Table, { tabSize }: AlignOptions): Edit[] {
  return table.layout === 'spaced' ? alignRuns(report, table) : alignColumns(report, table, tabSize);
}

/** The lines of a table that stands nowhere yet, aligned. */
export function alignLines(number: TableNumber, lines: readonly string[]): string[] {
  const text = [officialHeading(sectionForm(number)), '', ...lines].join('\n');
  const report = parseReport(text, { always: true });
  return report
    ? applyEdits(text, alignTables(report, { tabSize: 4 }))
        .split('\n')
        .slice(2)
    : [...lines];
}
