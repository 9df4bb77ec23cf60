import type { Cell, Row, Table } from '../../report/report.ts';
import { numberIn } from '../../report/report.ts';
import { rowText } from '../cell-count.ts';
import type { Emit, Rule } from '../finding.ts';
import { cellData, rowData } from '../finding-data.ts';
import { type Identity, identitiesOf, outcomeOf, termsOf } from '../identities.ts';
import { isCertainFill, repairCell } from '../repair.ts';
import { editsOf } from '../trial.ts';
import { cellName, columnName } from '../wording/names.ts';

interface CellBlank {
  readonly table: Table;
  readonly row: Row;
  readonly blanks: readonly Cell[];
  /** What stands in each of them: nothing, or a mark for “not applicable” such as `/`. */
  readonly marks: readonly string[];
  /** The blank 总计 of a row that holds other numbers, and what it should say where that can be computed. */
  readonly total: Cell | undefined;
  readonly computed: number | undefined;
}

/** Blank cells: one finding a row; a warning when the row holds other numbers and its 总计 is blank. */
export const cellBlank: Rule<CellBlank> = {
  code: 'cell-blank',
  title: { zh: '空白单元格', en: 'Blank cells' },
  severity: 'information',
  find({ report, tables }, emit) {
    let last: Row | undefined;
    for (const { unclear } of tables) {
      for (const { table, row, cell } of unclear) {
        if (row === last || !isBlank(cell)) continue;
        tell(report.text, table, row, emit);
        last = row;
      }
    }
  },
  message: {
    zh: (facts) => {
      const { row, computed } = facts;
      const what = isAllBlank(facts)
        ? '全部为空'
        : `有 ${facts.blanks.length} 格没有填数（${names(facts).join('、')}）`;
      const remedy =
        facts.total && computed !== undefined
          ? `其余各项之和为 ${computed}，总计应填 ${computed}。`
          : '没有数据的请填 0。';
      return `${rowText(row, 'zh')}${what}，没有填的不作 0 处理，有关合计无法核算。${remedy}`;
    },
    en: (facts) => {
      const { row, computed } = facts;
      const what = isAllBlank(facts)
        ? 'is blank'
        : `has ${facts.blanks.length} cell(s) without a number (${names(facts).join(', ')})`;
      const remedy =
        facts.total && computed !== undefined
          ? `The others add up to ${computed}; write ${computed} as 总计.`
          : 'Write 0 where there is nothing to report.';
      return `${rowText(row, 'en')} ${what}; a blank is not taken for 0, so its sums are unknown. ${remedy}`;
    },
  },
  fixes: ({ facts: { total, computed, table } }, analysis, locale) => {
    if (!total || total.merged || computed === undefined) return [];
    const name = cellName(table, total);
    const title = locale === 'zh' ? `填入“${name}”：${computed}` : `Fill in “${name}”: ${computed}`;
    const preferred = isCertainFill(analysis, total);
    return [{ title, edits: editsOf(analysis.report, [repairCell(analysis, table, total, computed)]), preferred }];
  },
  data: ({ table, row, total, computed }) => {
    if (!total) return rowData(table, row.form);
    return { stated: null, ...(computed === undefined ? {} : { computed }), ...cellData(table, total) };
  },
  fingerprint: ({ blanks, marks }) => [blanks.map(({ column }) => column), marks.map((mark) => mark.trim())],
};

function isBlank({ reading }: Cell): boolean {
  return reading.kind === 'blank';
}

function isAllBlank({ row, blanks, marks }: CellBlank): boolean {
  return blanks.length === row.cells.length && marks.every((mark) => mark === '');
}

function names({ table, blanks, marks }: CellBlank): string[] {
  return blanks.map((cell, at) => columnName(table.form, cell.row, cell.column) + (marks[at] ? `“${marks[at]}”` : ''));
}

function tell(text: string, table: Table, row: Row, emit: Emit<CellBlank>): void {
  const blanks = row.cells.filter(isBlank);
  const marks = blanks.map(({ span }) => text.slice(span.start, span.end));
  const filled = row.cells.some((cell) => numberIn(cell) !== undefined);
  const identity = filled ? blankTotal(table, blanks) : undefined;
  const total = identity?.total;
  const span = total?.span ?? (blanks[0] as Cell).span;
  const facts = { table, row, blanks, marks, total, computed: identity && outcomeOf(identity).computed };
  emit(span, facts, total ? 'warning' : 'information');
}

function blankTotal(table: Table, blanks: readonly Cell[]): Identity | undefined {
  const blank = identitiesOf(table).filter(
    (identity) =>
      identity.form.rule !== 'carry-balance' &&
      blanks.includes(identity.total) &&
      // In a column without any number the total is as blank as all else.
      (identity.form.along === 'row' || termsOf(identity).some(({ cell }) => numberIn(cell) !== undefined)),
  );
  return blank.find((identity) => outcomeOf(identity).computed !== undefined) ?? blank[0];
}
