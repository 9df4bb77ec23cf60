import { CHANGE, columnsOf, FORMS, type FormYear } from './forms.ts';
import * as form from './labels.ts';
import { formOf, type Numbers } from './numbers.ts';
import { changeText, labelText, type Style, valueText } from './style.ts';

/** Where a value stands in the form; rows and columns count from zero, table 4 has one row. */
export interface Place {
  readonly table: 2 | 3 | 4;
  readonly row: number;
  readonly column: number;
}

/**
 * What a cell is for, as far as a layout treats it differently:
 * `title` 第二十条…, `field` a head of table 2, `note` the corner of table 3, `head` a head of tables 3 and 4,
 * `side` 三、本年度办理结果, `group` （三）不予公开, `row` the label of a row, `value` a number.
 */
export type Role = 'title' | 'field' | 'note' | 'head' | 'side' | 'group' | 'row' | 'value';

export interface Cell {
  readonly role: Role;
  readonly text: string;
  readonly rowspan: number;
  readonly colspan: number;
  /** Set on values only. */
  readonly place: Place | undefined;
}

export interface Table {
  readonly number: 2 | 3 | 4;
  /** Columns of the grid, label columns included. */
  readonly width: number;
  /** Each row holds the cells that begin in it; a cell merged down from above is not repeated. */
  readonly rows: readonly (readonly Cell[])[];
}

/** One square of the grid: a cell that begins here, or one that reaches here from the left or from above. */
export type Square =
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'across' }
  | { readonly kind: 'below'; readonly colspan: number };

const label = (role: Role, text: string, colspan = 1, rowspan = 1): Cell => ({
  role,
  text,
  rowspan,
  colspan,
  place: undefined,
});

/** What stands at a place of the form when it holds `value`: 本年增/减 is written as a change. */
export function textAt(year: FormYear, { table, row, column }: Place, value: number, style: Style): string {
  const change = table === 2 && columnsOf(year)[row]?.[column] === CHANGE;
  return change ? changeText(value, style) : valueText(value, style);
}

/** Makes the cells of a row; the last ones may be merged with empty columns on their right. */
type ValueCells = (table: 2 | 3 | 4, row: number, values: readonly number[], spans?: readonly number[]) => Cell[];

const valueCells =
  (year: FormYear, style: Style): ValueCells =>
  (table, row, values, spans = []) =>
    values.map((value, column) => ({
      role: 'value',
      text: textAt(year, { table, row, column }, value, style),
      rowspan: 1,
      colspan: spans[column] ?? 1,
      place: { table, row, column },
    }));

/** Table 2 has three columns of values; where a block needs fewer, its last one takes the room that is left. */
const spansOf = (columns: number): number[] =>
  Array.from({ length: columns }, (_, column) => (column === columns - 1 ? 4 - columns : 1));

type Say = (text: string) => string;

function table2(year: FormYear, rows: Numbers['table2'], values: ValueCells, say: Say): Table {
  let row = 0;
  const cells: Cell[][] = [];
  for (const block of FORMS[year].blocks) {
    const spans = spansOf(block.columns.length);
    cells.push([label('title', say(block.title), 4)]);
    const heads = block.columns.map((column, index) => label('field', say(column), spans[index]));
    cells.push([label('field', form.TABLE2_CORNER), ...heads]);
    for (const name of block.rows) {
      cells.push([label('row', name), ...values(2, row, rows[row] ?? [], spans)]);
      row += 1;
    }
  }
  return { number: 2, width: 4, rows: cells };
}

function table3Head(say: Say): Cell[][] {
  return [
    [label('note', say(form.TABLE3_NOTE), 3, 3), label('head', form.APPLICANTS, 7)],
    [label('head', form.NATURAL_PERSON, 1, 2), label('head', form.ORGANISATIONS, 5), label('head', form.TOTAL, 1, 2)],
    form.ORGANISATION_KINDS.map((kind) => label('head', kind)),
  ];
}

function table3(year: FormYear, rows: Numbers['table3'], values: ValueCells, say: Say): Table {
  const { groups } = FORMS[year];
  const cells = table3Head(say);
  let row = 0;
  const addRow = (labels: readonly Cell[]) => {
    cells.push([...labels, ...values(3, row, rows[row] ?? [])]);
    row += 1;
  };
  addRow([label('row', form.RECEIVED, 3)]);
  addRow([label('row', form.CARRIED_IN, 3)]);
  const height = groups.reduce((sum, group) => sum + Math.max(1, group.rows.length), 0);
  let side = [label('side', form.OUTCOMES, 1, height)];
  for (const group of groups) {
    if (group.rows.length === 0) addRow([...side, label('row', say(group.label), 2)]);
    group.rows.forEach((name, index) => {
      const above = index === 0 ? [label('group', say(group.label), 1, group.rows.length)] : [];
      addRow([...side, ...above, label('row', say(name))]);
    });
    side = [];
  }
  addRow([label('row', form.CARRIED_OUT, 3)]);
  return { number: 3, width: 10, rows: cells };
}

function table4(row: Numbers['table4'], values: ValueCells): Table {
  const results = (rowspan: number) => form.REVIEW_RESULTS.map((result) => label('head', result, 1, rowspan));
  return {
    number: 4,
    width: 15,
    rows: [
      [label('head', form.REVIEW, 5), label('head', form.LITIGATION, 10)],
      [...results(2), ...form.LITIGATION_KINDS.map((kind) => label('head', kind, 5))],
      [...results(1), ...results(1)],
      values(4, 0, row),
    ],
  };
}

export interface Tables {
  readonly 2: Table;
  readonly 3: Table;
  readonly 4: Table;
}

/** The three tables of a report with every text as the style writes it: all that a layout needs to know. */
export function tablesOf(numbers: Numbers, style: Style): Tables {
  const year = formOf(numbers);
  const values = valueCells(year, style);
  const say = (text: string) => labelText(text, style);
  return {
    2: table2(year, numbers.table2, values, say),
    3: table3(year, numbers.table3, values, say),
    4: table4(numbers.table4, values),
  };
}

/** The table with its merged cells laid out: every row has as many squares as the table is wide. */
export function squaresOf(table: Table): Square[][] {
  const grid: Square[][] = table.rows.map(() => []);
  table.rows.forEach((cells, top) => {
    const row = grid[top] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (row[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowspan; down += 1) {
        const target = grid[top + down];
        if (target === undefined) break;
        target[column] = down === 0 ? { kind: 'cell', cell } : { kind: 'below', colspan: cell.colspan };
        for (let across = 1; across < cell.colspan; across += 1) target[column + across] = { kind: 'across' };
      }
      column += cell.colspan;
    }
  });
  return grid;
}
