import type { Claims } from './claims.ts';
import { COLUMN_TOTAL, groupRows } from './forms.ts';
import { formOf, type Numbers } from './numbers.ts';
import { UNRELATED, WORDINGS } from './wordings.ts';

/** What a sentence counts: a key of the table of wordings. */
export type Kind = keyof typeof WORDINGS;

export const KINDS = Object.keys(WORDINGS) as readonly Kind[];

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

type Figure = (numbers: Numbers) => number | undefined;

const requests =
  (row: number): Figure =>
  ({ table3 }) =>
    table3.at(row)?.[COLUMN_TOTAL];
const group =
  (index: number): Figure =>
  (numbers) => {
    const { first = 0, end = 0 } = groupRows(formOf(numbers))[index] ?? {};
    return sum(numbers.table3.slice(first, end).map((row) => row[COLUMN_TOTAL]));
  };
const reviews =
  (...columns: readonly number[]): Figure =>
  ({ table4 }) =>
    sum(columns.map((column) => table4[column]));
const proactive =
  (row: number, column = 0): Figure =>
  ({ table2 }) =>
    table2[row]?.[column];

/** The numbers that a wording names, by their names there. */
const FIGURES: Readonly<Record<string, Figure>> = {
  new: requests(0),
  in: requests(1),
  todo: (numbers) => sum([requests(0)(numbers), requests(1)(numbers)]),
  settled: requests(-2),
  out: requests(-1),
  ...Object.fromEntries(
    ['open', 'partly', 'refused', 'cannot', 'ignored', 'else'].map((name, at) => [name, group(at)]),
  ),
  secret: requests(4),
  internal: requests(8),
  process: requests(9),
  case: requests(10),
  query: requests(11),
  lacking: requests(12),
  unmade: requests(13),
  unclear: requests(14),
  petition: requests(15),
  again: requests(16),
  publication: requests(17),
  person: ({ table3 }) => table3[0]?.[0],
  firm: ({ table3 }) => table3[0]?.[1],
  organisation: ({ table3 }) => sum(table3[0]?.slice(1, COLUMN_TOTAL) ?? []),
  ...Object.fromEntries(
    ['upheld', 'corrected', 'otherwise', 'pending', 'review'].map((name, at) => [name, reviews(at)]),
  ),
  direct: reviews(9),
  after: reviews(14),
  suit: reviews(9, 14),
  dispute: reviews(4, 9, 14),
  made: proactive(1, 0),
  repealed: proactive(1, 1),
  valid: proactive(1, 2),
  permit: proactive(2),
  penalty: proactive(3),
  force: proactive(4),
};

/** The number of a report that a wording names. */
const figure = (numbers: Numbers, name: string): number => FIGURES[name]?.(numbers) ?? 0;

const YEARS = { last: -1, this: 0, next: 1 } as const;

/** Marks in a wording: a number, words that claim 0, words that say that all was settled. */
const MARK = /\{(\w+)\}|[<>[\]]/g;

/** A wording with its numbers; `first` numbers those that belong to no table. */
export function write(template: string, kind: Kind | undefined, claims: Claims, first = 0): string {
  let unrelated = first;
  return template.replace(MARK, (mark, name: string | undefined) => {
    if (mark === '<') return claims.zero('', kind);
    if (mark === '[') claims.settles();
    if (name === undefined) return '';
    if (name in YEARS) return claims.year(YEARS[name as keyof typeof YEARS]);
    return name === 'any' ? claims.other(unrelated++, 900) : claims.claim(figure(claims.numbers, name), kind);
  });
}

/** The kinds that a paragraph draws one wording of, in its order. */
function kindsFor({ numbers, choose }: Claims): Kind[] {
  const nothing = (...names: readonly string[]) => names.every((name) => figure(numbers, name) === 0);
  const left: readonly Kind[] = nothing('out')
    ? ['carried out', 'all settled', 'none carried', 'carried out']
    : ['carried out'];
  const disputes: readonly Kind[] = nothing('dispute') ? ['reviews', 'suits', 'none disputed'] : ['reviews', 'suits'];
  const ending = [choose(left, 51), choose(disputes, 52)];
  if (nothing('new', 'in') && choose([true, false], 53)) return ['none new', ...ending];
  const kinds: readonly Kind[] = [choose(['new', 'to do', 'applicants', 'new'], 54), 'carried in', 'settled'];
  return [...kinds, choose(['results', 'reasons'], 55), ...ending];
}

/** A paragraph on requests of one sentence for each kind, and one whose numbers are none of the tables'. */
export function requestSentences(claims: Claims): string {
  const { choose } = claims;
  const sentences = kindsFor(claims).map((kind, at) => write(choose(WORDINGS[kind], 60 + at), kind, claims));
  return [...sentences, write(choose(UNRELATED, 70), undefined, claims, 71)].join('');
}

/** A sentence on documents or decisions, as the form of 2021 counts them. */
export function publicationSentence(kind: 'documents' | 'decisions', claims: Claims): string {
  return write(claims.choose(WORDINGS[kind], 58), kind, claims);
}
