import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { describe as word } from '../../server/src/checks/wording/index.ts';

const FOLDER = new URL('../../examples/', import.meta.url);

/** What is found in each example, in the order of its text. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '青岚县统计局-2024.txt': ['cell-suspect', 'row-total', 'outcome-total', 'review-total', 'section-numbering'],
  '云岫岭镇人民政府-2025.txt': [
    'aspect-missing',
    'cell-suspect',
    'cell-suspect',
    'cell-blank',
    'carry-balance',
    'carry-balance',
  ],
  '云麓区教育局-2024.md': ['cell-invalid', 'row-total', 'outcome-total', 'carry-balance', 'section-missing'],
  '栖梧街道办事处-2025.txt': [
    'row-total',
    'cell-suspect',
    'row-total',
    'outcome-total',
    'carry-balance',
    'review-total',
  ],
  '栖云县水利局-2024.md': [],
};

/** Which way of separating cells each example shows. */
const LAYOUTS: Readonly<Record<string, string>> = {
  '青岚县统计局-2024.txt': 'spaced',
  '云岫岭镇人民政府-2025.txt': 'tsv',
  '云麓区教育局-2024.md': 'tsv',
  '栖梧街道办事处-2025.txt': 'cells',
  '栖云县水利局-2024.md': 'pipes',
};

const LEVELS = { error: '错误', warning: '警告', information: '信息', hint: '提示' };

function readExample(name: string) {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const analysis = analyse(text);
  if (!analysis) throw new Error(`${name} was not taken for a report`);
  return { text, ...analysis };
}

/** What examples/README.md says of an example, without the text in front of its list. */
function listedInReadme(name: string): string[] {
  const sections = readFileSync(new URL('README.md', FOLDER), 'utf8').split(/^## /m);
  const section = sections.find((each) => each.startsWith(name)) ?? '';
  return section.split('\n').filter((line) => line.startsWith('- 第 '));
}

test('every example is listed here', () => {
  const names = readdirSync(FOLDER).filter((name) => name !== 'README.md');
  expect(names.sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(Object.keys(EXPECTED))('the example %s', (name) => {
  const { text, report, findings } = readExample(name);

  test('is read completely, in its layout', () => {
    expect(report.tables.map(({ number, layout }) => [number, layout])).toEqual(
      [2, 3, 4].map((at) => [at, LAYOUTS[name]]),
    );
    const counts = report.tables.map(({ rows }) => rows.map((row) => row?.cells.length));
    expect(counts).toEqual([[3, 3, 1, 1, 1, 1], Array.from({ length: 25 }, () => 7), [15]]);
  });

  test('has the mistakes that were hidden in it, and no other', () => {
    expect(findings.map(({ code }) => code)).toEqual(EXPECTED[name]);
  });

  test('is told of in README.md in the words of the tool', () => {
    const said = findings.map((finding) => {
      const line = text.slice(0, finding.span.start).split('\n').length;
      return `- 第 ${line} 行，${LEVELS[finding.severity]} \`${finding.code}\`：${word(finding, 'zh')}`;
    });
    expect(listedInReadme(name)).toEqual(said);
  });
});
