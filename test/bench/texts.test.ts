import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { applyAll } from '../lsp/editor.ts';
import { digitEdits, KB, MB, report, SHAPES, SMALL } from './texts.ts';

const values = (text: string) =>
  analyse(text)?.report.tables.map(({ rows }) => rows.flatMap((row) => row?.cells ?? []).length);

describe('the bench measures what it says', () => {
  test.each(SMALL)('a report of 6 KB, $name, is read completely', ({ text, bytes }) => {
    expect(values(text)).toEqual([10, 175, 15]);
    expect(analyse(text)?.findings).toEqual([]);
    expect(bytes / KB).toBeGreaterThan(6);
    expect(bytes / KB).toBeLessThan(7);
  });

  test.each(SHAPES)('a text of 1 MB: $name', ({ name, ofSize }) => {
    const { text, bytes } = ofSize(MB);
    expect(values(text)).toEqual(name === 'no report' ? undefined : [10, 175, 15]);
    expect(bytes / MB).toBeCloseTo(1, 1);
  });

  test('an edit changes one digit, and the next restores it', () => {
    const { text, ...sample } = report('cells', 6 * KB);
    const [edit, back] = digitEdits({ ...sample, text });
    if (!edit || !back) throw new Error('no digit to change');
    const changed = applyAll(text, [edit]);
    expect(changed).toHaveLength(text.length);
    expect(analyse(changed)?.findings).not.toEqual([]);
    expect(applyAll(changed, [back])).toBe(text);
  });
});
