import type { Quantity, Sum, Term } from './claim.ts';

/** Which cells the wordings of the prose mean: data, by the names of the form's rows and columns. */

/** What is chosen of a row. */
export type Column = Pick<Term, 'names' | 'group'>;

export const TOTAL: Column = { names: ['总计'] };
const ORGANISATIONS: Column = { group: '法人或其他组织' };

const request = (row: string, column: Column = TOTAL): Term => ({ table: 3, row, ...column });

export const RECEIVED: Sum = [request('本年新收')];
export const CARRIED_IN: Sum = [request('上年结转')];
export const CARRIED_OUT: Sum = [request('结转下年度继续办理')];
export const SETTLED: Sum = [request('总计')];
/** 一 + 二: what there was to do in the year. */
export const TO_DO: Sum = [...RECEIVED, ...CARRIED_IN];
const less = (...rows: string[]): Sum => [...SETTLED, ...rows.map((row) => ({ ...request(row), sign: -1 as const }))];

/** What a verb before 申请 N 件 counts. */
export const VERBS = {
  receive: [RECEIVED],
  accept: [RECEIVED, TO_DO],
  handle: [SETTLED, RECEIVED, TO_DO],
  settle: [SETTLED],
  // Who counts answers may leave out what was closed without one.
  answer: [SETTLED, less('其他处理'), less('不予处理', '其他处理')],
  'carried-in': [CARRIED_IN],
  'carried-out': [CARRIED_OUT],
  pending: [CARRIED_OUT],
} as const satisfies Readonly<Record<string, Quantity>>;

export type Verb = keyof typeof VERBS;

/** N 件申请 without a verb: any of them. */
export const ANY_REQUESTS: Quantity = [RECEIVED, TO_DO, SETTLED];

export const outcome = (row: string): Quantity => [[request(row)]];

/** 法人 alone may or may not include 其他, or mean 商业企业. */
const APPLICANTS: Readonly<Record<string, readonly Column[]>> = {
  法人或其他组织: [ORGANISATIONS],
  法人: [ORGANISATIONS, { names: ['商业企业'] }, { names: ['商业企业', '科研机构', '社会公益组织', '法律服务机构'] }],
};

/** The same rows in the column of an applicant. */
export function ofApplicant(quantity: Quantity, name: string): Quantity {
  const columns = APPLICANTS[name] ?? [{ names: [name] }];
  return columns.flatMap((column) => quantity.map((sum) => sum.map((term) => inColumn(term, column))));
}

function inColumn({ table, row, sign }: Term, column: Column): Term {
  return { table, row, ...column, ...(sign ? { sign } : {}) };
}

const review = (group: string, name = '总计'): Term => ({ table: 4, row: '', group, names: [name] });

/** The groups of table 4 that a word means. */
export const REVIEWS = {
  review: [review('行政复议')],
  litigation: [review('行政诉讼·未经复议直接起诉'), review('行政诉讼·复议后起诉')],
  direct: [review('行政诉讼·未经复议直接起诉')],
  'after-review': [review('行政诉讼·复议后起诉')],
} as const satisfies Readonly<Record<string, Sum>>;

export type ReviewWord = keyof typeof REVIEWS;

/** The same groups, one result of each. */
export function withResult(sum: Sum, result: string): Sum {
  return sum.map((term) => ({ ...term, names: [result] }));
}

/** Columns of table 2 in the forms of 2021 and 2019. */
const DOCUMENTS: Readonly<Record<string, readonly string[]>> = {
  made: ['本年制发件数', '本年新制作数量'],
  issued: ['本年制发件数', '本年新制作数量'],
  repealed: ['本年废止件数'],
  valid: ['现行有效件数'],
  'newly-open': ['本年新公开数量'],
  'open-total': ['对外公开总数量'],
};

/** `row` is 行政规范性文件 or 规章. */
export function documents(row: string, verb: string): Quantity | undefined {
  const names = DOCUMENTS[verb];
  return names && [[{ table: 2, row, names }]];
}

const DECISION: Column = { names: ['本年处理决定数量', '处理决定数量'] };

export const decisions = (rows: readonly string[]): Quantity => [rows.map((row) => ({ table: 2, row, ...DECISION }))];

export const FEE: Quantity = [[{ table: 2, row: '行政事业性收费', names: ['本年收费金额（单位：万元）'] }]];
