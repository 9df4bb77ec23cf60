import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOf, isSum } from '../../server/src/checks/finding.ts';
import { safeRepairs } from '../../server/src/checks/repair.ts';
import { cellSuspect } from '../../server/src/checks/rules/cell-suspect.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { fixesFor } from '../../server/src/features/fixes.ts';
import { oneFault, valueAt, withFault } from '../support/generate/fault.ts';
import { type Numbers, numbers } from '../support/generate/numbers.ts';
import { LAYOUTS, type Layout, render, type Style, style } from '../support/generate/render.ts';
import { analysed, cellOf, failing, holds, identitiesOf, placeOf } from './support.ts';

const report = fc.tuple(numbers, style);
const faulty = numbers.chain((given) => fc.tuple(fc.constant(given), oneFault(given), style));

/** What is read at every place of the generator: its span and number, or what else stands there. */
function readings(given: Numbers, layout: Layout, look: Style) {
  const rendered = render(given, layout, look);
  const { report: read } = analysed(rendered.text);
  return rendered.cells.map((place) => {
    const cell = cellOf(read, place);
    const value = cell?.reading.kind === 'number' ? cell.reading.value : cell?.reading.kind;
    return {
      expected: `${place.table}.${place.row}.${place.column} ${place.start}-${place.end} ${valueAt(given, place)}`,
      found: cell && `${placeOf(cell)} ${cell.span.start}-${cell.span.end} ${value}`,
    };
  });
}

describe.each(LAYOUTS)('a consistent report in the layout %s', (layout) => {
  test('gives no finding of any rule, whatever its style', () => {
    holds(
      fc.property(report, ([given, look]) => {
        const { findings } = analysed(render(given, layout, look).text);
        expect(findings.map(({ code }) => code)).toEqual([]);
      }),
    );
  });

  test('is read with each of its 200 values at exactly its place', () => {
    holds(
      fc.property(report, ([given, look]) => {
        const read = readings(given, layout, look);
        expect(read).toHaveLength(200);
        expect(read.map(({ found }) => found)).toEqual(read.map(({ expected }) => expected));
      }),
    );
  });
});

describe.each(LAYOUTS)('one changed cell in the layout %s', (layout) => {
  test('fails exactly the identities that it belongs to', () => {
    holds(
      fc.property(faulty, ([given, fault, look]) => {
        const analysis = analysed(withFault(render(given, layout, look), fault, look));
        expect(failing(analysis)).toEqual(identitiesOf(fault));
        const onSums = analysis.findings.filter(({ code }) => code !== 'cell-suspect');
        expect(onSums).toHaveLength(identitiesOf(fault).length);
      }),
    );
  });

  test('of table 3 is the suspect, and the preferred fix of each finding restores the text byte for byte', () => {
    holds(
      fc.property(faulty, ([given, fault, look]) => {
        fc.pre(fault.table === 3);
        const rendered = render(given, layout, look);
        const text = withFault(rendered, fault, look);
        const analysis = analysed(text);
        for (const finding of analysis.findings) {
          const suspect = isOf(finding, cellSuspect)
            ? finding.facts
            : isSum(finding)
              ? finding.facts.suspect
              : undefined;
          expect(suspect && `${placeOf(suspect.cell)} = ${suspect.value}`).toBe(
            `3.${fault.row}.${fault.column} = ${fault.right}`,
          );
          const preferred = fixesFor(analysis, finding, 'zh').filter((fix) => fix.preferred);
          expect(preferred).toHaveLength(1);
          expect(applyEdits(text, preferred[0]?.edits ?? [])).toBe(rendered.text);
        }
      }),
    );
  });

  test('is repaired without asking only when it is a total', () => {
    holds(
      fc.property(faulty, ([given, fault, look]) => {
        const rendered = render(given, layout, look);
        const text = withFault(rendered, fault, look);
        const analysis = analysed(text);
        const repaired = applyEdits(
          text,
          safeRepairs(analysis).map(({ edit }) => edit),
        );
        const total = fault.table === 4 ? fault.column % 5 === 4 : fault.column === 6 || fault.row >= 23;
        if (!total) expect(repaired).toBe(text);
        else if (fault.table === 3 && repaired !== text) expect(repaired).toBe(rendered.text);
        // In table 4 the prose has to agree, which does not speak of every total.
        else if (fault.table === 4) expect([text, rendered.text]).toContain(repaired);
      }),
    );
  });
});
