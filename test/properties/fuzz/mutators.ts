import { mutateDigits, mutateUnicode } from './mutate-characters.ts';
import { deleteLines, duplicateLines, mixLineEnds, swapLines, transpose } from './mutate-lines.ts';
import { nestTags, spanHugely, strewTags } from './mutate-markup.ts';
import { deleteSeparators, exchangeSeparators } from './mutate-separators.ts';
import type { Mutator } from './mutator.ts';
import { pick, type Random, stretch } from './random.ts';

/** What a fuzzed text may grow to, so that stacked repetitions stay cheap; giants are tried apart. */
const MOST_CHARACTERS = 120_000;

const truncate: Mutator = (text, random) => {
  const at = random(text.length + 1);
  return random(3) === 0 ? text.slice(at) : text.slice(0, at);
};

/** The beginning of one report and the end of another, cut anywhere. */
const splice: Mutator = (text, random, other) => {
  const end = other();
  return text.slice(0, random(text.length + 1)) + end.slice(random(end.length + 1));
};

/** Words that stand in most layouts in one piece. */
const ANCHORS = [
  '二、',
  '三、',
  '四、',
  '五、',
  '（一）',
  '规章',
  '许可',
  '自然人',
  '公开',
  '国家秘密',
  '总计',
  '其他',
  '结转',
  '维持',
];

/** From one word to a later one, a table or half of it is replaced by what stands between them in another layout. */
const swapLayouts: Mutator = (text, random, other) => {
  const source = other();
  const start = pick(random, ANCHORS);
  const stop = pick(random, ANCHORS);
  const [from, begin] = [text.indexOf(start, random(text.length)), source.indexOf(start)];
  if (from < 0 || begin < 0) return splice(text, random, other);
  const [to, end] = [text.indexOf(stop, from + 1), source.indexOf(stop, begin + 1)];
  return text.slice(0, from) + source.slice(begin, end < 0 ? undefined : end) + (to < 0 ? '' : text.slice(to));
};

/** A stretch of one report anywhere in another. */
const paste: Mutator = (text, random, other) => {
  const source = other();
  const [from, to] = stretch(random, source.length);
  const at = random(text.length + 1);
  return text.slice(0, at) + source.slice(from, to) + text.slice(at);
};

const deleteStretch: Mutator = (text, random) => {
  const [from, to] = stretch(random, text.length);
  return text.slice(0, from) + text.slice(to);
};

/** The same few characters over and over, all on one line. */
const repeatStretch: Mutator = (text, random) => {
  const from = random(text.length + 1);
  const to = from + 1 + random(12);
  const piece = text.slice(from, to).replaceAll('\n', ' ');
  return text.slice(0, from) + piece.repeat(2 + random(pick(random, [3, 30, 3000]))) + text.slice(to);
};

/** All kinds of damage, by the names that the table of results shows. */
export const MUTATORS: Readonly<Record<string, Mutator>> = {
  truncate,
  splice,
  'swap layouts half-way': swapLayouts,
  'paste a stretch': paste,
  'delete a stretch': deleteStretch,
  'repeat characters': repeatStretch,
  'duplicate lines': duplicateLines,
  'delete lines': deleteLines,
  'swap lines': swapLines,
  'transpose lines and words': transpose,
  'mix line ends': mixLineEnds,
  'delete separators': deleteSeparators,
  'exchange separators': exchangeSeparators,
  'insert Unicode': mutateUnicode,
  'damage digits': mutateDigits,
  'strew tags': strewTags,
  'nest tags': nestTags,
  'huge colspan, rowspan': spanHugely,
};

const NAMES = Object.keys(MUTATORS);

/** Damages a text one to five times over, each time in another way; also says in which ways. */
export function mutate(text: string, random: Random, other: () => string): { text: string; applied: string[] } {
  const applied: string[] = [];
  let result = text;
  for (let count = 1 + Math.min(random(5), random(5)); count > 0; count -= 1) {
    const name = pick(random, NAMES);
    applied.push(name);
    result = (MUTATORS[name] as Mutator)(result, random, other);
    if (result.length > MOST_CHARACTERS) result = result.slice(0, MOST_CHARACTERS);
  }
  return { text: result, applied };
}
