import { type Cell, numberIn, type Table } from '../report/report.ts';
import type { FailedSum } from './faults.ts';
import type { Analysis, Finding, Locale, RuleFix } from './finding.ts';
import { identitiesOf, isCrossChecked } from './identities.ts';
import { recompute, recomputeOne, repairCell, settlesAll } from './repair.ts';
import type { Correction } from './suspect.ts';
import { editsOf, type Repair } from './trial.ts';
import { writeChange } from './wording/change.ts';
import { cellName } from './wording/names.ts';

/** The fixes of a sum that does not hold: the smallest corrections, then what recomputes totals. */
export function sumFixes(finding: Finding<FailedSum>, analysis: Analysis, locale: Locale): RuleFix[] {
  const words = WORDS[locale];
  const { identity, certain, stated } = finding.facts;
  const { total, table } = identity;
  const fix = (title: string, repairs: readonly Repair[], preferred: boolean): RuleFix => ({
    title,
    edits: editsOf(analysis.report, repairs),
    preferred,
  });
  const corrections = offered(finding.facts).map((correction) => {
    const correct = correctFix(analysis, table, correction, locale, certain);
    return finding.facts.typed.length > 0 ? { ...correct, title: words.update(correction.length) } : correct;
  });
  // What was typed may have been a slip all the same.
  const back = finding.facts.typed.map(({ cell, before }) => ({ cell, value: before }));
  const own = recomputeOne(analysis, identity);
  const inRow = (cell: Cell) => cell.table === table.number && cell.row === total.row;
  const inTable = (cell: Cell) => cell.table === table.number;
  const totalsOfRow = identitiesOf(table).filter((each) => inRow(each.total)).length;
  const [ofTable, all] = [recompute(analysis, inTable), recompute(analysis, anywhere)];
  const change = writeChange(locale, cellName(table, total), stated, own?.value ?? 0);
  return [
    ...corrections,
    ...(back.length > 0 ? [correctFix(analysis, table, back, locale, false)] : []),
    fix(words.recompute(change), own ? [own] : [], certain && corrections.length === 0),
    ...(totalsOfRow > 2 ? [fix(words.recomputeRow, recompute(analysis, inRow), false)] : []),
    fix(words.recomputeTable(ofTable.length), ofTable, false),
    fix(RECOMPUTE_REPORT[locale](all.length), all, false),
  ];
}

export const anywhere = () => true;

/** Changes all cells of a correction. */
export function correctFix(
  analysis: Analysis,
  table: Table,
  correction: Correction,
  locale: Locale,
  preferred: boolean,
): RuleFix {
  const repairs = correction.map(({ cell, value }) => repairCell(analysis, table, cell, value));
  const changes = correction.map(({ cell, value }) =>
    writeChange(locale, cellName(table, cell), numberIn(cell) ?? 0, value),
  );
  const title = WORDS[locale].correct(changes, settlesAll(analysis, correction));
  return { title, edits: editsOf(analysis.report, repairs), preferred };
}

/** More choices than this would hide the other fixes. */
export const MOST_OFFERED = 4;

/**
 * The corrections to choose from. Where nothing checks the addends (table 4) any of them could be meant, and only the
 * total is offered; a correction of the total alone is the same as recomputing it.
 */
function offered({ identity, corrections, typed }: FailedSum): readonly Correction[] {
  if (typed.length > 0) return corrections;
  const [only] = corrections;
  if (corrections.length === 1 && only?.length === 1 && only[0]?.cell === identity.total) return [];
  return isCrossChecked(identity) ? corrections.slice(0, MOST_OFFERED) : [];
}

export const RECOMPUTE_REPORT = {
  zh: (places: number) => `重算全部总计（将改 ${places} 处）`,
  en: (places: number) => `Recompute all totals of the report (${places} to change)`,
} as const;

const WORDS = {
  zh: {
    recompute: (change: string) => `重算${change}`,
    correct: (changes: readonly string[], all: boolean) => `改正${changes.join('，')}${all ? '（改后全部相符）' : ''}`,
    update: (totals: number) => `更新受影响的总计（${totals} 处）`,
    recomputeRow: '重算本行全部总计',
    recomputeTable: (places: number) => `重算本表全部总计（将改 ${places} 处）`,
  },
  en: {
    recompute: (change: string) => `Recompute ${change}`,
    correct: (changes: readonly string[], all: boolean) =>
      `Correct ${changes.join(', ')}${all ? ' (then all agrees)' : ''}`,
    update: (totals: number) => `Update the totals that follow from it (${totals})`,
    recomputeRow: 'Recompute all totals of this row',
    recomputeTable: (places: number) => `Recompute all totals of this table (${places} to change)`,
  },
} as const;
