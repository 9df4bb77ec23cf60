import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTables } from '../../server/src/edits/align/index.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { readsAlike } from '../../server/src/edits/same-reading.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { LAYOUTS, render, style } from '../support/generate/render.ts';
import { analysed, holds, outline } from './support.ts';

const OPTIONS = { tabSize: 4 };

/** What is left when blanks are taken away, and the dashes of a Markdown rule made as short as they can be. */
const bare = (text: string) => text.replace(/[ \u3000]/g, '').replace(/-{3,}/g, '---');

/**
 * 整理表格 moves cells and changes none: the same characters but for blanks, the same reading, the same findings; and what was
 * put in order is left alone.
 */
describe.each(LAYOUTS)('aligned tables in the layout %s', (layout) => {
  test('are read as before, and stay as they are', () => {
    const anyText = fc.tuple(anyNumbers, style).map(([numbers, look]) => render(numbers, layout, look).text);
    holds(
      fc.property(anyText, (text) => {
        const before = analysed(text);
        const aligned = applyEdits(text, alignTables(before.report, OPTIONS));
        const after = analysed(aligned);
        expect(bare(aligned)).toBe(bare(text));
        expect(readsAlike(before.report, after.report)).toBe(true);
        expect(outline(after)).toEqual(outline(before));
        expect(alignTables(after.report, OPTIONS)).toEqual([]);
      }),
    );
  });
});
