import { describe, expect, test } from 'vitest';
import { type InlayHints, inlayHints } from '../../server/src/features/inlay-hints.ts';
import { ALL, analysisOf } from '../support/analysis.ts';
import { type Parts, writeTables } from '../support/report.ts';

const GIVEN = '（一）予以公开';

/** The text with its hints written into it, those of columns as `‹自然人›`. */
function hinted(parts: Parts, wanted: InlayHints): string {
  const { text, hints } = hintsIn(parts, wanted);
  let shown = text;
  for (const { offset, label } of [...hints].sort((a, b) => b.offset - a.offset))
    shown = `${shown.slice(0, offset)}‹${label}›${shown.slice(offset)}`;
  return shown;
}

function hintsIn(parts: Parts, wanted: InlayHints) {
  const analysis = analysisOf(parts);
  const { text } = analysis.report;
  const whole = { start: 0, end: text.length };
  return { text, hints: inlayHints(analysis, analysis.findings, wanted, whole, 'zh') };
}

describe.each(ALL)('a wrong total in the layout %s', (layout) => {
  test('is followed by what its addends come to', () => {
    const shown = hinted({ layout, three: `${GIVEN} | 8 0 0 0 4 0 13` }, 'totals');
    expect(shown.match(/\d+‹= [^›]*›/g)).toEqual(['13‹= 12 ✗›', '16‹= 17 ✗›']);
  });
});

test('a sum that holds, and a finding that is not shown, have no hint', () => {
  expect(hintsIn({}, 'totals').hints).toEqual([]);
  const analysis = analysisOf({ three: `${GIVEN} | 8 0 0 0 4 0 13` });
  expect(inlayHints(analysis, [], 'totals', { start: 0, end: 9999 }, 'zh')).toEqual([]);
});

test('the hint of a total that fails by row and column alike is one, and says both', () => {
  const { hints } = hintsIn({ three: '（七）总计 | 10 1 0 0 4 1 18' }, 'totals');
  expect(hints.map(({ label }) => label)).toEqual(['= 16 ✗', '= −1 ✗']);
  expect(hints[0]?.tooltip.split('\n\n')).toHaveLength(2);
});

describe('names of columns', () => {
  test('stand before each value that has a line of its own', () => {
    const shown = hinted({ layout: 'cells' }, 'all');
    expect(shown).toContain(`\t${GIVEN}\n\t‹自然人›8\n\t‹商业企业›0\n\t‹科研机构›0`);
    expect(shown).toContain('\t‹行政复议 结果维持›1\n\t‹结果纠正›0');
  });

  test('stand before values that blanks part', () => {
    expect(hinted({ layout: 'spaced' }, 'all')).toContain(`${GIVEN} ‹自然人›8 ‹商业企业›0`);
  });

  test('stand before values behind tabs, which keep no columns, and tell the groups of table 4', () => {
    const { hints } = hintsIn({ layout: 'tsv' }, 'all');
    expect(hints).toHaveLength(3 + 3 + 4 + 25 * 7 + 15);
    expect(hints.at(-10)?.label).toBe('行政诉讼·未经复议直接起诉 结果维持');
    expect(hints.at(-10)?.tooltip).toBe('行政诉讼·未经复议直接起诉·结果维持');
  });

  test('are left out where bars keep the columns below their heads, but for the 15 numbers of table 4', () => {
    const raw = writeTables((cells) => `| ${cells.join(' | ')} |`);
    expect(hintsIn({ raw }, 'all').hints).toHaveLength(15);
  });

  test('are shown only where they are wanted', () => {
    expect(hintsIn({ layout: 'cells' }, 'off').hints).toEqual([]);
    expect(hintsIn({ layout: 'cells' }, 'totals').hints).toEqual([]);
    const analysis = analysisOf({ layout: 'cells' });
    const within = analysis.report.tables[1]?.rows[2]?.span ?? { start: 0, end: 0 };
    expect(inlayHints(analysis, [], 'all', within, 'zh')).toHaveLength(7);
  });
});
