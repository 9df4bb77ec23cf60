import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { cellAt, changeCell } from '../support/generate/fault.ts';
import type { Numbers } from '../support/generate/numbers.ts';
import { plainStyle, render } from '../support/generate/render.ts';
import { parsed, useOrgans } from './organs.ts';
import { sumOf } from './sum-of.ts';

const { folder, write, run, summary, of } = useOrgans();

describe('for the government above', () => {
  const faulty = () => {
    const [first, second] = of(2024);
    const texts = [first, second].map((numbers) => render(numbers as Numbers, 'tsv', plainStyle));
    const [one] = texts as [ReturnType<typeof render>, ReturnType<typeof render>];
    const total = cellAt(one, { table: 3, row: 2, column: 6 });
    write('above/a.txt', changeCell(one, total, '987654'));
    write('above/b.txt', texts[1]?.text ?? '');
    return first as Numbers;
  };

  test('--organ names the sum, which reads back as a report of that organ, with notes on what fails', async () => {
    const { agency } = faulty();
    const { out } = await summary('above', '--organ', '岚禾市人民政府', '--format', 'markdown', '--year', '2024');
    const analysis = analyse(out);
    expect(analysis?.report).toMatchObject({ agency: '岚禾市人民政府', year: 2024 });
    expect(out).toContain(`> 注：表三的合计本身不平，因为这些报告自身不平：${agency}。“（一）予以公开”行总计写`);
    const codes = new Set(analysis?.findings.map(({ code }) => code));
    expect([...codes].filter((code) => /prose|parts|contradiction/.test(code))).toEqual([]);
    expect((await summary('organs', '--format', 'markdown')).out).not.toContain('注：');
  });

  test('-o FOLDER/ writes a file for each year', async () => {
    write('out/keep', '');
    await summary('organs', '--format', 'markdown', '-o', 'out/');
    const years = [2023, 2024].map((year) => analyse(readFileSync(join(folder(), `out/${year}.md`), 'utf8')));
    expect(years.map((analysis) => analysis?.report.year)).toEqual([2023, 2024]);
  });

  test('names the organs without a report: those listed, or those with one on the year before', async () => {
    const [first, second] = of(2024) as [Numbers, Numbers];
    write('some-organs.txt', `# 名单\n${first.agency}\n岚禾市园林局\n`);
    faulty();
    const listed = await summary('above', '--expect', 'some-organs.txt');
    expect(listed.out).toContain('\n缺少 2024 年报告的机关（1 个）：岚禾市园林局\n');
    const before = { ...second, year: 2023, agency: '岚禾市文物局' };
    write('above/c.txt', render(before, 'tsv', plainStyle).text);
    const { missing } = parsed(await summary('above', '--year', '2024', '--format', 'json'));
    expect(missing).toEqual([{ year: 2024, organs: ['岚禾市文物局'], listed: false }]);
    expect(await summary('above', '--expect', 'nowhere.txt')).toMatchObject({ code: 2, out: '' });
  });

  test('xlsx has a sheet for each table, and the findings by kind', async () => {
    faulty();
    rmSync(join(folder(), 'above/c.txt'), { force: true });
    const { stdout } = await summary('above', '--format', 'xlsx');
    const book = unzipSync(stdout);
    const names = [...strFromU8(book['xl/workbook.xml'] as Uint8Array).matchAll(/<sheet [^>]*?name="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['各机关', '表二', '表三', '表四', '问题分类', '说明']);
    write('above.xlsx', stdout);
    const { out } = await run('text', 'above.xlsx');
    const { table3 } = sumOf(of(2024).slice(0, 2), '');
    expect(out).toContain(`一、本年新收政府信息公开申请数量\t${table3[0]?.join('\t')}\n`);
    expect(out).toContain('row-total\t行总计不符\t错误\t1\t1\n');
  });
});
