import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../../scripts/page.mjs';

const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-page-'));
let page = '';
beforeAll(async () => {
  page = readFileSync(await buildPage(folder), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the page that needs no editor', () => {
  test('is one file of less than 1 MB that may reach nothing', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy.split(';')).toEqual(expect.arrayContaining(["default-src 'none'", "connect-src 'none'"]));
    const markup = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '');
    expect(markup).not.toMatch(/<(?:script|link|img|iframe)\b[^>]*(?:src|href)=/);
  });

  test('holds the notices of the packages that it consists of', () => {
    const [, notices = ''] = /<!--\n([\s\S]*)-->\n$/.exec(page) ?? [];
    for (const name of ['buffer', 'fflate', 'saxes', 'postal-mime'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
