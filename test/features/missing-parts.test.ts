import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { insertMissing, tellsOfMissing } from '../../server/src/features/missing-parts.ts';
import { ASPECTS } from '../../server/src/report/forms/sections.ts';
import { ALL, mustAnalyse } from '../support/analysis.ts';
import type { Layout } from '../support/generate/render.ts';
import { readMarked } from '../support/marked.ts';
import { type Parts, report } from '../support/report.ts';

const NUMBERED = ASPECTS.map(({ name }, at) => `（${'一二三四五'[at]}）${name}。全年照章办理，逐月登记。`);

/** What is left out of a report: section 一 keeps three of its sub-headings, or a sentence alone. */
const LACKING: readonly (readonly [name: string, parts: Parts])[] = [
  ['two sections that follow each other', { headings: { 3: undefined, 4: undefined } }],
  ['the last sections', { headings: { 5: undefined, 6: undefined } }],
  ['sections here and there', { headings: { 2: undefined, 4: undefined, 6: undefined } }],
  ['a section and aspects', { one: NUMBERED.slice(0, 3).join('\n'), headings: { 5: undefined } }],
  ['the first two sections', { headings: { 1: undefined, 2: undefined } }],
  ['a section and all aspects', { one: '全年照章办理，逐月登记。', headings: { 2: undefined } }],
  ['tables', { two: '', four: '' }],
  ['a table, a section and aspects', { one: NUMBERED.slice(0, 3).join('\n'), three: '', headings: { 6: undefined } }],
];

/** Fees and problems are the clerk's to write; a section that was lost comes without its aspects. */
const UNWRITTEN = ['fee-statement-missing', 'section-empty'];

function inserted(text: string): string {
  const fix = insertMissing(mustAnalyse(text), 'zh');
  if (!fix) throw new Error('nothing is offered');
  return applyEdits(text, fix.edits);
}

describe.each([...ALL, 'csv'] as const)('in the layout %s', (layout: Layout) => {
  test.each(LACKING)('%s are put in in one step', (_, parts) => {
    for (const newline of ['\n', '\r\n']) {
      const { text } = readMarked(report({ ...parts, layout }));
      for (const before of [text, text.trimEnd()].map((each) => each.replaceAll('\n', newline))) {
        const after = inserted(before);
        const { report: read, findings } = mustAnalyse(after);
        expect(read.sections.map(({ form }) => form.number)).toEqual([1, 2, 3, 4, 5, 6]);
        expect(read.tables.map((table) => table.rows.every((row) => row?.cells.length))).toEqual([true, true, true]);
        const lostOne = parts.headings && 1 in parts.headings ? ['aspect-missing'] : [];
        expect(findings.filter(({ code }) => ![...UNWRITTEN, ...lostOne].includes(code))).toEqual([]);
        expect(after.split(newline).join('')).not.toMatch(/[\r\n]/);
      }
    }
  });
});

test('in HTML, too', () => {
  const { text } = readMarked(report({ layout: 'tsv', headings: { 5: undefined } }));
  const lines = text.split('\n').filter((line) => line !== '');
  const html = lines.map((line) => `<p>${line}</p>`).join('\n');
  const page = html.replace(/<p>（二）依申请公开。[^\n]*\n/, '').replace(/<p>（三）[^\n]*\n/, '');
  expect(mustAnalyse(page).findings.filter(tellsOfMissing).length).toBeGreaterThan(1);
  const { findings } = mustAnalyse(inserted(page));
  expect(findings.filter(tellsOfMissing)).toEqual([]);
});

test('is not offered for one part alone, nor puts in what the user has dismissed', () => {
  const { text } = readMarked(report({ headings: { 3: undefined, 5: undefined } }));
  const analysis = mustAnalyse(text);
  const [first, second] = analysis.findings.filter(tellsOfMissing);
  expect(insertMissing(analysis, 'zh')?.title).toBe('补上全部缺少的部分（2 处）');
  expect(first && second && insertMissing(analysis, 'zh', [first])).toBeUndefined();
});

test('nothing of what is there is altered', () => {
  const { text } = readMarked(report({ one: '略。', headings: { 2: undefined, 5: undefined }, four: '' }));
  for (const { span } of insertMissing(mustAnalyse(text), 'zh')?.edits ?? []) expect(span.start).toBe(span.end);
});
