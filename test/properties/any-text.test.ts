import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import { relate, describe as word } from '../../server/src/checks/wording/index.ts';
import { fixesFor, sourceFixes } from '../../server/src/features/fixes.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { foldingSpans, type OutlineItem, outline } from '../../server/src/features/symbols.ts';
import { parseReport } from '../../server/src/report/parse.ts';
import { readsLikeReport } from '../../server/src/report/skim.ts';
import type { Span } from '../../server/src/text/span.ts';
import { readValue } from '../../server/src/text/value.ts';
import { spansOf } from '../support/lines.ts';
import { cellsOf, holds } from './support.ts';
import { anyText } from './texts.ts';

/** The language mode says that the text is a report, so that texts without headings are read as well. */
function forced(text: string): Analysis {
  const analysis = analyse(text, { always: true });
  if (!analysis) throw new Error('a text in the language mode is always a report');
  return analysis;
}

function spansIn(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
    expect(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`).toBe(true);
  }
}

const withChildren = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.flatMap((item) => [item, ...withChildren(item.children)]);

test('any text is read without throwing, and every span of its report lies in it', () => {
  holds(
    fc.property(anyText, (text) => {
      const { report } = forced(text);
      const rows = report.tables.flatMap((table) => table.rows.flatMap((row) => row ?? []));
      spansIn(text, spansOf(report.lines));
      spansIn(text, report.title ? [report.title.span] : []);
      spansIn(
        text,
        report.sections.flatMap(({ heading, ordinal, span, body }) => [heading, ordinal, span, body]),
      );
      spansIn(
        text,
        report.tables.flatMap(({ span, unknown }) => [span, ...unknown.map((row) => row.span)]),
      );
      spansIn(
        text,
        rows.flatMap(({ span, label }) => [span, ...label]),
      );
      spansIn(
        text,
        cellsOf(report).map(({ span }) => span),
      );
    }),
    200,
  );
});

test('any text gives findings, messages, fixes, hovers and an outline that lie in it', () => {
  holds(
    fc.property(anyText, (text) => {
      const analysis = forced(text);
      const { report, findings } = analysis;
      spansIn(
        text,
        findings.map(({ span }) => span),
      );
      for (const finding of findings.slice(0, 30)) {
        for (const locale of ['zh', 'en'] as const) {
          expect(word(finding, locale)).not.toMatch(/undefined|NaN|\[object/);
          spansIn(
            text,
            relate(finding, locale).map(({ span }) => span),
          );
          for (const fix of fixesFor(analysis, finding, locale))
            spansIn(
              text,
              fix.edits.map(({ span }) => span),
            );
        }
      }
      for (const fix of sourceFixes(analysis, 'zh'))
        spansIn(
          text,
          fix.edits.map(({ span }) => span),
        );
      for (const { span, selection } of withChildren(outline(report))) spansIn(text, [span, selection]);
      spansIn(text, foldingSpans(report));
      for (let offset = 0; offset <= text.length; offset += 37) {
        const hover = hoverAt(analysis, offset, 'zh');
        if (hover) spansIn(text, [hover.span]);
        expect(hover?.markdown ?? '').not.toMatch(/undefined|NaN/);
      }
    }),
    150,
  );
});

test('the span of every cell slices to its own value, and no two cells overlap', () => {
  holds(
    fc.property(anyText, (text) => {
      const { report } = forced(text);
      let end = -1;
      for (const cell of cellsOf(report).sort((a, b) => a.span.start - b.span.start)) {
        const { span, reading, table, row, column } = cell;
        const kind = report.tables.find(({ number }) => number === table)?.form.rows[row]?.columns[column]?.kind;
        const written = text.slice(span.start, span.end);
        expect(readValue(written, 0, written.length, kind ?? 'count')).toEqual(reading);
        if (reading.kind !== 'blank' || reading.mark) expect(written).toBe(written.trim());
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
    }),
    200,
  );
});

test('reading is deterministic, and a text that is no report is one for nobody', () => {
  holds(
    fc.property(anyText, (text) => {
      const [once, twice] = [analyse(text), analyse(text)];
      expect(twice).toEqual(once);
      expect(readsLikeReport(text)).toBe(once !== undefined);
      expect(parseReport(text) === undefined).toBe(once === undefined);
    }),
    100,
  );
});
