import type { Analysis } from '../../server/src/checks/analysis.ts';
import { isSum } from '../../server/src/checks/finding.ts';
import { type Fix, fixesFor, MOST_OFFERED } from '../../server/src/features/fixes.ts';
import type { Report } from '../../server/src/report/report.ts';
import { readValue } from '../../server/src/text/value.ts';
import type { Change } from './smallest.ts';

const spell = (changes: readonly Change[]): string =>
  changes
    .map(({ row, column, value }) => `3.${row}.${column}=${value}`)
    .sort()
    .join(' ');

/** The changes of cells of table 3 that a fix makes; undefined when it edits anything else. */
function changesOf(report: Report, { edits }: Fix): Change[] | undefined {
  const cells = report.tables.flatMap(({ rows }) => rows.flatMap((row) => row?.cells ?? []));
  const changes = edits.map(({ span, newText }) => {
    const cell = cells.find((each) => each.table === 3 && each.span.start === span.start);
    const reading = readValue(newText, 0, newText.length, 'count');
    return cell && reading.kind === 'number' ? [{ row: cell.row, column: cell.column, value: reading.value }] : [];
  });
  return changes.every((change) => change.length === 1) ? changes.flat() : undefined;
}

/**
 * Whether each finding of a sum offers every smallest correction as a quick fix, or the first few where there are more
 * than an editor should list; and none of them preferred where there are several.
 */
export function notOffered(analysis: Analysis, smallest: readonly (readonly Change[])[]): string[] {
  const wanted = smallest.map(spell);
  return analysis.findings.filter(isSum).flatMap((finding) => {
    const fixes = fixesFor(analysis, finding, 'zh');
    const offered = fixes.map((fix) => spell(changesOf(analysis.report, fix) ?? []));
    const known = finding.corrections.map((each) => spell(each.map(({ cell, value }) => ({ ...cell, value }))));
    const found = wanted.filter((each) => offered.includes(each));
    const missing = Math.min(wanted.length, MOST_OFFERED) - found.length;
    const preferred = fixes.filter((fix, at) => fix.preferred && wanted.includes(offered[at] ?? '')).length;
    return [
      ...wanted.filter((each) => !known.includes(each)).map((each) => `${finding.code} does not know of ${each}`),
      ...known.filter((each) => !wanted.includes(each)).map((each) => `${finding.code} takes ${each} for a correction`),
      ...(missing > 0 ? [`${finding.code} offers ${found.length} of ${wanted.length} smallest corrections`] : []),
      ...(wanted.length > 1 && preferred > 0 ? [`${finding.code} prefers one of ${wanted.length} corrections`] : []),
    ];
  });
}
