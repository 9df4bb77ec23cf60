import { describe, expect, test } from 'vitest';
import { selectionAt } from '../../server/src/features/selection.ts';
import { ALL } from '../support/analysis.ts';
import { atCaret } from '../support/caret.ts';
import type { Parts } from '../support/report.ts';

/** What is selected step by step, each by its first and last characters. */
function steps(parts: Parts): string[] {
  const { text, offset, analysis } = atCaret(parts);
  const spans = selectionAt(analysis.report, offset);
  for (const [at, { start, end }] of spans.entries()) {
    const inner = spans[at - 1];
    if (inner) expect(start <= inner.start && end >= inner.end).toBe(true);
  }
  return spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim());
}

const begins = (text: string) => expect.stringMatching(new RegExp(`^${text}`));

describe.each(ALL)('selection in the layout %s', (layout) => {
  test('grows from a value to its row, group, table, section and the whole', () => {
    const found = steps({ layout, three: '8.属于行政查询事项 | 1 0 0 0 0 0 1‸' });
    const order = [
      '^1$',
      '^8.属于行政查询事项.*1$',
      '^1.属于国家秘密',
      '^申请人情况',
      '^(## )?三、收到',
      '^(# )?砚泠市',
    ];
    let at = -1;
    for (const pattern of order) {
      const next = found.findIndex((each, index) => index > at && new RegExp(pattern).test(each));
      expect(next, `${pattern} in ${JSON.stringify(found.map((each) => each.slice(0, 12)))}`).toBeGreaterThan(at);
      at = next;
    }
  });
});

test('in prose from the sentence to the paragraph, the aspect, the section', () => {
  expect(steps({ one: '（一）主动公开。全年照‸章办理。逐月登记。\n另起一段。\n（二）依申请公开。照旧。' })).toEqual([
    '全年照章办理。',
    '（一）主动公开。全年照章办理。逐月登记。',
    '（一）主动公开。全年照章办理。逐月登记。 另起一段。',
    begins('一、总体情况'),
    begins('砚泠市'),
  ]);
});
