import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, changeCell, oneFault, valueAt, withFault } from './fault.ts';
import { numbers } from './numbers.ts';
import { LAYOUTS, render, style, valueText } from './render.ts';

const layout = fc.constantFrom(...LAYOUTS);

describe('fault', () => {
  const faulty = numbers.chain((given) => fc.tuple(fc.constant(given), oneFault(given)));

  test('changes one cell of table 3 or 4 into another whole number ≥ 0', () => {
    fc.assert(
      fc.property(faulty, layout, style, ([given, fault], name, look) => {
        expect(fault.right).toBe(valueAt(given, fault));
        expect(fault.wrong).not.toBe(fault.right);
        expect(Number.isSafeInteger(fault.wrong) && fault.wrong >= 0).toBe(true);
        const rendered = render(given, name, look);
        const cell = cellAt(rendered, fault);
        const text = withFault(rendered, fault, look);
        const wrong = valueText(fault.wrong, look);
        expect(text.slice(cell.start, cell.start + wrong.length)).toBe(wrong);
        const back = { ...rendered, text };
        expect(
          changeCell(back, { start: cell.start, end: cell.start + wrong.length }, valueText(fault.right, look)),
        ).toBe(rendered.text);
      }),
    );
  });

  test('comes in every kind', () => {
    const kinds = fc.sample(faulty, { seed: 5, numRuns: 400 }).map(([, fault]) => fault.kind);
    expect([...new Set(kinds)].sort()).toEqual(['doubled', 'dropped', 'less', 'more', 'random', 'swapped', 'zeroed']);
  });
});
