import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { ALL, mustAnalyse } from '../support/analysis.ts';
import { findFix } from '../support/check-fix.ts';
import type { Layout } from '../support/generate/render.ts';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

const SECTIONS = [1, 2, 3, 4, 5, 6];
const ENDS = { 'line feeds': '\n', 'Windows line ends': '\r\n' } as const;

/** The report without some sections, with these line ends, trimmed where the last line has no end. */
function without(layout: Layout, sections: readonly number[], newline = '\n'): string {
  const headings = Object.fromEntries(sections.map((number) => [number, undefined]));
  return readMarked(report({ layout, headings })).text.replaceAll('\n', newline);
}

/** What an inserted section cannot hold yet: the aspects of 总体情况, and what 六 must say of 信息处理费. */
const UNWRITTEN = ['aspect-missing', 'fee-statement-missing', 'section-empty'];

/** A section, or all that a table at the end of the text should be followed by. */
function insert(text: string): string {
  const analysis = mustAnalyse(text);
  const cut = analysis.findings.some(({ code }) => code === 'text-cut-off');
  return applyEdits(text, findFix(analysis, cut ? '补上第' : '补上“').edits);
}

describe.each([...ALL, 'csv'] as const)('in the layout %s', (layout) => {
  describe.each(Object.entries(ENDS))('with %s', (_, newline) => {
    test.each(SECTIONS)('section %i is inserted where it belongs', (number) => {
      const before = without(layout, [number], newline);
      const after = insert(before);
      const { report: read, findings } = mustAnalyse(after);
      expect(read.sections.map((section) => section.form.number)).toEqual(SECTIONS);
      // A table of zeros balances.
      expect(findings.filter(({ code }) => !UNWRITTEN.includes(code))).toEqual([]);
      expect(read.tables.map((table) => table.rows.every((row) => row?.cells.length))).toEqual([true, true, true]);
      expect(after.split(newline).join('')).not.toMatch(/[\r\n]/);
    });
  });

  test('the text around an inserted section stays', () => {
    for (const number of SECTIONS) {
      const before = without(layout, [number]);
      const { edits } = findFix(mustAnalyse(before), '补上');
      const [edit] = edits;
      expect(edits).toHaveLength(1);
      expect(edit?.span.start).toBe(edit?.span.end);
    }
  });

  test('sections are inserted one after the other until all six are there', () => {
    for (const lost of [
      [1, 2],
      [2, 3, 4],
      [5, 6],
      [1, 3, 5],
      [2, 4, 6],
      [2, 3, 4, 5, 6],
    ]) {
      let text = without(layout, lost);
      const complete = () => mustAnalyse(text).report.sections.length === SECTIONS.length;
      // Behind a table that ends the text, one fix inserts all that should follow.
      for (let left = lost.length; left > 0 && !complete(); left--) text = insert(text);
      const { findings } = mustAnalyse(text);
      expect(findings.filter(({ code }) => !UNWRITTEN.includes(code))).toEqual([]);
    }
  });

  test('the last section is inserted behind a text that does not end its last line', () => {
    const after = insert(without(layout, [6]).trimEnd());
    expect(after).toMatch(/补齐。\n\n(?:## )?六、其他需要报告的事项\n$/);
    expect(mustAnalyse(after).findings.map(({ code }) => code)).toEqual(['fee-statement-missing', 'section-empty']);
  });
});

test('an inserted heading bears the Markdown signs of its neighbours', () => {
  expect(insert(without('mdtsv', [2]))).toContain('\n## 二、主动公开政府信息情况\n');
  expect(insert(without('tsv', [2]))).toContain('\n二、主动公开政府信息情况\n');
});

test('a section without a table is inserted as its heading, for the text is the clerk’s to write', () => {
  expect(insert(without('tsv', [5]))).toContain('\n五、存在的主要问题及改进情况\n\n六、');
});
