import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { findSection, findTable, numberIn } from '../../server/src/report/report.ts';
import { ALL, expectMarked, messages, mustAnalyse, WITH_BLANKS } from '../support/analysis.ts';
import { checkFix, findFix } from '../support/check-fix.ts';
import { compare, readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

/** Faults of the engine that an adversary found; each test failed before its repair. */

const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const PREFACE = '本报告依照条例编写，列于下文。';

describe.each(ALL)('a table of contents in the layout %s', (layout) => {
  test.each([
    ['', (_: number) => ''],
    [' with dots and pages', (at: number) => `…………${at}`],
    [' with ASCII dots and pages', (at: number) => `........${at}`],
    [' with pages behind a blank', (at: number) => ` ${at}`],
    [' with pages behind a tab', (at: number) => `\t${at}`],
  ])('%s and a preface below it takes no heading from the report', (_, page) => {
    const contents = HEADINGS.map((heading, at) => heading + page(at + 1)).join('\n');
    const text = report({ layout }).replace('\n', `\n\n目录\n${contents}\n\n${PREFACE}\n\n`);
    const { report: read, findings } = mustAnalyse(text);
    expect(findings.map(({ code }) => code)).toEqual([]);
    const found = findSection(read, 6);
    expect(text.slice(found?.heading.end).trim()).toBe('本年度没有收取信息处理费。');
  });
});

describe.each(ALL)('a section whose heading alone is lost, in the layout %s', (layout) => {
  test.each([2, 3, 4] as const)('%i gets its heading back above its own table, and no second table', (number) => {
    const text = readMarked(report({ layout, headings: { [number]: '' } })).text;
    const numbers = (from: string) =>
      findTable(mustAnalyse(from).report, number)?.rows.map((row) => row?.cells.map(numberIn));
    const after = applyEdits(text, findFix(mustAnalyse(text), '补上').edits);
    expect(mustAnalyse(after).findings.map(({ code }) => code)).toEqual([]);
    expect(numbers(after)).toEqual(numbers(text));
    expect(after.length - text.length).toBeLessThan(40);
  });
});

test.each([
  '1.主动公开政府信息情况\n略。\n2.依申请公开政府信息情况\n略。\n3.政府信息管理\n4.平台建设\n5.监督保障',
  '### 主动公开政府信息情况\n略。\n### 依申请公开政府信息情况\n略。\n### 信息管理\n### 平台\n### 监督',
])('a sub-heading of section 一 takes no section from the report: %j', (one) => {
  expectMarked({ one });
});

test.each(WITH_BLANKS)('a table 4 of blanks alone is a table, in the layout %s', (layout) => {
  expectMarked({ four: ' | ⟦⟧{cell-blank} _ _ _ _ _ _ _ _ _ _ _ _ _ _' }, [layout]);
});

test.each(WITH_BLANKS)('the number of the next page below table 4 is no value of it, in the layout %s', (layout) => {
  const text = report({ layout }).replace(/((?:## )?五、存在)/, '12\n\n$1');
  expect(compare(text)).toEqual({ found: [], expected: [] });
});

test('a unit behind a number of a PDF belongs to its cell', () => {
  expectMarked({ two: '行政事业性收费 | ⟦12.5~万元⟧{cell-invalid}\n行政许可 | ⟦1205~件⟧{cell-invalid}' });
});

test('a full stop behind a heading does not make its section absent', () => {
  expectMarked({ headings: { 6: '六、其他需要报告的事项。' } });
});

test('a numeral of Rome is an ordinal that the fix replaces', () => {
  checkFix(
    report({ headings: { 6: 'Ⅵ、其他需要报告的事项' } }),
    '序号改为“六、”',
    report({ headings: { 6: '六、其他需要报告的事项' } }),
  );
});

test('a small amount of 元 is never written with an exponent', () => {
  const message = messages({ two: '行政事业性收费 | 0.001元' }, 'cell-invalid')[0];
  expect(message).not.toMatch(/\de-\d/);
});

test('an amount in 元 is not taken for 万元 because a blank stands before its unit', () => {
  expectMarked({ two: '行政事业性收费 | ⟦184719~元⟧{cell-invalid}' }, WITH_BLANKS);
  expect(messages({ two: '行政事业性收费 | 184719~元' }, 'cell-invalid')[0]).toMatch(/本意是 18\.4719/);
});

test('a sign is a flaw whether or not a unit follows', () => {
  expect(messages({ three: '（一）予以公开 | 8 +5件 0 0 4 0 12' }, 'cell-invalid')[0]).toMatch(/正负号/);
});

test('a repair leaves the blank before a unit alone', () => {
  checkFix(
    report({ three: '（一）予以公开 | 8 0 0 0 4 0 13~件' }),
    '重算“（一）予以公开·总计”：13 → 12',
    report({ three: '（一）予以公开 | 8 0 0 0 4 0 ⟦12~件⟧{cell-invalid}' }),
  );
});

test('of two blank totals of table 4 the one that can be computed is offered', () => {
  const four = ' | 1 0 0 / / 0 0 0 0 / 0 1 0 0 1';
  expect(findFix(mustAnalyse(readMarked(report({ four })).text), '填入').title).toContain('未经复议直接起诉·总计');
});

test('a number in a line above table 4 does not hide the table', () => {
  const text = report({}).replace(/(四、政府.*\n)/, '$1\n表4 复议诉讼件数 2024\n');
  expect(compare(text)).toEqual({ found: [], expected: [] });
});
