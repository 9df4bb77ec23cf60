import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../server/src/checks/claims.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { fixesFor } from '../../server/src/features/fixes.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { LAYOUTS, render, style } from '../support/generate/render.ts';
import { countText } from '../support/generate/style.ts';
import { analysed, holds } from './support.ts';

const report = fc.tuple(anyNumbers, style);

/** A number that none of the meanings of a claim has. */
const otherThan = ({ candidates }: Comparison, more: number): number =>
  1 + more + Math.max(0, ...candidates.map(({ value }) => value ?? 0));

describe.each(LAYOUTS)('the prose of random reports in the layout %s', (layout) => {
  test('is read completely: every number that it claims, in order, and each agrees with its table', () => {
    holds(
      fc.property(report, ([given, look]) => {
        const { text, claims } = render(given, layout, look);
        const { prose, findings } = analysed(text);
        const found = prose.comparisons;
        const certain = found.filter(({ claim }) => claim.doubts.length === 0);
        expect(certain.map(({ claim }) => claim.value)).toEqual(claims);
        expect(found.filter(({ outcome }) => outcome === 'unequal')).toEqual([]);
        expect(certain.map(({ outcome }) => outcome)).toEqual(claims.map(() => 'equal'));
        expect(findings).toEqual([]);
      }),
      60,
    );
  });

  test('with one number changed has exactly one prose-mismatch, which its fix takes away', () => {
    holds(
      fc.property(report, fc.nat(), fc.nat(500), ([given, look], choice, more) => {
        const { text } = render(given, layout, look);
        const found = analysed(text).prose.comparisons.filter(
          ({ claim }) => claim.doubts.length === 0 && claim.writing !== 'words',
        );
        const chosen = found[choice % found.length];
        if (!chosen) return;
        const { span } = chosen.claim;
        const written = countText(otherThan(chosen, more), { ...look, proseSpace: false });
        const changed = applyEdits(text, [{ span, newText: written }]);
        const analysis = analysed(changed);
        const places = analysis.findings.map(({ code, span: { start, end } }) => [code, start, end]);
        expect(places).toEqual([['prose-mismatch', span.start, span.start + written.length]]);
        const left = analysis.findings.flatMap((finding) =>
          fixesFor(analysis, finding, 'zh').map(({ edits }) => analysed(applyEdits(changed, edits)).findings.length),
        );
        expect(left.length).toBeGreaterThan(0);
        expect(left.every((count) => count === 0)).toBe(true);
      }),
      60,
    );
  });
});
