import { describe, expect, test } from 'vitest';
import { judge } from '../../server/src/project/project.ts';
import { analysisOf } from '../support/analysis.ts';
import { FAULTS } from '../support/faults.ts';

/** An addend of table 3 is too high: its row and its column fail by it, and the cell is the suspect. */
const analysis = analysisOf(FAULTS['cell-suspect'] ?? {});

function errorsWith(rules: Parameters<typeof judge>[1]['rules']): string[] {
  const { shown } = judge(analysis, { rules, dismissed: [] });
  return shown.filter(({ severity }) => severity === 'error').map(({ finding }) => finding.code);
}

describe('one slip is one error', () => {
  test('at the wrong cell', () => {
    expect(errorsWith({})).toEqual(['cell-suspect']);
  });

  test.each(['off', 'warning', 'information'] as const)('and not missed where the rule on that cell is %s', (level) => {
    expect(errorsWith({ 'cell-suspect': level }).length).toBeGreaterThan(1);
    expect(errorsWith({ 'cell-suspect': level })).toContain('row-total');
  });

  test('stays one where other rules are switched off', () => {
    expect(errorsWith({ 'aspect-missing': 'off' })).toEqual(['cell-suspect']);
  });
});
