import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { fixesFor } from '../../server/src/features/fixes.ts';
import { outline } from '../../server/src/features/symbols.ts';
import { findTable, numberIn } from '../../server/src/report/report.ts';
import { wrongReading } from '../properties/fuzz/reading.ts';
import { ALL, expectMarked, messages, mustAnalyse, WITH_BLANKS } from '../support/analysis.ts';
import { titles } from '../support/check-fix.ts';
import { compare, readMarked } from '../support/marked.ts';
import { report, writeTables } from '../support/report.ts';

/** Faults of the engine that the fuzzer found (test/fuzz); each test failed before its repair. */

describe('characters that nobody sees', () => {
  test.each([
    ['a line separator of a word processor', '\u2028'],
    ['a mark of direction', '\u200e'],
    ['an embedding of direction', '\u202c'],
    ['an isolate of direction', '\u2069'],
    ['a soft hyphen', '\u00ad'],
    ['a blank of another script', '\u1680'],
    ['the end of a cell in an old .doc', '\u0007'],
    ['NUL', '\0'],
    ['a next-line character', '\u0085'],
    ['a filler', '\u3164'],
  ])('beside a value are no part of it: %s', (_, character) => {
    for (const layout of ALL) {
      const text = report({ layout }).replace('1205', `1205${character}`);
      expect(compare(text)).toEqual({ found: [], expected: [] });
    }
  });

  test('inside a value part it, and its digits are the guess', () => {
    expectMarked({ two: '行政许可 | ⟦12\u200e05⟧{cell-invalid}' }, WITH_BLANKS);
    expect(messages({ two: '行政许可 | 12\u200e05' }, 'cell-invalid')[0]).toContain('1205');
  });
});

test('a character that nobody sees does not hide a unit: an amount in 元 is none in 万元', () => {
  expectMarked({ two: '行政事业性收费 | ⟦184719\u200b元⟧{cell-invalid}' }, WITH_BLANKS);
  expect(messages({ two: '行政事业性收费 | 184719\u200b元' }, 'cell-invalid')[0]).toContain('18.4719');
});

test('of more digits than a number can have, none is guessed at, whatever stands between them', () => {
  const two = '行政许可 | ⟦1,0909999999999999999⟧{cell-invalid}';
  expectMarked({ two }, WITH_BLANKS);
  expect(titles(report({ two }))).toEqual([]);
});

test('a table ends its section in the outline even with blank cells behind its last character', () => {
  const { text } = readMarked(report({ three: '四、结转下年度继续办理 | 1 0 0 0 _ _ _' }));
  const [section] = outline(mustAnalyse(text).report).filter(({ name }) => name.startsWith('三、'));
  expect(section?.children[0]?.name).toBe('表三');
  expect(section?.children[0]?.span.end).toBeLessThanOrEqual(section?.span.end ?? 0);
});

test.each([
  ['a remark', `12（其中${'修订16件，'.repeat(400)}）`],
  ['digits', '1'.repeat(3000)],
])('%s of thousands of characters is quoted by its beginning', (_, value) => {
  const [message = ''] = messages({ two: `行政许可 | ${value}` }, 'cell-invalid');
  expect(message).toContain(`${value.slice(0, 20)}`.slice(2));
  expect(message.length).toBeLessThan(200);
});

test.each(['2.重复申请', '2、重复申请', '2、 重复申请', '3.其他', '3．其他'])(
  'a short label behind a value is a label: %s where the blank line between two rows is lost',
  (label) => {
    const official = label.replace(/[、．] ?/, '.');
    const text = report({ layout: 'cells' }).replace(`\n\n\t${official}`, `\n\t${label}`);
    expect(text).toContain(`0\n\t${label}\n`);
    expect(compare(text)).toEqual({ found: [], expected: [] });
  },
);

describe('a value over several columns of HTML', () => {
  const merged = (value: string) => `<td colspan="2">${value}</td>`;
  const cellsOf = (cells: readonly string[]) => cells.map((cell) => `<td>${cell}</td>`).join('');
  const row = (cells: readonly string[]) =>
    cells[0] === '（一）予以公开'
      ? `<tr>${cellsOf(cells.slice(0, 6))}${merged(cells[6] ?? '')}</tr>`
      : `<tr>${cellsOf(cells)}</tr>`;
  const raw = Object.entries(writeTables(row)).map(([number, text]) => [number, `<table>${text}</table>`]);
  const { text } = readMarked(report({ raw: Object.fromEntries(raw) }));

  test('leaves the others blank, and no fix writes into them', () => {
    const analysis = mustAnalyse(text);
    const given = findTable(analysis.report, 3)?.rows[2]?.cells;
    expect(given?.map(numberIn)).toEqual([8, 0, 0, 0, 4, 0, undefined]);
    for (const finding of analysis.findings) {
      for (const { edits } of fixesFor(analysis, finding, 'zh')) {
        const after = mustAnalyse(applyEdits(text, edits));
        expect(findTable(after.report, 3)?.rows[2]?.cells.map(numberIn)).toEqual(given?.map(numberIn));
      }
    }
  });
});

test('a row that lost its end takes no cell of the next one, whose label is no word in a cell', () => {
  const row = (label: string) => `\t\t${label}${'\t0'.repeat(7)}\n`;
  const whole = report();
  expect(whole).toContain(row('5.属于三类内部事务信息'));
  const torn = `\t\t4.保护第三方合法权益${'\t0'.repeat(5)}\t5.属于三类内部事务信息\t0\n${'0\t'.repeat(5)}0\n`;
  const text = whole.replace(row('4.保护第三方合法权益') + row('5.属于三类内部事务信息'), torn);
  expect(wrongReading(mustAnalyse(text))).toEqual([]);
});
