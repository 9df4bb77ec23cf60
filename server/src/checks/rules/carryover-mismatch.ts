import { type Source, spanOf } from '../../digest/digest.ts';
import { findRow, findTable, numberIn } from '../../report/report.ts';
import type { Analysis, Locale, Rule } from '../finding.ts';
import { repairCell } from '../repair.ts';
import { editsOf, type Repair } from '../trial.ts';
import { writeAddend, writeChange } from '../wording/change.ts';
import { applicant } from '../wording/names.ts';
import { relatedSource, sourceData, sourceIn } from '../years.ts';

interface CarryoverMismatch {
  /** Of table 3, from 0 (自然人) to 6 (总计). */
  readonly column: number;
  readonly stated: number;
  readonly computed: number;
  /** 四、结转下年度继续办理 of that column. */
  readonly before: Source;
}

/**
 * 二、上年结转 is what last year's report carried over as 四、结转下年度继续办理, applicant by applicant. A value that is blank
 * or unreadable on either side is unknown, and nothing is said of it.
 */
export const carryoverMismatch: Rule<CarryoverMismatch> = {
  code: 'carryover-mismatch',
  title: {
    zh: '上年结转与上年报告不符',
    en: "Carried over from last year differs from what last year's report carried over",
  },
  severity: 'warning',
  needsOthers: true,
  find({ digest, predecessor }, emit) {
    if (!digest || !predecessor) return;
    for (const [column, cell] of digest.carriedIn.entries()) {
      const source = predecessor.digest.carriedOut[column];
      if (!source || source.value === null || cell.value === null || source.value === cell.value) continue;
      const numbers = { stated: cell.value, computed: source.value };
      emit(spanOf(cell), { column, ...numbers, before: sourceIn(predecessor, source) });
    }
  },
  message: {
    zh: ({ column, stated, computed, before }) =>
      `“二、上年结转·${applicant(column)}”写 ${stated}，上年报告结转 ${computed}，差 ${Math.abs(stated - computed)}（${before.year} 年度报告 ${before.name} 的“四、结转下年度继续办理”）。上年末未办结的应当全部结转到本年，请核对两年的报告；因机构改革等确有变动的，请在文字中说明。`,
    en: ({ column, stated, computed, before }) =>
      `“二、上年结转·${applicant(column)}” is ${stated}, last year's report carried over ${computed}, off by ${Math.abs(stated - computed)} (“四、结转下年度继续办理” of ${before.name}, the report on ${before.year}). What comes in is what was left open; check both reports, and explain in the text if the organ was reorganised.`,
  },
  related: ({ column, computed, before }, locale) => {
    const report = locale === 'zh' ? `${before.year} 年度报告` : `report on ${before.year}, `;
    return [
      relatedSource(before, writeAddend(locale, `${report}“四、结转下年度继续办理·${applicant(column)}”`, computed)),
    ];
  },
  // Not preferred: the report of the year before may be the one that is wrong.
  fixes: (_finding, analysis, locale) => {
    const repairs = takeCarriedOver(analysis);
    return [{ title: title(repairs, locale), edits: editsOf(analysis.report, repairs), preferred: false }];
  },
  data: ({ column, stated, computed, before }) => ({
    stated,
    computed,
    table: 3,
    row: '二、上年结转政府信息公开申请数量',
    column: applicant(column),
    ...sourceData(before),
  }),
};

function title(repairs: readonly Repair[], locale: Locale): string {
  const changes = repairs.map(({ cell, value }) =>
    writeChange(locale, applicant(cell.column), numberIn(cell) ?? 0, value),
  );
  return locale === 'zh' ? `取上年报告的数：${changes.join('，')}` : `Take last year's numbers: ${changes.join(', ')}`;
}

/**
 * Takes 二、上年结转 from the 四、结转下年度 of the report of the year before: the cells that differ from it, and none whose
 * number is unknown there or stands for the whole row.
 */
function takeCarriedOver(analysis: Analysis): Repair[] {
  const table = findTable(analysis.report, 3);
  const cells = findRow(table, 'carried-in')?.cells ?? [];
  if (!table || cells.some(({ merged }) => merged)) return [];
  return cells.flatMap((cell) => {
    const value = analysis.predecessor?.digest.carriedOut[cell.column]?.value ?? undefined;
    const stated = numberIn(cell);
    const differs = value !== undefined && stated !== undefined && value !== stated;
    return differs ? repairCell(analysis, table, cell, value) : [];
  });
}
