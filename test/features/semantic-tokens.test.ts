import { describe, expect, test } from 'vitest';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { encodeTokens, tokenEdits } from '../../server/src/lsp/encode-tokens.ts';
import { ALL, analysisOf } from '../support/analysis.ts';
import type { Parts } from '../support/report.ts';

const GIVEN = '（一）予以公开';

/** `予以公开: number+zero` of each token, in the order of the text. */
function tokensIn(parts: Parts): string[] {
  const analysis = analysisOf(parts);
  return semanticTokens(analysis, analysis.findings).map(
    ({ start, end, type, modifiers }) => `${analysis.report.text.slice(start, end)}: ${[type, ...modifiers].join('+')}`,
  );
}

describe.each(ALL)('tokens in the layout %s', (layout) => {
  const tokens = tokensIn({ layout, one: '（一）主动公开。照旧。\n（二）依申请公开。收到申请14件，约占三成。' });

  test('of headings, labels, values and the numbers that were compared', () => {
    expect(tokens.slice(0, 5)).toEqual([
      '砚泠市档案局 2024年政府信息公开工作年度报告: namespace+heading',
      '一、总体情况: namespace+heading',
      '（一）主动公开: namespace+heading',
      '（二）依申请公开: namespace+heading',
      '14: number+compared',
    ]);
    const at = tokens.indexOf(`${GIVEN}: property+rowLabel`);
    expect(tokens.slice(at + 1, at + 8)).toEqual([
      '8: number',
      '0: number+zero',
      '0: number+zero',
      '0: number+zero',
      '4: number',
      '0: number+zero',
      '12: number+total',
    ]);
    expect(tokens).toContain('（七）总计: property+rowLabel+total');
    expect(tokens.at(-1)).toBe('六、其他需要报告的事项: namespace+heading');
  });

  test('of 15 values, three of them totals', () => {
    const from = tokens.indexOf('四、政府信息公开行政复议、行政诉讼情况: namespace+heading');
    const four = tokens.slice(from + 1, tokens.indexOf('五、存在的主要问题及改进情况: namespace+heading'));
    expect(four.filter((each) => each.includes('number'))).toHaveLength(15);
    expect(four.filter((each) => each.includes('total'))).toHaveLength(3);
  });
});

test('the value that is probably wrong is a suspect, unless its finding was dismissed', () => {
  const parts = { three: `${GIVEN} | 9 0 0 0 4 0 12` };
  expect(tokensIn(parts)).toContain('9: number+suspect');
  expect(semanticTokens(analysisOf(parts), []).some(({ modifiers }) => modifiers.includes('suspect'))).toBe(false);
});

test('a part of the text has the tokens of that part', () => {
  const analysis = analysisOf({});
  const { span } = analysis.report.tables[1]?.rows[2] ?? { span: { start: 0, end: 0 } };
  expect(semanticTokens(analysis, [], span)).toHaveLength(8);
});

test('tokens are written as lines and characters from one to the next, in UTF-16', () => {
  const analysis = analysisOf({ title: '🏛砚泠市档案局 2024年政府信息公开工作年度报告' });
  const { lines, text } = analysis.report;
  const data = encodeTokens(lines, semanticTokens(analysis, []));
  let [line, character] = [0, 0];
  const words: string[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
    character = down > 0 ? right : character + right;
    line += down;
    words.push(text.slice(lines.start(line) + character, lines.start(line) + character + length));
  }
  expect(words).toEqual(semanticTokens(analysis, []).map(({ start, end }) => text.slice(start, end)));
});

test.each([
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [1, 2, 3],
    [1, 9, 3],
  ],
  [
    [1, 1, 1],
    [1, 1],
  ],
  [[], [4]],
  [[5, 5], []],
])('an edit turns %j into %j', (before, now) => {
  const edited = [...before];
  for (const { start, deleteCount, data = [] } of tokenEdits(before, now)) edited.splice(start, deleteCount, ...data);
  expect(edited).toEqual(now);
});
