import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, NO_PROJECT } from '../../server/src/project/project.ts';
import { numberIn } from '../../server/src/report/report.ts';
import { analysisOf, compareWith, mustAnalyse } from '../support/analysis.ts';
import { FAULTS } from '../support/faults.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { LAYOUTS, plainStyle, render } from '../support/generate/render.ts';
import { report } from '../support/report.ts';
import { draw, elementsOf, gridsOf } from './drawing.ts';

const valuesOf = (text: string) =>
  mustAnalyse(text).report.tables.map(({ rows }) => rows.map((row) => row?.cells.map(numberIn)));

describe('the drawing of any report', () => {
  test('is read again as the same report, whatever its form and layout', () => {
    fc.assert(
      fc.property(anyNumbers, fc.constantFrom(...LAYOUTS), (numbers, layout) => {
        const { text } = render(numbers, layout, plainStyle);
        const drawn = draw(mustAnalyse(text)).join('\n');
        expect(valuesOf(drawn)).toEqual(valuesOf(text));
        expect(mustAnalyse(drawn).report.agency).toBe(mustAnalyse(text).report.agency);
      }),
      { seed: 160, numRuns: 60 },
    );
  });

  test('has tables without holes and without cells over each other', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const grids = gridsOf(elementsOf(draw(mustAnalyse(render(numbers, 'tsv', plainStyle).text)).join('')));
        expect(grids.length).toBe(3);
        for (const grid of grids) {
          const width = (grid[0] as string[]).length;
          expect(grid.every((line) => line.length === width && !line.includes(undefined as never))).toBe(true);
        }
      }),
      { seed: 161, numRuns: 20 },
    );
  });
});

test('the heads and groups are merged as the form prints them', () => {
  const grids = gridsOf(elementsOf(draw(analysisOf({})).join('')));
  const [, requests = [], reviews = []] = grids;
  expect(requests[0]?.slice(3)).toEqual(Array(7).fill('申请人情况'));
  expect(requests[1]?.slice(3)).toEqual(['自然人', ...Array(5).fill('法人或其他组织'), '总计']);
  expect(requests[2]?.slice(3, 5)).toEqual(['自然人', '商业企业']);
  expect(requests[5]?.slice(0, 4)).toEqual(['三、本年度办理结果', '（一）予以公开', '（一）予以公开', '8']);
  expect(requests[7]?.slice(0, 3)).toEqual(['三、本年度办理结果', '（三）不予公开', '1.属于国家秘密']);
  expect(requests[27]?.slice(0, 4)).toEqual([...Array(3).fill('四、结转下年度继续办理'), '1']);
  expect(reviews[0]).toEqual([...Array(5).fill('行政复议'), ...Array(10).fill('行政诉讼')]);
  expect(reviews[1]?.slice(5, 10)).toEqual(Array(5).fill('未经复议直接起诉'));
  expect(reviews[2]?.slice(0, 2)).toEqual(['结果维持', '结果纠正']);
});

describe.each(Object.entries(FAULTS))('a report with %s', (code, parts) => {
  const analysis = analysisOf(parts);
  const { shown } = judge(analysis, NO_PROJECT);
  const elements = elementsOf(draw(analysis).join(''));

  test('lists every finding in words, with links that lead somewhere', () => {
    const items = elements.filter(({ name }) => name === 'li');
    expect(items.map(({ text }) => text.split(' ').at(-1))).toEqual(shown.map(({ finding }) => finding.code));
    expect(items.map(({ text }) => text).join()).toContain(code);
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of elements) {
      if (attributes.href) expect(ids).toContain(attributes.href.slice(1));
    }
  });
});

describe('a cell', () => {
  const cellsOf = (three: string) => {
    const cells = elementsOf(draw(analysisOf({ three })).join('')).filter(({ name }) => name === 'td');
    const of = (kind: string) => cells.filter(({ attributes }) => attributes.class?.split(' ').includes(kind));
    return { of, texts: (kind: string) => of(kind).map(({ text }) => text) };
  };

  test('that is surely wrong shows what stands there and what should', () => {
    const { texts } = cellsOf('（一）予以公开 | 9 0 0 0 4 0 12');
    expect(texts('wrong')).toEqual(['9 → 8']);
    // The sums that fail by it, with their addends, are joined when one looks at them.
    expect(texts('fails')).toEqual(['12', '10']);
    expect(texts('t0')).toEqual(['12']);
    expect(texts('s0')).toEqual(['9 → 8', '0', '0', '0', '4', '0']);
    expect(texts('t1')).toEqual(['10']);
  });

  test('that may be wrong as well as its addends shows both numbers and decides nothing', () => {
    const cells = elementsOf(draw(analysisOf({ four: ' | 1 0 0 1 3 0 0 0 0 0 0 1 0 0 1' })).join(''));
    const doubt = cells.filter(({ attributes }) => attributes.class?.startsWith('doubt'));
    expect(doubt.map(({ text }) => text)).toEqual(['3 ≠ 2']);
  });

  test('without a number says so to those who cannot see it', () => {
    const { texts } = cellsOf('（一）予以公开 | 8 0 0 _ 4 六 12');
    expect(texts('blank')).toEqual(['空白']);
    expect(texts('unread')).toEqual([expect.stringContaining('六读不出数')]);
  });
});

test('numbers of the prose lead to their cells, and say whether they agree', () => {
  const elements = elementsOf(
    draw(analysisOf({ one: '（一）主动公开。全年新收政府信息公开申请14件，其中自然人8件。' })).join(''),
  );
  const numbers = elements.filter(({ name }) => name === 'u' || name === 'mark');
  expect(numbers.map(({ name, text, attributes }) => [name, text, attributes.class])).toContainEqual([
    'u',
    '14',
    'equal',
  ]);
  expect(numbers.map(({ name, text, attributes }) => [name, text, attributes.class])).toContainEqual([
    'mark',
    '8',
    'warning',
  ]);
  const compared = elements.filter(({ attributes }) => attributes.class === 'compared');
  expect(compared.map(({ text }) => text)).toEqual(expect.arrayContaining(['9', '14']));
});

test('last year’s 结转下年度 stands small beside this year’s 上年结转', () => {
  const before = report({
    title: '砚泠市档案局 2023年政府信息公开工作年度报告',
    three: '四、结转下年度继续办理 | 4 0 0 0 0 0 4',
  });
  const analysis = compareWith(analysisOf({}), before);
  const small = elementsOf(draw(analysis).join('')).filter(
    ({ name, attributes }) => name === 'small' && attributes.title,
  );
  expect(small.length).toBe(20);
  expect(small[5]?.attributes.title).toBe('2023 年报告：12');
  expect(small[6]).toMatchObject({ text: '4', attributes: { title: '2023 年报告：4' } });
});

describe('a hostile text', () => {
  const NAMES = [
    'article',
    'header',
    'nav',
    'ol',
    'li',
    'h1',
    'h2',
    'h3',
    'p',
    'b',
    'i',
    'u',
    'a',
    'mark',
    'small',
    'code',
    'span',
  ];
  const TABLES = ['div', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'del', 'ins'];
  const ALLOWED = [...NAMES, ...TABLES];
  const ATTRIBUTES = ['class', 'id', 'title', 'href', 'scope', 'colspan', 'rowspan', 'aria-label'];
  const HIDDEN = '\u202e\u2066\u001b\u0000\u0085';
  const evil = fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</td></table><style>*{display:none}</style>',
    '&lt;b&gt;&#60;script&#62;',
    '\u202e12\u2066',
    '\u001b[31m\u0000\u0085',
    'javascript:alert(1)',
    ']]>',
    '<!--',
    '𠮷🧾',
  );

  test('shows as text: no element, attribute or address comes from it', () => {
    fc.assert(
      fc.property(fc.array(evil, { minLength: 4, maxLength: 4 }), ([a = '', b = '', c = '', d = '']) => {
        const parts = {
          title: `砚泠市${a}档案局 2024年政府信息公开工作年度报告`,
          one: `（一）主动公开。${b}新收申请${c}15件。${d}`,
          three: `（一）予以公开 | 9 0 0 0 4 ${a.replaceAll(/[\s_~⟦⟧{}|/]/g, '')}x 12\n+2.重复申请 / 9.${c.replaceAll(/[|/]/g, '')} | 0 0 0 0 0 0 0`,
          headings: { 6: `六、其他${d}` },
        };
        const html = draw(mustAnalyse(report(parts)), { live: true }).join('');
        expect([...HIDDEN].filter((character) => html.includes(character))).toEqual([]);
        for (const { name, attributes } of elementsOf(html)) {
          expect([...ALLOWED, 'button']).toContain(name);
          for (const key of Object.keys(attributes)) expect([...ATTRIBUTES, 'data-fix', 'data-finding']).toContain(key);
          if (attributes.href) expect(attributes.href).toMatch(/^#[a-z0-9-]+$/);
        }
      }),
      { seed: 162, numRuns: 30 },
    );
  });
});

test('an edit leaves most of the drawing as it was', () => {
  const before = draw(analysisOf({}), { live: true });
  const after = draw(analysisOf({ three: '（一）予以公开 | 9 0 0 0 4 0 12' }), { live: true });
  expect(after.length).toBe(before.length);
  const changed = after.filter((block, at) => block !== before[at]);
  expect(changed.map((block) => block.slice(0, 4))).toEqual(['<nav', '<div']);
});
