import { column, groupForm, type IdentityParts, row, table } from './build.ts';
import type { CaseId, ResultId } from './ids.ts';

/** Table 4 政府信息公开行政复议、行政诉讼情况: one row of 15 values in three groups, the same in both forms. */

const RESULTS: readonly (readonly [ResultId, string])[] = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['other', '其他结果'],
  ['pending', '尚未审结'],
  ['total', '总计'],
];

const CASES: readonly (readonly [CaseId, string])[] = [
  ['review', '行政复议'],
  ['direct', '行政诉讼·未经复议直接起诉'],
  ['after-review', '行政诉讼·复议后起诉'],
];

const COLUMNS = CASES.flatMap(([id, name]) => {
  const group = groupForm(id, name);
  return RESULTS.map(([result, title]) => column(`${id}.${result}`, title, 'count', group));
});

const TITLES = RESULTS.map(([, title]) => title);

export const REVIEWS = table({
  number: 4,
  years: ['2019', '2021'],
  rows: [row('cases', '', COLUMNS)],
  identities: CASES.map(
    ([id]): IdentityParts => ({
      rule: 'review-total',
      along: 'row',
      plus: [`${id}.upheld`, `${id}.corrected`, `${id}.other`, `${id}.pending`],
      total: `${id}.total`,
    }),
  ),
  openers: ['行政复议', '结果维持'],
  head: [
    ['行政复议', '', '', '', '', '行政诉讼', '', '', '', '', '', '', '', '', ''],
    [...TITLES, '未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
    ['', '', '', '', '', ...TITLES, ...TITLES],
  ],
});
