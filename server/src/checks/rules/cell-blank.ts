import type { Cell, Row, Table } from '../../report/report.ts';
import { numberIn } from '../../report/report.ts';
import { pushTo } from '../../text/push-to.ts';
import { rowText } from '../cell-count.ts';
import type { Emit, Locale, Rule } from '../finding.ts';
import { cellData, rowData } from '../finding-data.ts';
import { type Identity, identitiesOf, outcomeOf, termsOf } from '../identities.ts';
import { isCertainFill, repairCell } from '../repair.ts';
import { editsOf } from '../trial.ts';
import { cellName } from '../wording/names.ts';

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
  message: { zh: (facts) => sentence(facts, 'zh'), en: (facts) => sentence(facts, 'en') },
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

/** `“2.重复申请”一行总计没有填，应填 12：其余各项之和为 12。`: what should be there comes first, where that is known. */
function sentence(facts: CellBlank, locale: Locale): string {
  const { table, row, blanks, total, computed } = facts;
  const words = WORDS[locale];
  const subject = rowText(row, locale);
  const [only, ...others] = blanks;
  if (total && only === total && others.length === 0 && computed !== undefined && computed >= 0)
    return words.total(subject, names(facts, locale), computed);
  const where = isAllBlank(facts) ? words.all(subject) : words.some(subject, blanks.length, names(facts, locale));
  const sums = table.form.identities.length > 0 ? words.unknown : '';
  const fill = total && computed !== undefined && computed >= 0 ? words.fill(computed) : '';
  return `${where}${words.remedy}${fill}${sums}`;
}

/** The blank columns; in table 4 a group is named once: `行政复议：结果维持、结果纠正；行政诉讼…`. */
function names({ table, row, blanks, marks }: CellBlank, locale: Locale): string {
  const { joint, colon, semicolon } = WORDS[locale];
  const groups = new Map<string, string[]>();
  for (const [at, { column }] of blanks.entries()) {
    const form = row.form.columns[column];
    const group = table.number === 4 ? (form?.group?.label ?? '') : '';
    pushTo(groups, group, `${form?.name ?? ''}${marks[at] ? `“${marks[at]}”` : ''}`);
  }
  return [...groups].map(([group, columns]) => `${group}${group && colon}${columns.join(joint)}`).join(semicolon);
}

const WORDS = {
  zh: {
    total: (row: string, total: string, value: number) =>
      `${row}“${total}”没有填，应填 ${value}：其余各项之和为 ${value}。`,
    all: (row: string) => `${row}全部没有填数，`,
    some: (row: string, count: number, columns: string) => `${row}有 ${count} 格没有填数（${columns}），`,
    remedy: '没有数据的请填 0。',
    fill: (value: number) => `总计应填 ${value}。`,
    unknown: '空白不当作 0，有关的总计没有核算。',
    joint: '、',
    colon: '：',
    semicolon: '；',
  },
  en: {
    total: (row: string, total: string, value: number) =>
      `${row}: “${total}” is blank, should be ${value}: the others add up to ${value}.`,
    all: (row: string) => `${row} is blank; `,
    some: (row: string, count: number, columns: string) =>
      `${row} has ${count} blank ${count === 1 ? 'cell' : 'cells'} (${columns}); `,
    remedy: 'write 0 where there is nothing to report.',
    fill: (value: number) => ` 总计 should be ${value}.`,
    unknown: ' A blank is not taken for 0, so its totals were not checked.',
    joint: ', ',
    colon: ': ',
    semicolon: '; ',
  },
} as const;

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
