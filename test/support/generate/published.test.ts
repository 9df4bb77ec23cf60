import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Numbers } from './numbers.ts';
import { type Layout, plainStyle, render, type Style } from './render.ts';

const PUBLISHED = new URL('../../../../shared/reports/real/', import.meta.url);
const missing = existsSync(PUBLISHED) ? '' : ' (skipped: the published reports are not beside this folder)';

/** The non-empty lines from the heading of section 三 to that of section 五, without Markdown marks. */
function lines(text: string): string[] {
  const part = text.slice(text.indexOf('三、收到和处理'), text.indexOf('五、存在的'));
  return part.split('\n').flatMap((line) => (line === '' ? [] : line.replace(/^#+ /, '')));
}

function published(number: string): string[] {
  const name = readdirSync(PUBLISHED).find((file) => file.startsWith(number)) ?? '';
  return lines(readFileSync(new URL(name, PUBLISHED), 'utf8'));
}

/** Numbers of table 3 from lines of fields between tabs; the other tables of these reports hold only zeros. */
function numbersIn(rows: readonly string[]): Numbers {
  const values = rows.map((row) => row.split('\t').filter((field) => /^\d+$/.test(field)));
  const table3 = values.filter((row) => row.length === 7).map((row) => row.map(Number));
  const table2 = [[0, 0, 0], [0, 0, 0], [0], [0], [0], [0]];
  return { agency: '某机关', year: 2024, table2, table3, table4: Array.from({ length: 15 }, () => 0) };
}

const shifted: Style = { ...plainStyle, punctuation: 'ascii', labelSpace: true, brokenHeads: 'all' };

test.skipIf(missing !== '').each<[string, Layout, Style]>([
  ['001', 'tsv', { ...shifted, shift: 'short' }],
  ['002', 'mdtsv', { ...shifted, shift: 'offset' }],
])(
  `a style of the generator gives the tables of published report %s in the layout %s${missing}`,
  (number, layout, look) => {
    const expected = published(number);
    const given = numbersIn(expected);
    expect(given.table3).toHaveLength(25);
    expect(lines(render(given, layout, look).text)).toEqual(expected);
  },
);
