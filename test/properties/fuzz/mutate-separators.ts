import type { Mutator } from './mutator.ts';
import { pick, type Random } from './random.ts';

const SEPARATORS = [
  '\t',
  '|',
  '｜',
  '│',
  ' ',
  '  ',
  '\u3000',
  '\u00a0',
  ',',
  '\n',
  '\n\n',
  '\t\n',
  '、',
  '。',
  '&nbsp;',
];

/** Tags are separators of their own: `</td><td>`. */
const TAG = /<[^<>]{0,200}>/g;

/** What becomes of one separator in the text: it stays, or something else stands in its place. */
type Replace = (separator: string) => string;

/** Rewrites one separator that the text holds, or all of its tags, in the whole text or in a part of it. */
function rewrite(text: string, random: Random, replace: Replace): string {
  const from = random(2) === 0 ? 0 : random(text.length + 1);
  const to = random(2) === 0 ? text.length : from + random(text.length - from + 1);
  const part = text.slice(from, to);
  const present = SEPARATORS.filter((separator) => part.includes(separator));
  const tags = part.includes('<') && random(2) === 0;
  const rewritten = tags ? part.replace(TAG, replace) : rewriteOne(part, pick(random, present), replace);
  return text.slice(0, from) + rewritten + text.slice(to);
}

function rewriteOne(text: string, separator: string | undefined, replace: Replace): string {
  if (separator === undefined) return text;
  let result = '';
  let start = 0;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
    result += text.slice(start, at) + replace(separator);
    start = at + separator.length;
  }
  return result + text.slice(start);
}

/** How often a separator is met with: each time, every other time, or seldom. */
const share = (random: Random): number => pick(random, [1, 1, 2, 8, 30]);

export const deleteSeparators: Mutator = (text, random) => {
  const oneIn = share(random);
  return rewrite(text, random, (separator) => (random(oneIn) === 0 ? '' : separator));
};

/** Tabs become blanks, bars become commas, line ends become tabs … as copying and pasting does. */
export const exchangeSeparators: Mutator = (text, random) => {
  const oneIn = share(random);
  const others = random(2) === 0 ? SEPARATORS : [pick(random, SEPARATORS)];
  return rewrite(text, random, (separator) => (random(oneIn) === 0 ? pick(random, others) : separator));
};
