import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identitiesIn } from '../../server/src/checks/identities.ts';
import { recompute, safeRepairs } from '../../server/src/checks/repair.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { numberIn } from '../../server/src/report/report.ts';
import { changeCell, oneFault, withFault } from '../support/generate/fault.ts';
import { numbers } from '../support/generate/numbers.ts';
import { LAYOUTS, render, type Style, style, valueText } from '../support/generate/render.ts';
import { analysed, cellsOf, failing, holding, holds, outline, placeOf } from './support.ts';

const faulty = numbers.chain((given) => fc.tuple(fc.constant(given), oneFault(given), style));

/** A report in which up to six cells hold any number. */
const scrambled = fc
  .tuple(
    numbers,
    fc.constantFrom(...LAYOUTS),
    style,
    fc.array(fc.tuple(fc.integer({ min: 10, max: 199 }), fc.nat(60)), { minLength: 1, maxLength: 6 }),
  )
  .map(([given, layout, look, changes]) => {
    const rendered = render(given, layout, look);
    // From the last cell to the first, so that the places before a change still hold.
    const ordered = [...new Map(changes)].sort(([a], [b]) => b - a);
    return ordered.reduce((text, [index, value]) => {
      const cell = rendered.cells[index];
      return cell ? changeCell({ ...rendered, text }, cell, valueText(value, look)) : text;
    }, rendered.text);
  });

const TWINS: Readonly<Record<string, Partial<Style>>> = {
  'Windows line ends': { newline: '\r\n' },
  'a byte order mark': { bom: true },
  'full-width digits': { digits: 'fullwidth' },
  'thousands separators': { thousands: ',' },
  'full-width thousands separators': { thousands: '，' },
  'blanks around values': { padding: true },
  'ASCII brackets': { punctuation: 'ascii', labelSpace: true },
};

describe.each(LAYOUTS)('in the layout %s', (layout) => {
  test.each(Object.entries(TWINS))('%s make no difference to what is found', (_, change) => {
    holds(
      fc.property(faulty, ([given, fault, look]) => {
        const found = (each: Style) => outline(analysed(withFault(render(given, layout, each), fault, each)));
        expect(found({ ...look, ...change })).toEqual(found(look));
      }),
      12,
    );
  });
});

describe('fixAll', () => {
  const fixed = (text: string) =>
    applyEdits(
      text,
      safeRepairs(analysed(text)).map(({ edit }) => edit),
    );

  test('twice equals once', () => {
    holds(
      fc.property(scrambled, (text) => {
        expect(fixed(fixed(text))).toBe(fixed(text));
      }),
    );
  });

  test('changes only totals, each one once', () => {
    holds(
      fc.property(scrambled, (text) => {
        const analysis = analysed(text);
        const totals = new Set(identitiesIn(analysis.report).map(({ total }) => total));
        const repairs = safeRepairs(analysis);
        for (const { cell } of repairs) expect(totals.has(cell), placeOf(cell)).toBe(true);
        expect(new Set(repairs.map(({ cell }) => cell)).size).toBe(repairs.length);
      }),
    );
  });

  test('breaks no sum that held, and leaves every other number as it was', () => {
    holds(
      fc.property(scrambled, (text) => {
        const before = analysed(text);
        const after = analysed(fixed(text));
        const kept = holding(after);
        for (const each of holding(before)) expect(kept).toContain(each);
        const repaired = new Map(safeRepairs(before).map(({ cell, value }) => [placeOf(cell), value]));
        expect(cellsOf(after.report).map(numberIn)).toEqual(
          cellsOf(before.report).map((cell) => repaired.get(placeOf(cell)) ?? numberIn(cell)),
        );
      }),
    );
  });
});

describe('recomputing all totals', () => {
  const recomputed = (text: string) =>
    applyEdits(
      text,
      recompute(analysed(text), () => true).map(({ edit }) => edit),
    );

  test('twice equals once', () => {
    holds(
      fc.property(scrambled, (text) => {
        expect(recomputed(recomputed(text))).toBe(recomputed(text));
      }),
    );
  });

  test('leaves nothing but balances to settle', () => {
    holds(
      fc.property(scrambled, (text) => {
        const left = failing(analysed(recomputed(text)));
        expect(left.filter((each) => !each.startsWith('carry-balance'))).toEqual([]);
      }),
    );
  });
});
