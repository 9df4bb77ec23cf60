import { describe, expect, test } from 'vitest';
import { findTable, numberIn, type Table } from '../../server/src/report/report.ts';
import { expectMarked, mustAnalyse } from '../support/analysis.ts';
import { titles } from '../support/check-fix.ts';
import { readMarked } from '../support/marked.ts';
import { readRows, report, TABLE2, TABLE3 } from '../support/report.ts';

/** Tables whose labels and values stand apart, or whose blanks left little or nothing: as pages and tools give them. */

const ROWS = readRows(TABLE3);
const LABELS = ROWS.map(({ label }) => label);
const VALUES = ROWS.map(({ values }) => values.join(' '));
const EXPECTED = ROWS.map(({ values }) => values.map(Number));

const tableIn = (text: string, number: 2 | 3 | 4): Table | undefined =>
  findTable(mustAnalyse(readMarked(text).text).report, number);
const numbersIn = (table: Table | undefined) =>
  table?.rows.map((row) => row?.cells.map((cell) => numberIn(cell) ?? null));
const codesIn = (text: string) => mustAnalyse(text).findings.map(({ code }) => code);

describe('rows of values in the order of the form', () => {
  const half = (label: string) => [label.slice(0, label.length >> 1), label.slice(label.length >> 1)];
  test.each([
    ['below their labels, all of them', [...LABELS, ...VALUES]],
    ['above their labels', VALUES.flatMap((values, at) => [values, LABELS[at] as string])],
    [
      'between the halves of some labels',
      VALUES.flatMap((values, at) => {
        const label = LABELS[at] as string;
        const [first = '', second = ''] = half(label);
        return at % 3 === 1 && label.length > 8 ? [first, values, second] : [`${label} ${values}`];
      }),
    ],
  ])('are read %s', (_, lines) => {
    const text = report({ layout: 'spaced', raw: { 3: lines.join('\n') } });
    expect(numbersIn(tableIn(text, 3))).toEqual(EXPECTED);
    expect(codesIn(text)).toEqual([]);
  });

  test('are those of no row when a label beside them says otherwise', () => {
    const lines = ROWS.map(({ label, values }, at) => `${at === 3 ? '（九）另有一项' : label} ${values.join(' ')}`);
    expect(codesIn(report({ layout: 'spaced', raw: { 3: lines.join('\n') } }))).toEqual(['row-missing', 'row-unknown']);
  });

  test('are read from table 2 with a value a line', () => {
    const lines = readRows(TABLE2).flatMap(({ label, values }, at) =>
      at === 2 ? ['本年处理决定数量', ...values, label] : [label, ...values],
    );
    const text = report({ layout: 'spaced', raw: { 2: lines.join('\n\n') } });
    expect(numbersIn(tableIn(text, 2))).toEqual([[0, 0, 0], [3, 1, 12], [1205], [46], [0], [12.5]]);
  });
});

describe('bars on lines of their own', () => {
  const row = (label: string, values: readonly string[]) => [`${label} |`, ...values.map((value) => `${value}|`), '||'];
  test.each([
    [
      'in every cell but the first and the last',
      (values: readonly string[]) => [values[0], '', '', '', '', '', values[6]],
    ],
    ['in every cell but the last', (values: readonly string[]) => ['', '', '', '', '', '', values[6]]],
    ['in every cell', () => ['', '', '', '', '', '', '']],
  ])('are blank cells %s', (_, keep) => {
    const lines = ROWS.flatMap(({ label, values }, at) =>
      row(label, at < 3 || at > 22 ? values : (keep(values) as string[])),
    );
    const text = report({ layout: 'cellpipe', raw: { 3: lines.join('\n') } });
    const blank = ROWS.map(({ values }, at) =>
      (at < 3 || at > 22 ? values : (keep(values) as string[])).map((value) => (value === '' ? null : Number(value))),
    );
    expect(numbersIn(tableIn(text, 3))).toEqual(blank);
    expect(new Set(codesIn(text))).toEqual(new Set(['cell-blank']));
  });

  test('below the first value of a row part its cells, the leading bar of the last one too', () => {
    const lines = ROWS.flatMap(({ label, values }) => [
      `${label} | ${values[0]} |`,
      '|',
      '|',
      '|',
      '|',
      `| ${values[6]} |`,
    ]);
    const text = report({ layout: 'cellpipe', raw: { 3: lines.join('\n') } });
    const expected = EXPECTED.map((values) => [values[0], null, null, null, null, null, values[6]]);
    expect(numbersIn(tableIn(text, 3))).toEqual(expected);
  });
});

test('table 2 with its values column by column below their labels cannot be read', () => {
  const two = '规章\n行政规范性文件\n0\n3\n0\n0\n0\n8\n行政许可\n5\n行政处罚\n行政强制\n7\n9\n行政事业性收费\n2';
  expect(codesIn(report({ layout: 'spaced', raw: { 2: two } }))).toEqual(['table-unreadable']);
});

describe('a table whose values left no trace', () => {
  const OLD = LABELS.filter((_, at) => at < 20 || at > 22);
  OLD.splice(20, 0, '（六）其他处理');

  test('is blank, in the form of its labels', () => {
    const text = report({ layout: 'spaced', raw: { 3: OLD.join('\n') } });
    const { report: read, findings } = mustAnalyse(text);
    expect(findTable(read, 3)?.form.years).toEqual(['2019']);
    expect(new Set(findings.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
      new Set(['cell-blank information', 'form-outdated information']),
    );
  });

  test('is blank in table 4, too', () => {
    const head = '行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n未经复议直接起诉\n复议后起诉';
    expect(codesIn(report({ layout: 'spaced', raw: { 4: head } }))).toEqual(['cell-blank']);
  });

  test('is none where prose names a few of its rows', () => {
    expect(codesIn(report({ layout: 'spaced', raw: { 3: LABELS.slice(2, 6).join('\n') } }))).toEqual(['table-missing']);
  });
});

test('the form of 2019 is never concluded from rows that are absent', () => {
  const three = LABELS.slice(20, 23)
    .map((label) => `${label} |`)
    .join('\n');
  for (const layout of ['spaced', 'tsv', 'cells'] as const)
    expect(codesIn(report({ layout, three })), layout).toEqual(['row-missing', 'row-missing', 'row-missing']);
});

test('each block of table 2 is in a form of its own', () => {
  const two = [
    [
      '第二十条第（一）项',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t0',
      '行政规范性文件\t3\t1\t12',
    ],
    ['第二十条第（五）项', '信息内容\t上一年项目数量\t本年增/减\t处理决定数量', '行政许可\t20\t+1\t1205'],
    ['其他对外管理服务事项\t4\t0\t7'],
    ['第二十条第（六）项', '信息内容\t本年处理决定数量', '行政处罚\t46', '行政强制\t0'],
    ['第二十条第（八）项', '信息内容\t本年收费金额（单位：万元）', '行政事业性收费\t12.5'],
  ];
  const text = report({ layout: 'tsv', raw: { 2: two.flat().join('\n') } });
  expect(numbersIn(tableIn(text, 2))).toEqual([[0, 0, 0], [3, 1, 12], [20, 1, 1205], [4, 0, 7], [46], [0], [12.5]]);
  expect(codesIn(text)).toEqual(['form-outdated']);
});

test('table 4 may be three small tables', () => {
  const head = '结果维持 结果纠正 其他结果 尚未审结 总计';
  const four = `行政复议\n${head}\n1 0 0 1 2\n行政诉讼\n未经复议直接起诉\n${head}\n0 0 0 0 0\n复议后起诉\n${head}\n0 1 0 0 1`;
  const text = report({ layout: 'spaced', raw: { 4: four } });
  expect(numbersIn(tableIn(text, 4))).toEqual([[1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]]);
  expect(codesIn(text)).toEqual([]);
});

describe('a cell that holds something', () => {
  test.each([
    ['六', 6],
    ['十六', 16],
    ['三百一十八', 318],
  ])('%s is offered to be written as a number', (word, value) => {
    const text = report({ three: `（一）予以公开 | ${word} 0 0 0 4 0 12` });
    expect(titles(text)).toContainEqual(expect.stringContaining(`把“${word}”改为“${value}”`));
  });

  const REST = '（七）总计 | 10 1 0 0 4 1 ⟦17⟧{row-total outcome-total}';
  test.each(['六', '十六', '约6', '？', '#REF!', '=SUM(A1:A3)', '三百一十八', '见附件'])(
    '%s is a cell wherever it stands in its row',
    (word) => {
      for (const values of ['W 0 0 0 4 0 12', '8 W 0 0 4 0 12', '8 0 0 W 4 0 12']) {
        const three = `（一）予以公开 | ${values.replace('W', `⟦${word}⟧{cell-invalid}`)}\n${REST}\n四、结转下年度继续办理 | 1 0 0 0 0 0 ⟦1⟧{carry-balance}`;
        expectMarked({ three }, ['tsv', 'mdtsv', 'cells', 'mdtable', 'html']);
      }
      expectMarked({ three: `（一）予以公开 | 8 0 0 0 4 0 ⟦${word}⟧{cell-invalid}` }, [
        'tsv',
        'mdtsv',
        'cells',
        'html',
      ]);
      expectMarked({ two: `行政许可 | ⟦${word}⟧{cell-invalid}` }, ['tsv', 'cells', 'html']);
    },
  );
});
