import { cellName } from './names.ts';
import { candidateName, claimValue, shortNumber } from './quantity.ts';
import type { Words } from './words.ts';
import type { zhProse } from './zh-prose.ts';

/** Messages on the prose, in English. */
export const enProse: Pick<Words, keyof typeof zhProse> = {
  'prose-mismatch': ({ comparison, written }) => {
    const { claim, candidates } = comparison;
    const said =
      claim.writing === 'words' ? `The prose says “${written}”` : `The prose says ${claimValue(claim)}${claim.unit}`;
    const [first, ...others] = candidates;
    if (!first) return `${said}, which is not what the tables say.`;
    const all = candidates.map((each) => `“${candidateName(each)}” is ${each.value}`).join(', ');
    return `${said}, but ${all}${others.length > 0 ? '; none of them agrees' : ''}. Check both and correct the one that is wrong.`;
  },
  'parts-mismatch': ({ total, parts, sum, complete }) =>
    `${parts.map(({ value }) => value).join(' + ')} = ${sum} ${complete ? 'is not' : 'is more than'} the total ${total.value} (off by ${Math.abs(sum - total.value)}). Check the total and its parts.`,
  'ratio-mismatch': ({ claim, written, computed, from }) => {
    const numbers = from.map(({ value }) => value).join(' and ');
    const unit = claim.kind === 'growth' && claim.measure === 'count' ? '' : '%';
    return `${written} does not follow from the numbers beside it: ${numbers} give ${unit ? 'about ' : ''}${shortNumber(computed)}${unit}. Check the ${unit ? 'percentage' : 'difference'} or the numbers.`;
  },
  'year-mismatch': ({ written, expected, place, others }) =>
    place === 'title'
      ? `The title says ${written}, but the prose speaks of ${expected} throughout (${others.length} places). Check the year in the title.`
      : `This speaks of ${written}, but the report is on ${expected}; was it left from an earlier report? Change it to ${expected} if the year reported on is meant.`,
  'fee-statement-missing': () =>
    'This section says nothing about 信息处理费. The report must say what was collected (国办函〔2020〕109号), even when it was nothing: “本年度未收取信息处理费”.',
  contradiction: ({ written, table, cell, value }) =>
    `The prose says “${written}”, but “${cellName(table, cell)}” is ${value}. If ${value} were carried over, the prose should say so.`,
  said: (value) => `the prose says ${value}`,
};
