import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { summaryMarkdown } from '../../server/src/cli/summary/markdown.ts';
import { reportValuesOf } from '../../server/src/features/report-values.ts';
import type { Counted } from '../../server/src/summary/counted.ts';
import { summaryOf } from '../../server/src/summary/model.ts';
import { cellAt, changeCell } from '../support/generate/fault.ts';
import { folderOf, type PlannedFile } from '../support/generate/folder.ts';
import { type Numbers, numbers2019 } from '../support/generate/numbers.ts';
import { plainStyle, render } from '../support/generate/render.ts';
import { parsed, useOrgans } from './organs.ts';
import { add, sumOf } from './sum-of.ts';

const { files, write, summary, of } = useOrgans();

describe('json', () => {
  test('lists the reports by organ and year, and their sums by year', async () => {
    const { reports, sums, skipped } = parsed(await summary('organs', '--format', 'json'));
    expect(skipped).toEqual([]);
    expect(reports).toHaveLength(24);
    const collator = new Intl.Collator('zh-Hans-CN');
    const sorted = [...reports].sort((a, b) => collator.compare(a.agency, b.agency) || (a.year ?? 0) - (b.year ?? 0));
    expect(reports.map(({ path }) => path)).toEqual(sorted.map(({ path }) => path));
    const [some] = files as [PlannedFile];
    expect(reports.find(({ path }) => path === `organs/${some.path}`)).toEqual({
      path: `organs/${some.path}`,
      agency: some.numbers.agency,
      year: 2023,
      form: '2021',
      received: some.numbers.table3[0]?.[6],
      carriedIn: some.numbers.table3[1]?.[6],
      settled: some.numbers.table3[23]?.[6],
      carriedOut: some.numbers.table3[24]?.[6],
      reviews: some.numbers.table4[4],
      lawsuits: (some.numbers.table4[9] ?? 0) + (some.numbers.table4[14] ?? 0),
      errors: 0,
      findings: 0,
    });
    expect(sums.map(({ year, reports: count }) => [year, count])).toEqual([
      [2023, 12],
      [2024, 12],
    ]);
    const expected = sumOf(of(2024), '');
    expect(sums[1]?.tables['3']).toEqual(expected.table3);
    expect(sums[1]?.tables['4']).toEqual(expected.table4);
    expect(Object.values(sums[1]?.tables['2'] ?? {}).flat()).toEqual(expected.table2.flat());
    expect(sums[1]?.missing).toEqual([]);
  });

  test('--year leaves the others out', async () => {
    const { reports, sums } = parsed(await summary('organs', '--format', 'json', '--year', '2023'));
    expect(new Set(reports.map(({ year }) => year))).toEqual(new Set([2023]));
    expect(sums).toHaveLength(1);
  });
});

describe('a value that is not there', () => {
  beforeAll(() => {
    const [one, two, three] = of(2024) as [Numbers, Numbers, Numbers];
    const rendered = render(one, 'tsv', plainStyle);
    write('gaps/a.txt', changeCell(rendered, cellAt(rendered, { table: 3, row: 2, column: 0 }), ''));
    write('gaps/b.txt', render(two, 'tsv', plainStyle).text);
    const { text } = render(three, 'tsv', plainStyle);
    write('gaps/c.txt', text.slice(0, text.indexOf('四、政府信息公开')) + text.slice(text.indexOf('五、存在的')));
  });

  test('is marked in the sum, and its report is named', async () => {
    const [one, two, three] = of(2024) as [Numbers, Numbers, Numbers];
    const known = add([two, three].map(({ table3 }) => table3[2]?.[0] ?? 0));
    const run = await summary('gaps');
    expect(run.code).toBe(0);
    expect(run.out).toMatch(new RegExp(`^（一）予以公开 +${known}（缺1份） `, 'm'));
    expect(run.out).toContain(`  ${one.agency}（gaps/a.txt）：表三 （一）予以公开·自然人\n`);
    expect(run.out).toContain(`  ${three.agency}（gaps/c.txt）：表四 全表\n`);
    const { sums } = parsed(await summary('gaps', '--format', 'json'));
    expect(sums[0]?.missing).toHaveLength(16);
    expect(sums[0]?.missing[0]).toEqual({
      table: 3,
      row: 2,
      column: 0,
      name: '表三 （一）予以公开·自然人',
      reports: ['gaps/a.txt'],
    });
  });

  test('reads as the sum of what is known, with a remark', async () => {
    const [, two, three] = of(2024) as [Numbers, Numbers, Numbers];
    const markdown = (await summary('gaps', '--format', 'markdown')).out;
    const analysis = analyse(markdown);
    const found = reportValuesOf(analysis as NonNullable<typeof analysis>);
    expect(found.tables[3]?.[2]?.[0]).toBe(add([two, three].map(({ table3 }) => table3[2]?.[0] ?? 0)));
  });
});

test('text is aligned by width', async () => {
  const { out, code, err } = await summary('organs', '--year', '2024');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = out.split('\n');
  const table = lines.slice(0, 13);
  expect(table[0]).toMatch(/^机关 +年度 +新收 +上年结转 +办结 +结转下年 +复议 +诉讼 +错误 +问题数$/);
  expect(new Set(table.map((line) => stringWidth(line))).size).toBe(1);
  expect(out).toContain('\n2024 年合计：12 份报告（2021 年格式）\n');
  const from = lines.indexOf('三、收到和处理政府信息公开申请情况') + 1;
  const rows = lines.slice(from, from + 30).filter((line) => / \d+$/.test(line));
  expect(rows).toHaveLength(25);
  expect(new Set(rows.map((line) => stringWidth(line))).size).toBe(1);
  const { table3 } = sumOf(of(2024), '');
  expect(rows.map((line) => line.trim().split(/ +/).slice(1).map(Number))).toEqual(table3);
});

test('csv opens in Excel: a byte order mark, and CRLF', async () => {
  const { stdout } = await summary('organs', '--format', 'csv');
  expect([...stdout.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = stdout.toString().slice(1);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const rows = text.split('\r\n');
  expect(rows[0]).toBe('机关,年度,新收,上年结转,办结,结转下年,复议,诉讼,错误,问题数,文件');
  expect(rows[25]).toBe('');
  expect(rows[26]).toBe('2023 年合计：12 份报告（2021 年格式）');
  expect(text).toContain(`\r\n（七）总计,${sumOf(of(2023), '').table3[23]?.join(',')}\r\n`);
});

test.each([2023, 2024])('the sum as Markdown reads back as the sum: %i', async (year) => {
  const { out } = await summary('organs', '--format', 'markdown', '--year', String(year));
  const analysis = analyse(out);
  const expected = sumOf(of(year), '');
  const { tables, year: found } = reportValuesOf(analysis as NonNullable<typeof analysis>);
  expect(found).toBe(year);
  expect(tables).toEqual({ 2: expected.table2, 3: expected.table3, 4: [expected.table4] });
  expect(analysis?.findings.filter(({ code }) => code !== 'section-missing')).toEqual([]);
});

test('the sum in the form of 2019 reads back as well, changes and amounts included', () => {
  const reports = fc.sample(numbers2019, { seed: 3, numRuns: 6 }).map((given, at): Counted => {
    const analysis = analyse(render({ ...given, agency: `机关${at}`, year: 2020 }, 'tsv', plainStyle).text);
    const values = reportValuesOf(analysis as NonNullable<typeof analysis>);
    return { kind: 'counted', path: `${at}.txt`, failing: [], codes: {}, ...values };
  });
  const { sums, ...rest } = summaryOf(reports, { all: reports });
  expect(sums).toHaveLength(1);
  const analysis = analyse(summaryMarkdown({ sums, ...rest }, false));
  const { form, tables } = reportValuesOf(analysis as NonNullable<typeof analysis>);
  expect(form).toBe('2019');
  for (const number of [2, 3, 4] as const) {
    expect(tables[number]).toEqual(sums[0]?.tables[number].map((row) => row.map(({ sum }) => sum)));
  }
});

describe('--against', () => {
  const agency = '岚禾市人民政府';
  let own: ReturnType<typeof render>;
  beforeAll(() => {
    own = render(sumOf(of(2024), agency), 'mdtable', plainStyle);
    write('organs/市政府.md', own.text);
  });

  test('agrees with 0, and does not count the file itself', async () => {
    const run = await summary('organs', '--against', './organs/市政府.md');
    expect(run.code).toBe(0);
    expect(run.out).toContain(
      `${agency} 2024 年报告（./organs/市政府.md）与 12 份报告的合计相比：没有不一致的数，200 处一致\n`,
    );
  });

  test('names each difference with 1, and who is behind it when asked', async () => {
    const right = sumOf(of(2024), agency).table3[2]?.[0] ?? 0;
    const wrong = changeCell(own, cellAt(own, { table: 3, row: 2, column: 0 }), String(right + 3));
    write('wrong.md', wrong);
    const line = `  表三 （一）予以公开·自然人：本级报告 ${right + 3}，合计 ${right}，多 3\n`;
    const brief = await summary('organs/2024', '--against', 'wrong.md');
    expect(brief.code).toBe(1);
    expect(brief.out.endsWith(line)).toBe(true);
    const parts = of(2024).flatMap((each) => {
      const value = each.table3[2]?.[0] ?? 0;
      return value > 0 ? [`${each.agency} ${value}`] : [];
    });
    const long = await summary('organs/2024', '--against', 'wrong.md', '--verbose');
    const listed = long.out.trimEnd().split('\n').at(-1)?.trim().split('、').sort();
    expect(listed).toEqual(parts.sort());
    const { against } = parsed(await summary('organs/2024', '--against', 'wrong.md', '--format', 'json'));
    expect(against).toMatchObject({
      path: 'wrong.md',
      agency,
      compared: true,
      equal: 199,
      differences: [{ table: 3, row: 2, column: 0, stated: right + 3, sum: right, difference: 3 }],
    });
    const csv = await summary('organs/2024', '--against', 'wrong.md', '--format', 'csv');
    expect(csv.out).toContain(`\r\n表三 （一）予以公开·自然人,${right + 3},${right},3\r\n`);
  });

  test('a difference below zero is a number in csv, not a formula', async () => {
    const right = sumOf(of(2024), agency).table3[0]?.[6] ?? 0;
    write('less.md', changeCell(own, cellAt(own, { table: 3, row: 0, column: 6 }), String(right - 1)));
    const { out } = await summary('organs/2024', '--against', 'less.md', '--format', 'csv');
    expect(out).toContain(`一、本年新收政府信息公开申请数量·总计,${right - 1},${right},-1\r\n`);
  });

  test('that cannot be read, or has no year to compare with, is 2', async () => {
    expect(await summary('organs', '--against', 'nowhere.txt')).toMatchObject({
      code: 2,
      out: '',
      err: 'zfxxgk：nowhere.txt：无法读取（找不到文件或文件夹）\n',
    });
    write('other.md', own.text.replaceAll('2024年', '2021年'));
    const run = await summary('organs', '--against', 'other.md');
    expect(run.code).toBe(2);
    expect(run.out).toContain('没有同一年度、同一格式的报告可以比较');
  });

  test('tells of another report of the same organ that was counted', async () => {
    write('copied/市政府.md', own.text);
    const run = await summary('organs/2024', 'copied', '--against', 'wrong.md');
    expect(run.err).toContain(`${agency} 2024 年就是要比较的机关，它的另一份报告也计入了合计：copied/市政府.md`);
  });
});

test('copies are told of', async () => {
  for (const name of ['x', 'y']) write(`twice/${name}.txt`, files[0]?.bytes ?? '');
  const run = await summary('twice');
  expect(run.err).toBe(
    `zfxxgk：${files[0]?.numbers.agency} 2023 年有 2 份报告，都计入了合计：twice/x.txt、twice/y.txt\n`,
  );
});

test('no report is said so', async () => {
  write('none/a.txt', '会议记录\n');
  expect(await summary('none')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('没有找到') });
});

test('many reports are summed up the same with threads', async () => {
  for (const { path, bytes } of folderOf({ organs: 60, years: [2023, 2024], seed: 9, faults: 0, breaks: 0 })) {
    write(`more/${path}`, bytes);
  }
  const [one, many] = await Promise.all([
    summary('more', '--format', 'json', '--jobs', '1'),
    summary('more', '--format', 'json', '--jobs', '3'),
  ]);
  expect(many).toEqual(one);
  expect(parsed(many).reports).toHaveLength(120);
});

test('what a .zfxxgk.json ignores is in no sum', async () => {
  for (const [at, name] of ['a', 'draft'].entries()) write(`some/${name}.txt`, files[at * 2]?.bytes ?? '');
  write('some/.zfxxgk.json', '{ "ignore": ["draft*"] }');
  const { reports, skipped } = parsed(await summary('some', '--format', 'json'));
  expect(reports.map(({ path }) => path)).toEqual(['some/a.txt']);
  expect(skipped).toEqual([{ path: 'some/draft.txt', reason: 'ignored' }]);
});
