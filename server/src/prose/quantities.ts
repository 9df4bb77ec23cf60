import { FORM_2021 } from '../report/forms/index.ts';
import { fold, withoutOrdinal } from '../text/fold.ts';
import type { Quantity, Sum, Term } from './claim.ts';
import { remembered, rememberedWith } from './remembered.ts';

/**
 * Which cells the wordings of the prose mean: data, by the names of the form's rows and columns. One quantity is one object
 * however often it is claimed, so that cells are looked up once and lists compare by identity.
 */

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
/** 收到 may have meant both together, where 其中上年结转 follows. */
export const RECEIVED_OR_TO_DO: Quantity = [RECEIVED, TO_DO];
const minus = (sum: Sum): Sum => sum.map((term) => ({ ...term, sign: -1 as const }));
const less = (...rows: string[]): Sum => [...SETTLED, ...rows.map((row) => ({ ...request(row), sign: -1 as const }))];

/** What a verb before 申请 N 件 counts. */
export const VERBS = {
  receive: [RECEIVED],
  accept: RECEIVED_OR_TO_DO,
  handle: [SETTLED, RECEIVED, TO_DO],
  settle: [SETTLED],
  // Who counts answers may leave out what was closed without one.
  answer: [SETTLED, less('其他处理'), less('不予处理', '其他处理')],
  // 当年办结: of all, or of the new ones only.
  'settle-new': [SETTLED, [...SETTLED, ...minus(CARRIED_IN)], [...RECEIVED, ...minus(CARRIED_OUT)]],
  'carried-in': [CARRIED_IN],
  'carried-out': [CARRIED_OUT],
  pending: [CARRIED_OUT],
} as const satisfies Readonly<Record<string, Quantity>>;

export type Verb = keyof typeof VERBS;

export const BOTH: Quantity = [TO_DO];

/** N 件申请 without a verb: any of them. */
export const ANY_REQUESTS: Quantity = [RECEIVED, TO_DO, SETTLED];

/** Several verbs count one thing: 收到并办结. */
const verbsByNames = remembered((names): Quantity => names.split(' ').flatMap((name) => VERBS[name as Verb]));
export const verbs = (names: readonly Verb[]): Quantity =>
  names.length === 1 ? VERBS[names[0] as Verb] : verbsByNames(names.join(' '));

/** The group of each row of 本年度办理结果 that belongs to one. */
const GROUPS: ReadonlyMap<string, string> = new Map(
  FORM_2021.tables.flatMap(({ rows }) =>
    rows.flatMap(({ label, group }) => (group?.ordinal ? [[withoutOrdinal(fold(label)), group.name] as const] : [])),
  ),
);

/** Rows together; a group named with one of its rows is a heading: 属于行政执法案卷不予公开. */
const outcomesByRows = remembered((key): Quantity => {
  const rows = key.split(' ');
  const headings = new Set(rows.map((row) => GROUPS.get(row)));
  return [rows.filter((row) => !headings.has(row)).map((row) => request(row))];
});
export const outcomes = (rows: readonly string[]): Quantity => outcomesByRows(rows.join(' '));

/** 公开3件, wholly or in part. */
export const OPENED: Quantity = [...outcomes(['予以公开']), ...outcomes(['予以公开', '部分公开'])];

/** 法人 alone may or may not include 其他, or mean 商业企业. */
const APPLICANTS: Readonly<Record<string, readonly Column[]>> = {
  法人或其他组织: [ORGANISATIONS],
  法人: [ORGANISATIONS, { names: ['商业企业'] }, { names: ['商业企业', '科研机构', '社会公益组织', '法律服务机构'] }],
};

/** The same rows in the column of an applicant. */
export const ofApplicant = rememberedWith((quantity: Quantity, name): Quantity => {
  const columns = APPLICANTS[name] ?? [{ names: [name] }];
  return columns.flatMap((column) => quantity.map((sum) => sum.map((term) => inColumn(term, column))));
});

function inColumn({ table, row, sign }: Term, column: Column): Term {
  return { table, row, ...column, ...(sign ? { sign } : {}) };
}

const review = (group: string, name = '总计'): Term => ({ table: 4, row: '', group, names: [name] });

const WITHOUT_REVIEW = '行政诉讼·未经复议直接起诉';
const AFTER_REVIEW = '行政诉讼·复议后起诉';

/** The groups of table 4 that a word means, in their order. */
const REVIEWS: readonly (readonly [string, Sum])[] = [
  ['行政复议', [review('行政复议')]],
  ['行政诉讼', [review(WITHOUT_REVIEW), review(AFTER_REVIEW)]],
  ['未经复议直接起诉', [review(WITHOUT_REVIEW)]],
  ['复议后起诉', [review(AFTER_REVIEW)]],
];

/** All groups that are named; 行政诉讼 beside one of its two kinds is a heading. */
const groupsByNames = remembered((key): Sum => {
  const names = key.split(' ');
  const narrow = names.includes('未经复议直接起诉') || names.includes('复议后起诉');
  return REVIEWS.flatMap(([name, sum]) => (names.includes(name) && !(narrow && name === '行政诉讼') ? sum : []));
});
export const reviewGroups = (names: readonly string[]): Sum => groupsByNames(names.join(' '));

const alone = new WeakMap<Sum, Quantity>();

/** The quantity that is this sum and nothing else. */
export function only(sum: Sum): Quantity {
  let quantity = alone.get(sum);
  if (!quantity) {
    quantity = [sum];
    alone.set(sum, quantity);
  }
  return quantity;
}

/** The same groups, some results of each. */
export const withResults = rememberedWith((quantity: Quantity, results): Quantity => {
  const names = results.split(' ');
  return quantity.map((sum) => names.flatMap((name) => sum.map((term) => ({ ...term, names: [name] }))));
});

const pairs = new WeakMap<Quantity, WeakMap<Quantity, Quantity>>();

/** Either the one or the other. */
export function either(first: Quantity, second: Quantity): Quantity {
  let seconds = pairs.get(first);
  if (!seconds) {
    seconds = new WeakMap();
    pairs.set(first, seconds);
  }
  let quantity = seconds.get(second);
  if (!quantity) {
    quantity = [...first, ...second];
    seconds.set(second, quantity);
  }
  return quantity;
}

const withSums = new WeakMap<Quantity, Quantity>();

/** Any of the sums, or all of them together. */
export function anyOrAll(quantity: Quantity): Quantity {
  if (quantity.length < 2) return quantity;
  let all = withSums.get(quantity);
  if (!all) {
    all = [...quantity, quantity.flat()];
    withSums.set(quantity, all);
  }
  return all;
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

export type DocumentVerb = 'made' | 'issued' | 'repealed' | 'valid' | 'newly-open' | 'open-total';

const documentsByKey = remembered((key): Quantity => {
  const [row = '', verb = ''] = key.split(' ');
  return [[{ table: 2, row, names: DOCUMENTS[verb] ?? [] }]];
});

/** @param row 行政规范性文件 or 规章 */
export const documents = (row: string, verb: DocumentVerb): Quantity => documentsByKey(`${row} ${verb}`);

const DECISION: Column = { names: ['本年处理决定数量', '处理决定数量'] };

const decisionsByRows = remembered(
  (rows): Quantity => [rows.split(' ').map((row) => ({ table: 2, row, ...DECISION }))],
);
export const decisions = (rows: readonly string[]): Quantity => decisionsByRows(rows.join(' '));

export const FEE: Quantity = [[{ table: 2, row: '行政事业性收费', names: ['本年收费金额（单位：万元）'] }]];
