import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { completionsAt } from '../../server/src/features/completion/index.ts';
import { factsOf } from '../../server/src/features/completion/sentences.ts';
import { sample } from '../lsp/sample.ts';
import { analysed, holds } from '../properties/support.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { plainStyle, render } from '../support/generate/render.ts';

const CARET = '‸';

/** What is offered at the caret in a text of the language mode. */
function offered(marked: string) {
  const offset = marked.indexOf(CARET);
  const text = marked.replace(CARET, '');
  const analysis = analyse(text, { always: true });
  if (!analysis) throw new Error('not read');
  return completionsAt(analysis, offset, 'zh').map((each) => ({
    ...each,
    result: text.slice(0, each.span.start) + each.newText + text.slice(each.span.end),
  }));
}

const labels = (marked: string) => offered(marked).map(({ label }) => label);
const REPORT = sample('tsv').text;
const withLine = (before: string, line: string) => REPORT.replace(before, `${line}\n${before}`);

describe('headings', () => {
  test('of sections in their order, the next one that is missing first', () => {
    expect(labels(CARET).slice(0, 2)).toEqual(['一、总体情况', '二、主动公开政府信息情况']);
    expect(labels(`一、总体情况\n\n四、政府信息公开行政复议、行政诉讼情况\n\n${CARET}`)[0]).toBe(
      '五、存在的主要问题及改进情况',
    );
    expect(labels(`一、总体情况\n\n二${CARET}`)).toEqual(['二、主动公开政府信息情况', '二、主动公开政府信息情况 …']);
  });

  test('keep the signs of Markdown, and are not offered in a line of prose', () => {
    const [first] = offered(`## 一、总体情况\n正文。\n\n二、${CARET}`);
    expect(first?.result).toContain('\n\n## 二、主动公开政府信息情况');
    expect(offered(`## 一、总体情况\n正文。\n\n## 二、${CARET}`)[0]?.result).not.toContain('## ##');
    expect(labels(`一、总体情况\n今年以来${CARET}`)).toEqual([]);
  });

  test('with the empty table of the form', () => {
    const [, table] = offered(`一、总体情况\n\n三、${CARET}`);
    const read = analyse(table?.result ?? '', { always: true });
    expect(read?.report.tables.map(({ number, rows }) => [number, rows.filter(Boolean).length])).toEqual([[3, 25]]);
  });

  test('of the aspects that section 一 lacks', () => {
    const text = `一、总体情况\n（一）主动公开\n若干。\n${CARET}\n二、主动公开政府信息情况\n`;
    expect(labels(text).filter((label) => label.startsWith('（'))).toEqual([
      '（二）依申请公开',
      '（三）政府信息管理',
      '（四）政府信息公开平台建设',
      '（五）监督保障',
    ]);
    expect(labels(text.replace(CARET, `监督${CARET}`))).toEqual(['（五）监督保障']);
  });
});

describe('rows of the form', () => {
  test('the next one that the table lacks, with its cells, in the table’s layout', () => {
    for (const layout of ['tsv', 'mdtable', 'loosepipe', 'csv', 'positional'] as const) {
      const lines = sample(layout).text.split('\n');
      const at = lines.findIndex((line) => line.includes('3.要求提供公开出版物'));
      const missing = [...lines.slice(0, at), CARET, ...lines.slice(at + 1)].join('\n');
      const [first] = offered(missing);
      expect(first?.label, layout).toContain('3.要求提供公开出版物');
      const read = analysed(first?.result ?? '');
      expect(
        read.findings.map(({ code }) => code),
        layout,
      ).toEqual([]);
      expect(first?.snippet, layout).toContain(`\${7:0}`);
    }
    expect(labels(`${REPORT}\n${CARET}`)).not.toContain('规章');
  });
});

describe('the number that the words name', () => {
  test('is that of the table, with the cells that it is of', () => {
    const at = (line: string) => offered(withLine('（三）政府信息管理', line)).filter(({ kind }) => kind === 'number');
    expect(at(`2024年，收到政府信息公开申请${CARET}`)[0]).toMatchObject({
      label: '14件',
      detail: expect.stringContaining('本年新收'),
    });
    expect(at(`2024年，收到政府信息公开申请${CARET}件。`)[0]).toMatchObject({ newText: '14' });
    expect(at(`2024年，办结政府信息公开申请1${CARET}件。`)[0]).toMatchObject({ newText: '16' });
    expect(at(`因政府信息公开引发行政复议${CARET}`)[0]).toMatchObject({ label: '2件' });
    expect(at(`2023年，收到政府信息公开申请${CARET}`)).toEqual([]);
    expect(at(`今天吃苹果${CARET}`)).toEqual([]);
  });
});

describe('sentences built from the tables', () => {
  test('say what the tables say, in words that are read', () => {
    holds(
      fc.property(anyNumbers, (numbers) => {
        const text = render(numbers, 'tsv', plainStyle).text;
        const before = analysed(text);
        const facts = factsOf(before.report);
        expect(facts.length).toBeGreaterThan(1);
        const written = text.replace('（三）政府信息管理', `${facts.join('')}\n（三）政府信息管理`);
        const after = analysed(written);
        const codes = (each: typeof after) => each.findings.map(({ code }) => code);
        expect(codes(after)).toEqual(codes(before));
        const start = text.indexOf('（三）政府信息管理');
        const inside = after.prose.comparisons.filter(
          ({ claim }) => claim.span.start >= start && claim.span.end <= start + facts.join('').length,
        );
        const numbersIn = facts.join('').match(/\d+/g) ?? [];
        expect(inside.filter(({ claim, outcome }) => claim.writing === 'digits' && outcome === 'equal').length).toBe(
          numbersIn.length,
        );
      }),
    );
  });

  test('are offered at the beginning of a sentence of section 一, and the statement of fees in section 六', () => {
    expect(labels(withLine('（三）政府信息管理', `${CARET}`))).toContain(
      '收到政府信息公开申请14件，其中自然人申请9件、法人或其他组织申请5件。',
    );
    expect(labels(withLine('（三）政府信息管理', `收到${CARET}`))).toEqual([
      '收到政府信息公开申请14件，其中自然人申请9件、法人或其他组织申请5件。',
    ]);
    expect(labels(`${REPORT}\n${CARET}`)).toContain('本年度未收取信息处理费。');
  });
});
