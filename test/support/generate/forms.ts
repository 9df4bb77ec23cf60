import { OUTCOME_GROUPS, type OutcomeGroup, TABLE2_BLOCKS, type Table2Block } from './labels.ts';

/** A form is known by the year of the notice that issued it. */
export type FormYear = '2019' | '2021';

/** In what the two forms differ: table 2, and the outcomes of table 3. */
export interface FormText {
  readonly blocks: readonly Table2Block[];
  readonly groups: readonly OutcomeGroup[];
}

/** The column of the form of 2019 whose values carry a sign. */
export const CHANGE = '本年增/减';

const ITEM_COLUMNS = ['上一年项目数量', CHANGE, '处理决定数量'];

/** The form of 2019 (国办公开办函〔2019〕60号), typed in apart from the product's own tables. */
const BLOCKS_2019: readonly Table2Block[] = [
  {
    title: '第二十条第（一）项',
    columns: ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
    rows: ['规章', '规范性文件'],
  },
  { title: '第二十条第（五）项', columns: ITEM_COLUMNS, rows: ['行政许可', '其他对外管理服务事项'] },
  { title: '第二十条第（六）项', columns: ITEM_COLUMNS, rows: ['行政处罚', '行政强制'] },
  { title: '第二十条第（八）项', columns: ['上一年项目数量', CHANGE], rows: ['行政事业性收费'] },
  { title: '第二十条第（九）项', columns: ['采购项目数量', '采购总金额'], rows: ['政府集中采购'] },
];

const GROUPS_2019 = OUTCOME_GROUPS.map((group) => (group.label.startsWith('（六）') ? { ...group, rows: [] } : group));

export const FORMS: Readonly<Record<FormYear, FormText>> = {
  '2019': { blocks: BLOCKS_2019, groups: GROUPS_2019 },
  '2021': { blocks: TABLE2_BLOCKS, groups: OUTCOME_GROUPS },
};

export const FORM_YEARS: readonly FormYear[] = ['2021', '2019'];

/** The columns of each row of table 2. */
export const columnsOf = (form: FormYear): readonly (readonly string[])[] =>
  FORMS[form].blocks.flatMap(({ columns, rows }) => rows.map(() => columns));

/** How many rows of table 3 each group of outcomes takes, （七）总计 included. */
const heights = (form: FormYear): number[] => FORMS[form].groups.map(({ rows }) => Math.max(1, rows.length));

/** Rows of table 3 under 三、本年度办理结果 without （七）总计. */
export const outcomeRows = (form: FormYear): number => heights(form).reduce((sum, height) => sum + height, 0) - 1;

/** Rows of table 3 that other rows are computed from or into. */
export const ROW_RECEIVED = 0;
export const ROW_CARRIED_IN = 1;
export const ROW_FIRST_OUTCOME = 2;
export const rowOutcomeTotal = (form: FormYear): number => ROW_FIRST_OUTCOME + outcomeRows(form);
export const rowCarriedOut = (form: FormYear): number => rowOutcomeTotal(form) + 1;
export const COLUMN_TOTAL = 6;

/** The name of each group of outcomes without its ordinal and remark, and its rows of table 3. */
export function groupRows(form: FormYear): { readonly name: string; readonly first: number; readonly end: number }[] {
  let end = ROW_FIRST_OUTCOME;
  return FORMS[form].groups.slice(0, -1).map(({ label }, index) => {
    const first = end;
    end += heights(form)[index] ?? 1;
    return { name: label.replace(/^（.）/, '').replace(/（.*/, ''), first, end };
  });
}
