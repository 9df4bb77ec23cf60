import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Analysis, analyse, withOthers } from '../../server/src/checks/analysis.ts';
import { relate, describe as word } from '../../server/src/checks/wording/index.ts';
import type { Digest, Predecessor, Spot } from '../../server/src/digest/digest.ts';
import { makeDigest } from '../../server/src/digest/make-digest.ts';
import { fixesFor } from '../../server/src/features/fixes.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { holds } from './support.ts';
import { anyText } from './texts.ts';

const TITLE = '砚泠市档案局2024年政府信息公开工作年度报告\n';

/** The analysis of a text below a title, and its digest. */
function read(text: string): { analysis: Analysis; digest: Digest } {
  const analysis = analyse(TITLE + text, { always: true });
  const digest = analysis && makeDigest(analysis);
  if (!analysis || !digest) throw new Error('a text below a title has a digest');
  return { analysis, digest };
}

const earlier = (digest: Digest): Predecessor => ({
  file: { uri: 'file:///a/上年.txt', name: '上年.txt' },
  digest: { ...digest, year: 2023 },
});

function spotsOf({ carriedIn, carriedOut, documents, prose }: Digest): Spot[] {
  const rows = documents.flatMap(({ issued, abolished, valid }) => [issued, abolished, valid]);
  return [...carriedIn, ...carriedOut, ...rows, ...prose.map(({ heading }) => heading)];
}

test('any text has a digest whose places lie in it, by offset and by line alike', () => {
  holds(
    fc.property(anyText, (text) => {
      const { analysis, digest } = read(text);
      const { lines } = analysis.report;
      for (const { start, end, line, character, endLine, endCharacter } of spotsOf(digest)) {
        expect(start <= end && end <= analysis.report.text.length).toBe(true);
        expect([lines.start(line), lines.start(endLine)]).toEqual([start - character, end - endCharacter]);
      }
    }),
    150,
  );
});

test('any two texts are compared without throwing, and nothing is found outside the later one', () => {
  holds(
    fc.property(anyText, anyText, (now, before) => {
      const { analysis, digest } = read(now);
      const linked = withOthers(analysis, digest, { predecessor: earlier(read(before).digest) });
      const { length } = analysis.report.text;
      for (const finding of linked.findings.filter((each) => !analysis.findings.includes(each))) {
        expect(finding.span.end).toBeLessThanOrEqual(length);
        for (const locale of ['zh', 'en'] as const) {
          const said = [word(finding, locale), ...relate(finding, locale).map(({ message }) => message)];
          expect(said.join()).not.toMatch(/undefined|NaN|\[object/);
        }
        for (const { edits } of fixesFor(linked, finding, 'zh'))
          for (const { span } of edits) expect(span.end).toBeLessThanOrEqual(length);
        expect(hoverAt(linked, finding.span.start, 'zh')?.markdown ?? '').not.toMatch(/undefined|NaN/);
      }
    }),
    100,
  );
});

test('a report beside itself as the year before is a copy, and carries over what it takes in or is told of it', () => {
  holds(
    fc.property(anyText, (text) => {
      const { analysis, digest } = read(text);
      const codes = withOthers(analysis, digest, { predecessor: earlier(digest) }).findings.map(({ code }) => code);
      expect(codes.filter((code) => code === 'copied-text')).toHaveLength(digest.prose.length);
      const differs = digest.carriedIn.filter(({ value }, at) => {
        const out = digest.carriedOut[at]?.value ?? null;
        return value !== null && out !== null && value !== out;
      });
      expect(codes.filter((code) => code === 'carryover-mismatch')).toHaveLength(differs.length);
    }),
    100,
  );
});
