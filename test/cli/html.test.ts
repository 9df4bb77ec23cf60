import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CheckSourceOptions, checkSource } from '../../server/src/cli/check-source.ts';
import type { Input } from '../../server/src/cli/result.ts';
import { fileSource } from '../../server/src/cli/sources.ts';
import { type CheckAll, checkWithYearBefore } from '../../server/src/cli/year-before.ts';
import { elementsOf, gridsOf } from '../view/drawing.ts';
import { AGENCY, GOOD, odd, wrongTotal, YEAR } from './faults.ts';
import { newSandbox, type Sandbox } from './harness.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

const DRAWING: CheckSourceOptions = {
  ...{ fix: false, dryRun: false, countsFixes: false, showDismissed: false, follow: false, explain: false },
  ...{ lines: false, assumeReport: false, locale: 'zh', digest: true, drawing: true },
  parts: { values: false, related: false, data: false, fingerprints: false, fixes: false, ways: false },
};

/** What stands between the head of a page and its scripts. */
function bodyOf(page: string) {
  return elementsOf(page.slice(page.indexOf('<article'), page.lastIndexOf('</article>') + '</article>'.length));
}

describe('--format html', () => {
  test('is one page that needs nothing else: what may run or colour it is named by its hash', async () => {
    sandbox.write('html/a.txt', odd(wrongTotal(3)));
    sandbox.write('html/b.txt', GOOD);
    const { code, out, err } = await sandbox.run(['check', '--format', 'html', 'html']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const policy = /content="(default-src [^"]*)"/.exec(out)?.[1] ?? '';
    const hash = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split(';')).toEqual([
      "default-src 'none'",
      `style-src ${hash(/<style>(.*)<\/style>/s.exec(out)?.[1])}`,
      `script-src ${hash(/<script>(.*)<\/script>/s.exec(out)?.[1])}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(out).not.toMatch(/\s(?:src|style|on[a-z]+)=|url\(|@import|https?:/);
  });

  test('lists the reports with their counts and leads to each, then draws it with its findings', async () => {
    sandbox.write('many/a.txt', odd(wrongTotal(3)));
    sandbox.write('many/b.txt', GOOD);
    const { out } = await sandbox.run(['check', '--format', 'html', 'many']);
    const elements = bodyOf(out);
    const [index = []] = gridsOf(elements);
    expect(index[0]).toEqual(['年度', '机关', '错误', '警告', '其他', '文件']);
    expect(index.slice(1).map((row) => [row[1], row[2], row[5]])).toEqual([
      [AGENCY, '1', 'many/a.txt'],
      [AGENCY, '0', 'many/b.txt'],
    ]);
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of elements) if (attributes.href) expect(ids).toContain(attributes.href.slice(1));
    const listed = elements.filter(({ name }) => name === 'li').map(({ text }) => text);
    expect(listed.some((text) => text.includes('row-total'))).toBe(true);
  });

  test('draws every report once, beside the numbers of the year before', async () => {
    const years = [2023, 2024].map((year) => [year, GOOD.replaceAll(String(YEAR), String(year))] as const);
    const inputs = years.map(([year, text]) => fileSource(sandbox.write(`years/${year}.txt`, text), false));
    let drawn = 0;
    const check: CheckAll = async function* (given: readonly Input[], how) {
      for (const each of given) {
        if ('kind' in each) continue;
        const outcome = await checkSource(each, how, Readable.from([]));
        if (outcome.result.kind === 'report' && outcome.result.drawing !== undefined) drawn++;
        yield outcome;
      }
    };
    const drawings: string[] = [];
    for await (const { result } of checkWithYearBefore(inputs, DRAWING, check, () => {}))
      if (result.kind === 'report') drawings.push(result.drawing ?? '');
    expect(drawn).toBe(2);
    expect(drawings.map((drawing) => drawing.includes('2023 年报告：'))).toEqual([false, true]);
  });

  test('of one report is its drawing alone', async () => {
    sandbox.write('one/b.txt', GOOD);
    const { out } = await sandbox.run(['check', '--format', 'html', 'one/b.txt']);
    expect(out).not.toContain('<script');
    expect(bodyOf(out).filter(({ name }) => name === 'table').length).toBe(3);
  });

  test('names what was not checked, and why', async () => {
    sandbox.write('left/b.txt', GOOD);
    sandbox.write('left/c.pdf', 'no pdf at all');
    const { code, out } = await sandbox.run(['check', '--format', 'html', 'left']);
    expect(code).toBe(2);
    expect(bodyOf(out).find(({ name, text }) => name === 'li' && text.includes('left/c.pdf'))).toBeDefined();
  });
});
