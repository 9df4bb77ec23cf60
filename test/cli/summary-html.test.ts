import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellAt, changeCell } from '../support/generate/fault.ts';
import { folderOf, type PlannedFile } from '../support/generate/folder.ts';
import { plainStyle, render } from '../support/generate/render.ts';
import { elementsOf, gridsOf } from '../view/drawing.ts';
import { newSandbox, type Sandbox } from './harness.ts';
import { sumOf } from './sum-of.ts';

let sandbox: Sandbox;
let files: PlannedFile[];
beforeAll(async () => {
  sandbox = await newSandbox();
  files = [...folderOf({ organs: 5, years: [2023, 2024], seed: 6, faults: 0, breaks: 0 })];
  for (const { path, bytes } of files) sandbox.write(`organs/${path}`, bytes);
});
afterAll(() => sandbox.remove());

const bodyOf = (page: string) =>
  elementsOf(page.slice(page.indexOf('<article'), page.lastIndexOf('</article>') + '</article>'.length));

describe('summary --format html', () => {
  test('lists the reports and prints each sum as the form does, in a page that needs nothing else', async () => {
    const { code, out, err } = await sandbox.run(['summary', 'organs', '--format', 'html', '--organ', '砚泠区<b>']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const elements = bodyOf(out);
    const [list = [], ...tables] = gridsOf(elements);
    expect(list[0]).toEqual([
      '机关',
      '年度',
      '新收',
      '上年结转',
      '办结',
      '结转下年',
      '复议',
      '诉讼',
      '错误',
      '问题数',
      '文件',
    ]);
    expect(list.slice(1).map((row) => row.at(-1))).toHaveLength(files.length);
    for (const [at, year] of [2023, 2024].entries()) {
      const sum = sumOf(
        files.flatMap(({ numbers }) => (numbers.year === year ? [numbers] : [])),
        '',
      );
      const table3 = tables[3 * at + 1] ?? [];
      expect(table3.slice(-25).map((row) => row.slice(-7))).toEqual(sum.table3.map((row) => row.map(String)));
      expect(tables[3 * at + 2]?.at(-1)).toEqual(sum.table4.map(String));
    }
    expect(elements.filter(({ name }) => name === 'h1').map(({ text }) => text)).toEqual([
      '砚泠区<b>政府信息公开工作年度报告汇总',
      '砚泠区<b>2023 年合计',
      '砚泠区<b>2024 年合计',
    ]);
    const policy = /content="(default-src [^"]*)"/.exec(out)?.[1] ?? '';
    const hash = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain(`script-src ${hash(/<script>(.*)<\/script>/s.exec(out)?.[1])}`);
    expect(out).not.toMatch(/\s(?:src|style|on[a-z]+)=|url\(|@import|https?:/);
  });

  test('says of a sum which reports lack a value, whose own totals fail, and which organs are missing', async () => {
    const [one, two] = files.flatMap(({ numbers }) => (numbers.year === 2024 ? [numbers] : []));
    if (!one || !two) throw new Error('the folder has fewer reports');
    const first = render(one, 'tsv', plainStyle);
    const second = render(two, 'tsv', plainStyle);
    sandbox.write('gaps/a.txt', changeCell(first, cellAt(first, { table: 3, row: 2, column: 0 }), ''));
    sandbox.write('gaps/b.txt', changeCell(second, cellAt(second, { table: 4, row: 0, column: 4 }), '99'));
    sandbox.write('expected.txt', `${one.agency}\n${two.agency}\n砚泠市档案局\n`);
    const args = ['summary', 'gaps', '--format', 'html', '--expect', 'expected.txt', '-o', '汇总.html'];
    expect((await sandbox.run(args)).code).toBe(0);
    const elements = bodyOf(readFileSync(join(sandbox.folder, '汇总.html'), 'utf8'));
    const lacking = elements.find(({ attributes }) => attributes.class === 'lacks');
    expect(lacking?.text).toMatch(/（缺1份）$/);
    expect(lacking?.attributes.title).toContain(one.agency);
    const notes = elements.filter(({ attributes }) => attributes.class === 'lacking').map(({ text }) => text);
    expect(notes).toEqual([expect.stringContaining('砚泠市档案局'), expect.stringContaining(two.agency)]);
    const kinds = gridsOf(elements)[1] ?? [];
    expect(kinds.map(([code]) => code)).toContain('review-total');
  });
});
