import type { Analysis } from '../../../server/src/checks/analysis.ts';
import { type FailedSum, type Fault, faultsOf } from '../../../server/src/checks/faults.ts';
import { type Finding, isSum } from '../../../server/src/checks/finding.ts';
import { type Fix, fixesFor, MOST_OFFERED } from '../../../server/src/features/fixes.ts';
import type { Report } from '../../../server/src/report/report.ts';
import { readValue } from '../../../server/src/text/value.ts';
import type { Change } from './smallest.ts';

export const spell = (changes: readonly Change[]): string =>
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

/** What keeps a finding's quick fixes from being every correction that it knows, or as many as an editor should list. */
function wrongFixes(analysis: Analysis, finding: Finding<FailedSum>): string[] {
  const { corrections } = finding.facts;
  const wanted = corrections.map((each) => spell(each.map(({ cell, value }) => ({ ...cell, value }))));
  const fixes = fixesFor(analysis, finding, 'zh').map((fix) => ({
    fix,
    changes: spell(changesOf(analysis.report, fix) ?? []),
  }));
  const found = fixes.filter(({ changes }) => wanted.includes(changes));
  const missing = Math.min(wanted.length, MOST_OFFERED) - found.length;
  return [
    ...(missing > 0 ? [`${finding.code} offers ${found.length} of ${wanted.length} smallest corrections`] : []),
    ...(found.some(({ fix }) => fix.preferred) ? [`${finding.code} prefers one of ${wanted.length} corrections`] : []),
  ];
}

/** Every way to mend all faults at once, one correction of each, in the words of `spell`. */
export function together(faults: readonly Fault[]): string[] {
  let ways: Change[][] = [[]];
  for (const { corrections } of faults) {
    ways = ways.flatMap((way) =>
      corrections.map((each) => [...way, ...each.map(({ cell, value }) => ({ ...cell, value }))]),
    );
  }
  return ways.map(spell);
}

/**
 * Whether the sums alone, without what the prose says, know all smallest corrections and no other; and whether each
 * finding offers those that it knows where there are several.
 */
export function notOffered(analysis: Analysis, smallest: readonly (readonly Change[])[]): string[] {
  const wanted = smallest.map(spell);
  const known = together(faultsOf(analysis.tables));
  return [
    ...wanted.filter((each) => !known.includes(each)).map((each) => `${each} is not known`),
    ...known.filter((each) => !wanted.includes(each)).map((each) => `${each} is taken for a correction`),
    ...analysis.findings
      .filter(isSum)
      .flatMap((finding) => (finding.facts.corrections.length > 1 ? wrongFixes(analysis, finding) : [])),
  ];
}
