import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elementsOf, gridsOf } from '../view/drawing.ts';
import { AGENCY, GOOD, odd, wrongTotal } from './faults.ts';
import { newSandbox, type Sandbox } from './harness.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
}, 60_000);
afterAll(() => sandbox.remove());

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
