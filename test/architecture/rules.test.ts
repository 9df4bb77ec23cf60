import { describe, expect, test } from 'vitest';
import { RULE_CODES } from '../../server/src/checks/rules/index.ts';
import { filesIn, read } from './sources.ts';

const PAGES = filesIn('docs/rules', '.md');
/** All tests in marked text; a test names what it expects as `⟦…⟧{code}` or by the code itself. */
const MARKED = [...filesIn('test/checks', '.test.ts'), ...filesIn('test/report', '.test.ts')].map(read).join('\n');

test('the list holds every rule that has a file, and each file is named after its rule', () => {
  const files = filesIn('server/src/checks/rules', '.ts').map((path) => path.replace(/^.*\/(.*)\.ts$/, '$1'));
  expect(files.filter((name) => name !== 'index').sort()).toEqual([...RULE_CODES].sort());
});

test('every code stands in one rule only', () => {
  expect(RULE_CODES).toEqual([...new Set(RULE_CODES)]);
});

describe.each(RULE_CODES)('the rule %s', (code) => {
  test('has a page that says when it strikes, with an example and the reason', () => {
    expect(PAGES).toContain(`docs/rules/${code}.md`);
    const page = read(`docs/rules/${code}.md`);
    expect(page).toMatch(new RegExp(`^# .*${code}`, 'm'));
    expect(page.match(/^## /gm)?.length ?? 0).toBeGreaterThanOrEqual(3);
    expect(page).toContain('```');
  });

  test('is expected by a test in marked text', () => {
    const mark = new RegExp(`⟧\\{[^}]*(?<![\\w-])${code}(?![\\w-])[^}]*\\}|['"\`]${code}['"\`]`);
    expect(mark.test(MARKED)).toBe(true);
  });
});

test('no page is left over from a rule that is gone', () => {
  const codes = PAGES.map((path) => path.replace(/^docs\/rules\/(.*)\.md$/, '$1'));
  expect(codes.filter((code) => code !== 'README' && !(RULE_CODES as readonly string[]).includes(code))).toEqual([]);
});
