import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/checks/finding.ts';
import { RULE_CODES, RULES } from '../../server/src/checks/rules/index.ts';
import { compareWith, mustAnalyse } from '../support/analysis.ts';
import { completed, completedBefore, type Example, PAGE_CODES, readPage, readText } from './pages.ts';

const HEADINGS = ['触发条件', '为什么', '错误示例', '正确示例', '怎么改', '如何关闭', 'English'];
const LEVELS = { error: '错误', warning: '警告', information: '信息', hint: '提示' };

function findingsIn(example: Example, code?: string): readonly Finding[] {
  // What is off by default is on for its own page, and what a page sets counts for its examples.
  const demands = code === undefined ? {} : { ...readPage(code).profile, also: [code] };
  const analysis = mustAnalyse(completed(example), demands);
  const before = completedBefore(example);
  return (before === undefined ? analysis : compareWith(analysis, before)).findings;
}

const codesIn = (example: Example, page: string) =>
  [...new Set(findingsIn(example, page).map(({ code }) => code))].sort();

test('every rule has a page, and every page a rule', () => {
  expect(PAGE_CODES).toEqual([...RULE_CODES].sort());
});

test('the index lists every rule once, with the level and the name of its page', () => {
  const rows = [...readText('README.md').matchAll(/^\| \[(.*)\]\((.*)\.md\) \| (.*) \| (.*) \|$/gm)];
  expect(rows.map(([, code, link]) => [code, link])).toEqual(RULE_CODES.map((code) => [code, code]));
  for (const [, code = '', , level, name] of rows) {
    const page = readPage(code);
    expect([page.title, page.level]).toEqual([`# ${code} ${name}`, level]);
    expect(name).toBe(RULES.find((rule) => rule.code === code)?.title.zh);
  }
});

test('the report that examples are put into has no fault', () => {
  const example = { codes: [], text: '一、总体情况' };
  expect(findingsIn(example)).toEqual([]);
  expect(findingsIn({ ...example, before: '一、总体情况' })).toEqual([]);
});

describe.each(RULE_CODES)('the page of %s', (code) => {
  const page = readPage(code);

  test('has all its parts, and says how to turn the rule off', () => {
    expect(page.headings).toEqual(HEADINGS);
    expect(page.title).toMatch(new RegExp(`^# ${code} \\S`));
    expect(readText(`${code}.md`)).toContain(`{ "zfxxgk.rules": { "${code}": "off" } }`);
  });

  test('links to pages only that are there', () => {
    const links = [...readText(`${code}.md`).matchAll(/\]\(([^)]*)\.md\)/g)].map(([, link]) => link);
    expect(links.filter((link) => link === undefined || !PAGE_CODES.includes(link))).toEqual([]);
  });

  test('shows bad examples that give its code, and no other than those it names', () => {
    expect(page.bad.length).toBeGreaterThan(0);
    for (const example of page.bad) {
      expect(example.codes).toContain(code);
      expect(codesIn(example, code), example.text).toEqual([...example.codes].sort());
    }
  });

  test('names the levels that its bad examples have', () => {
    const findings = page.bad.flatMap((example) => findingsIn(example, code));
    const levels = findings.filter((finding) => finding.code === code).map(({ severity }) => LEVELS[severity]);
    expect([...new Set(page.level.match(/错误|警告|信息|提示/g))].sort()).toEqual([...new Set(levels)].sort());
  });

  test('shows good examples in which nothing is found', () => {
    expect(page.good.length).toBeGreaterThan(0);
    for (const example of page.good) expect(codesIn(example, code), example.text).toEqual([]);
  });
});
