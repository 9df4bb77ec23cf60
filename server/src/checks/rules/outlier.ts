import type { Source, Spot } from '../../digest/digest.ts';
import { COMPARED, type Compared, cellOf } from '../../digest/numbers.ts';
import { FORM_2021, rowIndex, tableForm } from '../../report/forms/index.ts';
import type { Rule } from '../finding.ts';
import { writeAddend } from '../wording/change.ts';
import { rowLabel } from '../wording/names.ts';
import { relatedSource, sourceData, sourceIn } from '../years.ts';

interface Outlier {
  readonly table: number;
  readonly row: string;
  readonly column: string;
  readonly stated: number;
  readonly last: number;
  readonly before: Source;
  /** A fee that differs as 元 differs from 万元. */
  readonly unit: boolean;
}

/** So many times as much as last year's, or so small a part of it. */
const TIMES = 5;
/** Where both are smaller, chance alone does that. Fees are in 万元. */
const FLOOR = { count: 50, amount: 10 } as const;
/** From half to double of ten thousand times: 元 for 万元. */
const UNIT = [5_000, 20_000] as const;

/** A number is many times last year's or a small part of it, which reviewers ask about; mostly a slip of the pen. */
export const outlier: Rule<Outlier> = {
  code: 'outlier',
  title: { zh: '与上年相差悬殊', en: "Far from last year's number" },
  severity: 'information',
  offByDefault: true,
  needsOthers: true,
  find({ report, digest, predecessor }, emit) {
    if (!digest || !predecessor) return;
    const { values, lines } = predecessor.digest.numbers;
    for (const [at, stated] of digest.numbers.values.entries()) {
      const place = COMPARED[at] as Compared;
      const last = values[at] as number;
      const unit = place.column === 'amount' && isUnit(stated, last);
      if (!unit && !isFar(stated, last, place.column === 'amount' ? FLOOR.amount : FLOOR.count)) continue;
      const span = cellOf(report, place)?.span ?? { start: 0, end: 0 };
      const before = sourceIn(predecessor, spotOn(lines[at] as number));
      emit(span, { ...namesOf(place), table: place.table, stated, last, before, unit });
    }
  },
  message: {
    zh: ({ row, column, stated, last, before, unit }) =>
      `“${[row, column].filter((each) => each !== '').join('·')}”写 ${stated}，上年是 ${last}（${before.name}），${unit ? '相差约一万倍：单位应为万元，是不是写成了元？' : `${ratio(stated, last, 'zh')}，请核对。`}`,
    en: ({ row, column, stated, last, before, unit }) =>
      `“${[row, column].filter((each) => each !== '').join('·')}” is ${stated}, last year ${last} (${before.name}): ${unit ? 'some ten thousand times as much or as little. Is it in 元 instead of 万元?' : `${ratio(stated, last, 'en')}. Check it.`}`,
  },
  related: ({ row, column, last, before }, locale) => {
    const report = locale === 'zh' ? `${before.year} 年度报告` : `report on ${before.year}, `;
    return [relatedSource(before, writeAddend(locale, `${report}“${row || column}”`, last))];
  },
  data: ({ table, row, column, stated, before }) => ({ stated, table, row, column, ...sourceData(before) }),
  fingerprint: ({ last }) => [last],
};

function isFar(stated: number, last: number, floor: number): boolean {
  if (Number.isNaN(stated) || Number.isNaN(last) || last === 0 || Math.max(stated, last) < floor) return false;
  return stated >= TIMES * last || stated * TIMES <= last;
}

function isUnit(stated: number, last: number): boolean {
  const times = Math.max(stated, last) / Math.min(stated, last);
  return times >= UNIT[0] && times <= UNIT[1];
}

function ratio(stated: number, last: number, locale: 'zh' | 'en'): string {
  if (stated === 0) return locale === 'zh' ? '今年为 0' : 'none this year';
  const times = (many: number, few: number) => Math.round((10 * many) / few) / 10;
  if (stated > last)
    return locale === 'zh' ? `是上年的 ${times(stated, last)} 倍` : `${times(stated, last)} times as much`;
  return locale === 'zh' ? `是上年的 1/${times(last, stated)}` : `1/${times(last, stated)} of it`;
}

/** Row and column by the names of the form; a row of one column goes by itself. */
function namesOf({ table: number, row: id, column }: Compared): { row: string; column: string } {
  const table = tableForm(FORM_2021, number);
  const row = table.rows[rowIndex(table, id)];
  const found = row?.columns.find((each) => each.id === column);
  const name = !row || !found || row.columns.length === 1 ? '' : found.name;
  return {
    row: row ? rowLabel(row) : '',
    column: number === 4 && found?.group ? `${found.group.label}·${name}` : name,
  };
}

function spotOn(line: number): Spot {
  return { start: 0, end: 0, line, character: 0, endLine: line, endCharacter: 0 };
}
