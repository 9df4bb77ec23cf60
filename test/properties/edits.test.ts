import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import type { ParseOptions } from '../../server/src/report/parse.ts';
import { MB, report, SHAPES } from '../bench/texts.ts';
import { LAYOUTS } from '../support/generate/render.ts';
import { DRAWN_TOGETHER, documentOf } from './fuzz/documents.ts';
import { mutate } from './fuzz/mutators.ts';
import { pick, type Random, randomOf } from './fuzz/random.ts';

const EDITS = 120;
const SEED = 41;

/** What people type and paste, and what turns the reading of the lines around it: headings, tags, line ends, claims. */
const PIECES = [
  ...[
    '1',
    '0',
    ' ',
    '\t',
    '|',
    '。',
    '，',
    '；',
    '-',
    '其他',
    '总计',
    '规章 0 0 0',
    '（一）予以公开',
    '尚未审结',
    '- 5 -',
    '\ufeff',
  ],
  ...['\n', '\r\n', '\r', '\n\n', '<td>', '</td>', '<tr>', '<p>', '</p>', '<table>', '</table>', '<!--', '-->'],
  ...['一、总体情况\n', '二、主动公开政府信息情况\n', '三、收到和处理政府信息公开申请情况\n'],
  ...['四、政府信息公开行政复议、行政诉讼情况\n', '五、存在的主要问题及改进情况\n', '六、其他需要报告的事项\n'],
  ...[
    '全年收到政府信息公开申请14件，',
    '均已答复。',
    '上年结转1件',
    '（二）依申请公开情况\n',
    '一是',
    '2023年',
    '全市',
  ],
  ...['本年度未收取信息处理费。', '12月31日', '砚泠市档案局2022年政府信息公开工作年度报告\n'],
];

type Edit = (text: string, random: Random) => string;

const put = (text: string, at: number, piece: string, behind = at) => text.slice(0, at) + piece + text.slice(behind);

const EDIT_KINDS: readonly Edit[] = [
  function overDigit(text, random) {
    const digits = [...text.matchAll(/[0-9]/g)];
    if (digits.length === 0) return text;
    const { index } = pick(random, digits);
    return put(text, index, `${random(10)}`, index + 1);
  },
  (text, random) => put(text, random(text.length + 1), pick(random, PIECES)),
  (text, random) => put(text, random(text.length + 1), pick(random, PIECES)),
  function cut(text, random) {
    const at = random(text.length + 1);
    return put(text, at, '', Math.min(text.length, at + 1 + random(random(4) === 0 ? 400 : 6)));
  },
  function overLines(text, random) {
    const lines = text.split('\n');
    lines.splice(random(lines.length), random(3), ...(random(2) === 0 ? [] : [pick(random, PIECES)]));
    return lines.join('\n');
  },
  function moveStretch(text, random) {
    const at = random(text.length + 1);
    return put(text, random(text.length + 1), text.slice(at, at + random(300)));
  },
];

/** Reads every version twice, as it is and after the one before; both must say the same in every field. */
function expectSame(first: string, edits: number, options: ParseOptions, edit: Edit, random: Random): void {
  let text = first;
  let before: Analysis | undefined = analyse(text, options);
  for (let at = 0; at < edits; at++) {
    text = edit(text, random);
    const [fresh, updated] = [analyse(text, options), analyse(text, options, before)];
    if (!isDeepStrictEqual(updated, fresh)) expect(updated, `edit ${at}`).toEqual(fresh);
    before = updated ?? before;
  }
}

const anyEdit: Edit = (text, random) => pick(random, EDIT_KINDS)(text, random);

describe('what follows from a version after another is what follows from its text alone', () => {
  test.each(LAYOUTS.map((layout, at) => [layout, at] as const))('%s', (layout, at) => {
    const blankCells = at % 3 === 0 ? 'zero' : 'unknown';
    expectSame(report(layout, 8000).text, EDITS, { always: at % 2 === 0, blankCells }, anyEdit, randomOf(SEED, at));
  });

  test('damaged reports, and texts that are replaced as a whole', () => {
    const random = randomOf(SEED, 100);
    const other = () => documentOf(SEED, random(DRAWN_TOGETHER)).text;
    const edit: Edit = (text, own) =>
      own(20) === 0 ? other() : own(12) === 0 ? mutate(text.slice(0, 30_000), own, other).text : anyEdit(text, own);
    for (let at = 0; at < 12; at++) expectSame(documentOf(SEED, at).text, 30, { always: true }, edit, random);
  });

  test.each(SHAPES.map((shape) => [shape.name, shape] as const))('a megabyte: %s', (_, { ofSize }) => {
    expectSame(ofSize(MB).text, 10, { always: true }, anyEdit, randomOf(SEED, 200));
  });
});

/** How often a task looks at a character. */
function looksOf(task: () => void): number {
  const look = String.prototype.charCodeAt;
  let looks = 0;
  String.prototype.charCodeAt = function (at) {
    looks++;
    return look.call(this, at);
  };
  try {
    task();
  } finally {
    String.prototype.charCodeAt = look;
  }
  return looks;
}

test.each(SHAPES.slice(0, 3).map((shape) => [shape.name, shape] as const))(
  'an edit re-reads what it touched, and not the rest: %s',
  (_, { ofSize }) => {
    const { text, digits } = ofSize(MB / 4);
    const before = analyse(text);
    const at = digits[3] as number;
    const edited = put(text, at, '7', at + 1);
    const [whole, part] = [looksOf(() => analyse(edited)), looksOf(() => analyse(edited, {}, before))];
    expect(part / whole).toBeLessThan(0.2);
  },
);
