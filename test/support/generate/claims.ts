import { COLUMN_TOTAL, groupRows, ROW_CARRIED_IN, ROW_RECEIVED } from './forms.ts';
import { formOf, type Numbers } from './numbers.ts';
import type { Kind } from './sentences.ts';

/** What a wording of a claim can draw on. */
export interface Claims {
  readonly numbers: Numbers;
  /** The year as the prose writes it, without 年: last year, this one, or the next. */
  readonly year: (offset: -1 | 0 | 1) => string;
  /** Writes a number of the tables, and remembers that it is claimed, and what kind of sentence claims it. */
  readonly claim: (value: number, kind?: Kind) => string;
  /** Remembers that words claim a zero. */
  readonly zero: (words: string, kind?: Kind) => string;
  /** Remembers that words say that all was settled. */
  readonly settles: () => void;
  /** A number that belongs to no table, below `limit`; the same slot gives the same number. */
  readonly other: (slot: number, limit: number) => string;
  /** One of several wordings; the same slot makes the same choice. */
  readonly choose: <T>(choices: readonly T[], slot: number) => T;
}

type Wording = (claims: Claims) => string;

/** The last two rows of table 3 in either form. */
const OUTCOME_TOTAL = -2;
const CARRIED_OUT = -1;

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

const total = ({ numbers }: Claims, row: number): number => numbers.table3.at(row)?.[COLUMN_TOTAL] ?? 0;
const received = (claims: Claims) => claims.claim(total(claims, ROW_RECEIVED));
const carriedIn = (claims: Claims) => claims.claim(total(claims, ROW_CARRIED_IN));
const settled = (claims: Claims) => claims.claim(total(claims, OUTCOME_TOTAL));
const carriedOut = (claims: Claims) => claims.claim(total(claims, CARRIED_OUT));

const TIMES: readonly Wording[] = [
  ({ year }) => `${year(0)}年，`,
  ({ year }) => `${year(0)}年，本机关共`,
  ({ year }) => `${year(0)}年度本单位`,
  () => '全年',
  () => '本年度',
  () => '',
];

const RECEIVED: readonly Wording[] = [
  (claims) => `收到政府信息公开申请${received(claims)}件`,
  (claims) => `新收依申请公开${received(claims)}件`,
  (claims) => `接到信息公开申请${received(claims)}起`,
  (claims) => `受理政府信息公开申请${received(claims)}宗`,
  (claims) => `收到${received(claims)}件政府信息公开申请`,
  (claims) => `新受理政府信息公开申请${received(claims)}例`,
];

const APPLICANTS: readonly Wording[] = [
  () => '',
  (claims) => `，其中自然人申请${person(claims)}件、法人或其他组织申请${organisations(claims)}件`,
  (claims) => `（其中自然人${person(claims)}件，法人和其他组织${organisations(claims)}件）`,
  (claims) =>
    `，其中，公民${person(claims)}件，商业企业${claims.claim(claims.numbers.table3[ROW_RECEIVED]?.[1] ?? 0)}件`,
];

const person = ({ numbers, claim }: Claims) => claim(numbers.table3[ROW_RECEIVED]?.[0] ?? 0);
const organisations = ({ numbers, claim }: Claims) =>
  claim(sum(numbers.table3[ROW_RECEIVED]?.slice(1, COLUMN_TOTAL) ?? []));

const CARRIED_IN: readonly Wording[] = [
  (claims) => `上年结转${carriedIn(claims)}件`,
  (claims) => `上年度结转申请${carriedIn(claims)}件`,
  (claims) => `${claims.year(-1)}年结转${carriedIn(claims)}件`,
  (claims) => `结转上年度${carriedIn(claims)}件`,
];

const SETTLED: readonly Wording[] = [
  (claims) => `办结${settled(claims)}件`,
  (claims) => `已办结申请${settled(claims)}件`,
  (claims) => `答复${settled(claims)}件`,
  (claims) => `按期办理答复${settled(claims)}件`,
];

const OUTCOMES: readonly Wording[] = [
  () => '',
  (claims) => `，其中${outcomes(claims).join('、')}`,
  (claims) => `，其中${outcomes(claims).join('，')}`,
  (claims) => `（${outcomes(claims, 2).join('，')}）`,
];

function outcomes(claims: Claims, first = 6): string[] {
  const groups = groupRows(formOf(claims.numbers)).slice(0, first);
  return groups.map(({ name, first: from, end }) => {
    const totals = claims.numbers.table3.slice(from, end).map((row) => row[COLUMN_TOTAL]);
    return `${name}${claims.claim(sum(totals))}件`;
  });
}

const CARRIED_OUT_WORDINGS: readonly Wording[] = [
  (claims) => `结转下年度继续办理${carriedOut(claims)}件`,
  (claims) => `结转到${claims.year(1)}年继续办理${carriedOut(claims)}件`,
  (claims) => `转下年度${carriedOut(claims)}件`,
  (claims) => `顺延到下年度办理${carriedOut(claims)}件`,
  (claims) => `结转至下一年度${carriedOut(claims)}件`,
];

const REVIEWS: readonly Wording[] = [
  (claims) => `因政府信息公开引发行政复议${reviews(claims)}件、行政诉讼${claims.claim(lawsuits(claims))}件。`,
  (claims) =>
    `因信息公开被申请行政复议${reviews(claims)}件，其中维持${claims.claim(claims.numbers.table4[0] ?? 0)}件、纠正${claims.claim(claims.numbers.table4[1] ?? 0)}件、尚未审结${claims.claim(claims.numbers.table4[3] ?? 0)}件；被提起行政诉讼${claims.claim(lawsuits(claims))}件。`,
  (claims) =>
    `因政府信息公开引起的行政复议、行政诉讼共${claims.claim((claims.numbers.table4[4] ?? 0) + lawsuits(claims))}件。`,
  (claims) =>
    `因政府信息公开引发复议后起诉${claims.claim(claims.numbers.table4[14] ?? 0)}件，未经复议直接起诉${claims.claim(claims.numbers.table4[9] ?? 0)}件。`,
];

const reviews = ({ numbers, claim }: Claims) => claim(numbers.table4[4] ?? 0);
const lawsuits = ({ numbers }: Claims) => sum([numbers.table4[9], numbers.table4[14]]);

const NO_REVIEWS: readonly Wording[] = [
  ({ zero }) => `${zero('未发生因政府信息公开引发的行政复议、行政诉讼')}。`,
  ({ zero }) => `${zero('没有因政府信息公开引起的行政复议')}，${zero('没有行政诉讼')}。`,
];

/** Reports without any request mostly say so in words; the words claim a zero like a number does. */
const NO_REQUESTS: readonly Wording[] = [
  ({ zero }) => `${zero('未收到政府信息公开申请')}。`,
  ({ zero }) => `${zero('没有收到公民、法人或其他组织提出的政府信息公开申请')}。`,
  ({ zero }) => `${zero('无依申请公开')}事项。`,
];

/** Numbers that are none of the tables', in the words of those that are. */
const OTHERS: readonly Wording[] = [
  () => '',
  ({ other }) => `接听咨询电话${other(11, 90)}次，解答${other(12, 80)}次。`,
  ({ other }) => `上年收到申请${other(13, 90)}件，办结${other(14, 80)}件。`,
  ({ other }) => `全市各级行政机关共收到申请${other(15, 900)}件。`,
  ({ other }) => `依申请公开信息${other(16, 90)}条。`,
  ({ other }) => `历年累计收到政府信息公开申请${other(17, 900)}件，涉及土地的约${other(18, 90)}件。`,
  ({ other }) => `申请人来访${other(19, 90)}人次，其中县档案馆接待${other(20, 80)}人次。`,
];

/** The paragraph on requests: what was received, carried over and settled, and what reviews came of it. */
export function requestProse(claims: Claims, idle: boolean): string {
  const { choose } = claims;
  const time = choose(TIMES, 31)(claims);
  const quiet = claims.numbers.table4.every((value) => value === 0);
  const ending = (quiet ? choose([...REVIEWS, ...NO_REVIEWS], 32) : choose(REVIEWS, 32)) as Wording;
  if (idle && choose([true, false], 33)) return `${time}${choose(NO_REQUESTS, 34)(claims)}${ending(claims)}`;
  const parts = [
    `${time}${choose(RECEIVED, 35)(claims)}${choose(APPLICANTS, 36)(claims)}`,
    choose(CARRIED_IN, 37)(claims),
    `${choose(SETTLED, 38)(claims)}${choose(OUTCOMES, 39)(claims)}`,
    choose(CARRIED_OUT_WORDINGS, 40)(claims),
  ];
  const [first, second, third, last] = parts;
  const stop = choose(['；', '，', '。'], 41);
  return `${first}，${second}${stop}${third}；${last}。${ending(claims)}${choose(OTHERS, 42)(claims)}`;
}
