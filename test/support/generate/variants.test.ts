import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Numbers, numbers, numbers2019 } from './numbers.ts';
import { type Layout, plainStyle, render, type Style } from './render.ts';

/** A report of zeros, so that only the layout is seen. */
const zeros = (given: Numbers): Numbers => ({
  ...given,
  table2: given.table2.map((row) => row.map(() => 0)),
  table3: given.table3.map((row) => row.map(() => 0)),
  table4: given.table4.map(() => 0),
});
const drawn = (from: fc.Arbitrary<Numbers>): Numbers => zeros(fc.sample(from, { seed: 1, numRuns: 1 })[0] as Numbers);
const in2021 = drawn(numbers);
const in2019 = drawn(numbers2019);

/** The lines of a report from one that contains `from`, `count` of them. */
function lines(layout: Layout, style: Partial<Style>, from: string, count = 1, given = in2021): string[] {
  const all = render(given, layout, { ...plainStyle, ...style }).text.split('\n');
  const at = all.findIndex((line) => line.includes(from));
  return all.slice(at, at + count);
}

describe('bars', () => {
  const pipes = (change: Partial<Style['pipes']>) => ({ pipes: { ...plainStyle.pipes, ...change } });

  test('may run where a merged cell was, and may stand before the first cell', () => {
    const runs = pipes({ merged: 'runs' });
    expect(lines('loosepipe', runs, '第二十条第（五）')).toEqual(['第二十条第（五）项 | |||']);
    expect(lines('loosepipe', runs, '（一）予以公开')).toEqual([
      '三、本年度办理结果 | （一）予以公开 | | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    ]);
    expect(lines('loosepipe', pipes({ otherEdges: true, compact: true }), '行政强制')).toEqual(['|行政强制|0|']);
  });

  test('may be missing at the edges of Markdown, but not beside an empty cell', () => {
    const bare = pipes({ otherEdges: true });
    expect(lines('mdtable', bare, '规章', 2)).toEqual(['规章 | 0 | 0 | 0', '行政规范性文件 | 0 | 0 | 0']);
    expect(lines('mdtable', bare, '2.重复')).toEqual(['|  |  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0']);
  });

  test('may stand on lines of their own, and of a merged cell alone', () => {
    const own = pipes({ merged: 'runs', ownLine: true });
    expect(lines('cellpipe', own, '行政强制', 6)).toEqual(['行政强制', '|', '0', '|', '||', '第二十条第（八）项']);
    expect(lines('cellpipe', pipes({ merged: 'kept' }), '行政强制', 4)).toEqual(['行政强制 |', '0 |', '|', '|']);
  });
});

describe('HTML', () => {
  const html = (change: Partial<Style['html']>) => ({ html: { ...plainStyle.html, ...change } });

  test('may be a page on few lines, in capitals', () => {
    const page = render(in2021, 'html', { ...plainStyle, ...html({ frame: 'page', fewLines: true, upper: true }) });
    expect(page.text.split('\n')).toHaveLength(2);
    expect(page.text).toContain('<TR><TD>规章</TD><TD>0</TD><TD>0</TD><TD>0</TD></TR>');
  });

  test('may have blanks, breaks, attributes and paragraphs in its cells', () => {
    const all = html({ blank: '&nbsp;', breaks: true, attributes: 'unquoted', inside: 'p', lines: 'cells' });
    expect(lines('html', all, '5.要求', 2)).toEqual([
      '<td width=62 align=center vAlign=top><p align="center">&nbsp;5.要求行政机关确<br />认或重新出具已获取<br />信息&nbsp;</p></td>',
      '<td width=62 align=center vAlign=top><p align="center">&nbsp;0&nbsp;</p></td>',
    ]);
  });
});

describe('pages', () => {
  const pages = (change: Partial<Style['pages']>) => ({ pages: { ...plainStyle.pages, ...change } });
  const zero = '0 0 0 0 0 0 0';

  test('may end inside a group, with half its label on each', () => {
    const halves = pages({ breaks: [12], halves: true, headAgain: false });
    expect(lines('rawpages', halves, '（四）无', 5)).toEqual([
      '（四）无',
      `1.本机关不掌握相关政府信息 ${zero}`,
      '- 3 -',
      '法提供',
      `2.没有现成信息需要另行制作 ${zero}`,
    ]);
  });

  test('may have the label of a group behind its first rows, and a head on each', () => {
    expect(lines('rawpages', pages({ spanning: 'last' }), '2.重复', 4)[0]).toBe(`2.重复申请 ${zero}`);
    expect(lines('rawpages', pages({ spanning: 'last' }), '（五）不', 3)).toEqual([
      '（五）不',
      '予处理',
      '5.要求行政机关确认或重新出具',
    ]);
    const heads = render(in2021, 'positional', plainStyle).text.match(/申请人情况/g);
    expect(heads).toHaveLength(3);
  });
});

test('the form of 2019 has its own table 2 and one row for （六）其他处理', () => {
  const changed = { ...in2019, table2: in2019.table2.map((row, index) => (index === 2 ? [5, -3, 2] : row)) };
  expect(lines('tsv', {}, '行政许可', 2, changed)).toEqual(['行政许可\t5\t-3\t2', '其他对外管理服务事项\t0\t0\t0']);
  expect(lines('tsv', { change: 'word' }, '行政许可', 1, changed)).toEqual(['行政许可\t5\t减少3\t2']);
  expect(lines('loosepipe', {}, '政府集中采购', 1, in2019)).toEqual(['政府集中采购 | 0 | 0 |']);
  expect(lines('loosepipe', {}, '（六）其他处理', 2, in2019)).toEqual([
    '（六）其他处理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    '（七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
  ]);
});
