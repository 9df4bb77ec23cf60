import { describe, expect, test } from 'vitest';
import { definitionAt } from '../../server/src/features/definition.ts';
import { highlightsAt } from '../../server/src/features/highlights.ts';
import { referencesAt } from '../../server/src/features/references.ts';
import { ALL } from '../support/analysis.ts';
import { atCaret } from '../support/caret.ts';
import type { Parts } from '../support/report.ts';

const says = (text: string) =>
  `（一）主动公开。照旧。\n（二）依申请公开。${text}\n（三）信息管理。\n（四）平台。\n（五）监督。`;
const RECEIVED = '收到政府信息公开申请14件。';
const GIVEN = '（一）予以公开';
const NEW = '一、本年新收政府信息公开申请数量';
const IN = '二、上年结转政府信息公开申请数量';
const OUT = '四、结转下年度继续办理';
const BEFORE = { title: '砚泠市档案局 2023年政府信息公开工作年度报告', three: `${OUT} | 2 0 0 0 0 1 3` };

function lit(parts: Parts): string[] | undefined {
  const { analysis, offset, name } = atCaret(parts);
  return highlightsAt(analysis, offset)?.map(({ kind, span }) => `${kind} ${name(span)}`);
}

describe.each(ALL)('highlights in the layout %s', (layout) => {
  test('a total and its addends, which are not zero, and the prose that tells it', () => {
    expect(lit({ layout, three: `${NEW} | 9 1 0 0 4 0 1‸4`, one: says(RECEIVED) })).toEqual([
      `total ${NEW}·总计 14`,
      `total ${OUT}·总计 1`,
      `addend ${NEW}·自然人 9`,
      `addend ${NEW}·商业企业 1`,
      `addend ${NEW}·法律服务机构 4`,
      'prose 14',
    ]);
  });

  test('an addend and the totals that it is added to', () => {
    expect(lit({ layout, three: `${GIVEN} | 8‸ 0 0 0 4 0 12` })).toEqual([
      `addend ${GIVEN}·自然人 8`,
      `total ${GIVEN}·总计 12`,
      'total （七）总计·自然人 10',
    ]);
  });

  test('a number of the prose and its cells', () => {
    expect(lit({ layout, one: says('予以公开‸12件。') })).toEqual(['prose 12', `addend ${GIVEN}·总计 12`]);
  });
});

test('between cells and in prose without numbers the editor is left to itself', () => {
  expect(lit({ one: says('全‸年照旧。') })).toBeUndefined();
});

/** Where F12 leads: names of places in the text, then lines of the other report. */
function leads(parts: Parts): string[] {
  const { analysis, offset, name } = atCaret(parts);
  const found = definitionAt(analysis, offset);
  const others = found?.elsewhere.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}`);
  return [...(found?.here.map(name) ?? []), ...(others ?? [])];
}

describe('definition', () => {
  test('of a total that holds: its addends; of an addend: its totals', () => {
    expect(leads({ three: `${GIVEN} | 8 0 0 0 4 0 1‸2` })).toEqual([`${GIVEN}·自然人 8`, `${GIVEN}·法律服务机构 4`]);
    expect(leads({ three: `${GIVEN} | 8 0 0 0 4‸ 0 12` })).toEqual([`${GIVEN}·总计 12`, '（七）总计·法律服务机构 4']);
  });

  test('of a total that fails by another cell: that cell; from there back to what fails', () => {
    expect(leads({ three: `${GIVEN} | 9 0 0 0 4 0 1‸2` })).toEqual([`${GIVEN}·自然人 9`]);
    expect(leads({ three: `${GIVEN} | 9‸ 0 0 0 4 0 12` })).toEqual([`${GIVEN}·总计 12`, '（七）总计·自然人 10']);
  });

  test('of a cell that the prose contradicts: the number there; and back', () => {
    expect(leads({ three: `${NEW} | 9 1 0 0 4 0 1‸4`, one: says('收到政府信息公开申请15件。') })).toEqual(['15']);
    expect(leads({ one: says('收到政府信息公开申请1‸5件。') })).toEqual([`${NEW}·总计 14`]);
  });

  test('of a number for a group: the cells that are not zero', () => {
    expect(leads({ one: says('不予公开1‸件。') })).toEqual(['8.属于行政查询事项·总计 1']);
  });

  test('of 上年结转: last year’s 结转下年度, in its file', () => {
    const line = (caret: Parts) => leads({ ...caret, before: BEFORE });
    const [cell] = line({ three: `${IN} | 2‸ 0 0 0 0 1 3` });
    expect(cell).toMatch(/^0\.txt:\d+$/);
    expect(line({ three: `${IN} | 2 0 0 0 0 1 3‸` })).toEqual([cell]);
    expect(line({ three: '二、上年‸结转政府信息公开申请数量 | 2 0 0 0 0 1 3' })).toEqual([cell]);
    expect(line({ two: '行政规范性文件 | 3 1 1‸2' })).toHaveLength(1);
    expect(line({ headings: { 3: '三、收到‸和处理政府信息公开申请情况' } })).toEqual([
      expect.stringMatching(/^0\.txt:/),
    ]);
  });

  test('of a growth: last year’s number', () => {
    expect(leads({ one: says(`${RECEIVED.slice(0, -1)}，同比增长1‸5%。`), before: BEFORE })).toEqual([
      expect.stringMatching(/^0\.txt:/),
    ]);
  });

  test('of anything else: nothing', () => {
    expect(leads({ one: says('全‸年照旧。'), before: BEFORE })).toEqual([]);
    expect(leads({ three: `${IN.slice(0, 2)}‸${IN.slice(2)} | 2 0 0 0 0 1 3` })).toEqual([]);
  });
});

function references(parts: Parts, own = true): string[] {
  const { analysis, offset, name } = atCaret(parts);
  const found = referencesAt(analysis, offset, { before: analysis.predecessor }, own);
  const others = found?.elsewhere.map(({ uri }) => uri.split('/').at(-1) as string);
  return [...(found?.here.map(name) ?? []), ...(others ?? [])];
}

describe('references', () => {
  test('of a cell: its sums, the sentences that tell it, and the years that it stands in', () => {
    const parts = { three: `${IN} | 2 0 0 0 0 1‸ 3`, one: says('上年结转3件。'), before: BEFORE };
    // Last year's 结转下年度, and last year's own 上年结转.
    expect(references(parts)).toEqual([`${IN}·其他 1`, `${IN}·总计 3`, `${OUT}·其他 0`, '0.txt', '0.txt']);
    expect(references({ ...parts, three: `${IN} | 2 0 0 0 0 1 3‸` })).toEqual([
      '3',
      `${IN}·自然人 2`,
      `${IN}·其他 1`,
      `${IN}·总计 3`,
      `${OUT}·总计 1`,
      '0.txt',
      '0.txt',
    ]);
  });

  test('without the place itself when that is not wanted', () => {
    expect(references({ three: `${GIVEN} | 8‸ 0 0 0 4 0 12` }, false)).toEqual([
      `${GIVEN}·总计 12`,
      '（七）总计·自然人 10',
    ]);
  });

  test('of a number in the prose: its cells, and what else is said of them', () => {
    expect(references({ one: says('予以公开1‸2件。全年共予以公开12件。') })).toEqual(['12', '12', `${GIVEN}·总计 12`]);
  });
});
