import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { syntaxes, tokenize } from './marked.ts';

describe('hostile lines', () => {
  const units = [
    '（一）',
    '1.属于',
    '1,111,',
    '<a ',
    '\t',
    '局',
    '政府信息公开',
    '2024年',
    '存在的',
    '年',
    '# ',
    '申请人 ',
  ];

  test.each(units)('%j, thousands of times, costs little and leaves the next line alone', (unit) => {
    const long = unit.repeat(2000);
    const start = performance.now();
    for (const head of ['', '一、', '（一）', '1.', '云岭县2024年']) {
      expectColoursOfLastLine(`${head}${long}\n规章 5`);
      expectColoursOfLastLine(`二、主动公开政府信息情况\n${head}${long}\n规章 5`);
    }
    // Ten lines of 2,000 to 12,000 characters take well under a second; a pattern that backtracks takes minutes.
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('holds no {n,m}+, which in Oniguruma is a repeat of a repeat and not possessive', () => {
    expect(readFileSync(new URL('zfxxgk-report.tmLanguage.json', syntaxes), 'utf8')).not.toMatch(/\}[+*]/);
  });

  function expectColoursOfLastLine(text: string): void {
    const last = tokenize(text).at(-1);
    expect([last?.text, last?.kind === 'value' || last?.kind === 'number']).toEqual(['5', true]);
  }
});
