import { expect } from 'vitest';
import type { Analysis } from '../../server/src/checks/analysis.ts';
import { safeRepairs } from '../../server/src/checks/repair.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { type Fix, fixesFor, sourceFixes } from '../../server/src/features/fixes.ts';
import { mustAnalyse } from './analysis.ts';
import { foundIn, readMarked } from './marked.ts';

/** The one fix whose title contains `title`; the names of all fixes when there is none, or more than one kind. */
export function findFix(analysis: Analysis, title: string): Fix {
  const fixes = analysis.findings.flatMap((finding) => fixesFor(analysis, finding, 'zh'));
  const all = [...fixes, ...sourceFixes(analysis, 'zh')];
  const fix = all.find((each) => each.title.includes(title));
  if (!fix) throw new Error(`no fix is called ${title}; there are ${all.map((each) => each.title).join(' | ')}`);
  return fix;
}

/**
 * Applies the fix whose title contains `title` to a marked text, compares the whole text with `after` and analyses it
 * again: `after` bears the marks of what is still found then.
 */
export function checkFix(marked: string, title: string, after: string): Fix {
  const { text } = readMarked(marked);
  const fix = findFix(mustAnalyse(text), title);
  const expected = readMarked(after);
  const fixed = applyEdits(text, fix.edits);
  expect(fixed).toBe(expected.text);
  expect(foundIn(fixed, mustAnalyse(fixed))).toEqual(expected.expected);
  return fix;
}

/** Titles of the fixes of the finding with this index, the preferred one with a star. */
export function titles(marked: string, finding = 0): string[] {
  const analysis = mustAnalyse(readMarked(marked).text);
  const found = analysis.findings[finding];
  return found ? fixesFor(analysis, found, 'zh').map((fix) => `${fix.preferred ? '*' : ''}${fix.title}`) : [];
}

/** The text after `source.fixAll.zfxxgk`, which must change nothing more when it runs again. */
export function fixAll(marked: string): string {
  const { text } = readMarked(marked);
  const fixed = applyEdits(
    text,
    safeRepairs(mustAnalyse(text)).map(({ edit }) => edit),
  );
  expect(safeRepairs(mustAnalyse(fixed))).toEqual([]);
  return fixed;
}
