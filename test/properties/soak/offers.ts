import type { Analysis } from '../../../server/src/checks/analysis.ts';
import type { FailedSum } from '../../../server/src/checks/faults.ts';
import { type Finding, isSum } from '../../../server/src/checks/finding.ts';
import { type Fix, fixesFor, MOST_OFFERED } from '../../../server/src/features/fixes.ts';
import type { Report } from '../../../server/src/report/report.ts';
import { readValue } from '../../../server/src/text/value.ts';
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

/** What keeps a finding's quick fixes from being every smallest correction, or as many as an editor should list. */
function wrongFixes(analysis: Analysis, finding: Finding<FailedSum>, wanted: readonly string[]): string[] {
  const fixes = fixesFor(analysis, finding, 'zh');
  const corrections = fixes.map((fix) => ({ fix, changes: spell(changesOf(analysis.report, fix) ?? []) }));
  const found = corrections.filter(({ changes }) => wanted.includes(changes));
  const missing = Math.min(wanted.length, MOST_OFFERED) - found.length;
  return [
    ...(missing > 0 ? [`${finding.code} offers ${found.length} of ${wanted.length} smallest corrections`] : []),
    ...(found.some(({ fix }) => fix.preferred) ? [`${finding.code} prefers one of ${wanted.length} corrections`] : []),
  ];
}

/**
 * Whether each finding of a sum knows all smallest corrections and no other, and offers them where there are several; of
 * a single one it is seen elsewhere that it is the preferred fix.
 */
export function notOffered(analysis: Analysis, smallest: readonly (readonly Change[])[]): string[] {
  const wanted = smallest.map(spell);
  return analysis.findings.filter(isSum).flatMap((finding) => {
    const known = finding.facts.corrections.map((each) => spell(each.map(({ cell, value }) => ({ ...cell, value }))));
    return [
      ...wanted.filter((each) => !known.includes(each)).map((each) => `${finding.code} does not know of ${each}`),
      ...known.filter((each) => !wanted.includes(each)).map((each) => `${finding.code} takes ${each} for a correction`),
      ...(wanted.length > 1 ? wrongFixes(analysis, finding, wanted) : []),
    ];
  });
}
