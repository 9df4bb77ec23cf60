import { describe, expect, test } from 'vitest';
import { foldingSpans, type OutlineItem, outline } from '../../server/src/features/symbols.ts';
import { ALL, mustAnalyse } from '../support/analysis.ts';
import { readMarked } from '../support/marked.ts';
import { type Parts, report } from '../support/report.ts';

function outlineOf(parts: Parts) {
  const { text } = readMarked(report(parts));
  return { text, items: outline(mustAnalyse(text).report) };
}

/** `name | detail` of each item, indented by depth. */
function drawn(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` | ${detail}` : ''}`,
    ...drawn(children, depth + 1),
  ]);
}

describe.each(ALL)('the outline in the layout %s', (layout) => {
  test('has the sections, their aspects and tables, and groups and rows with their totals', () => {
    const lines = drawn(outlineOf({ layout }).items);
    expect(lines.slice(0, 11)).toEqual([
      '一、总体情况',
      '  （一）主动公开',
      '  （二）依申请公开',
      '  （三）政府信息管理',
      '  （四）政府信息公开平台建设',
      '  （五）监督保障',
      '二、主动公开政府信息情况',
      '  表二',
      '    规章 | 本年制发件数 0，本年废止件数 0，现行有效件数 0',
      '    行政规范性文件 | 本年制发件数 3，本年废止件数 1，现行有效件数 12',
      '    行政许可 | 本年处理决定数量 1205',
    ]);
    expect(lines).toContain('    （一）予以公开 | 总计 12');
    expect(lines).toContain('    （七）总计 | 总计 16');
    const group = lines.indexOf('    （三）不予公开 | 总计 1');
    expect(lines[group + 1]).toBe('      1.属于国家秘密 | 总计 0');
    expect(lines[group + 9]).toBe('    （四）无法提供 | 总计 1');
    expect(lines).toContain(
      '    行政复议、行政诉讼 | 行政复议·总计 2，行政诉讼·未经复议直接起诉·总计 0，行政诉讼·复议后起诉·总计 1',
    );
    expect(lines).toHaveLength(6 + 5 + 3 + 6 + 25 + 4 + 1);
  });

  test('keeps every selection inside its span, and every child inside its parent', () => {
    const { text, items } = outlineOf({ layout });
    const walk = ({ span, selection, children }: OutlineItem, parent: OutlineItem['span']) => {
      expect(selection.start >= span.start && selection.end <= span.end).toBe(true);
      expect(span.start >= parent.start && span.end <= parent.end).toBe(true);
      for (const child of children) walk(child, span);
    };
    for (const item of items) walk(item, { start: 0, end: text.length });
  });

  test('ends a section with its last visible character', () => {
    const { text, items } = outlineOf({ layout });
    for (const { span } of items) expect(text.slice(span.end - 1, span.end)).toMatch(/\S/);
  });
});

test('the outline follows the text and names what is written', () => {
  const { items } = outlineOf({
    headings: { 2: undefined, 6: '6、其它需要说明的事项' },
    three: '3.其他 |\n（一）予以公开 | 8 0 0 0 4 0 _\n2.重复申请 |\n+3.要求提供公开出版物 / 2.重复申请 | 0 0 0 0 0 0 0',
  });
  const lines = drawn(items);
  expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
    '一、总体情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ]);
  expect(lines).toContain('    （一）予以公开 | 总计 空');
  expect(lines).not.toContain('      3.其他 | 总计 0');
  const moved = lines.indexOf('      2.重复申请 | 总计 0');
  expect(lines[moved - 1]).toBe('      3.要求提供公开出版物 | 总计 0');
});

test('sections, aspects, tables and groups fold away, rows do not', () => {
  const { text, items } = outlineOf({});
  const spans = foldingSpans(mustAnalyse(text).report);
  expect(spans).toHaveLength(6 + 5 + 3 + 4);
  expect(
    spans.filter((span) => items.some((item) => item.span.start === span.start && item.span.end === span.end)),
  ).toEqual(items.map(({ span }) => span));
});

test('a table is known by the line of its head that names most columns, which editors keep in view', () => {
  const { text, items } = outlineOf({ layout: 'tsv' });
  const tables = items.flatMap(({ children }) => children.filter(({ kind }) => kind === 'table'));
  const heads = tables.map(({ selection }) =>
    text.slice(selection.start, selection.end).split('\t').filter(Boolean).slice(1, 3),
  );
  expect(heads).toEqual([
    ['本年制发件数', '本年废止件数'],
    ['自然人', '商业企业'],
    ['结果纠正', '其他结果'],
  ]);
});

test('the sum of a group with a blank total is not told, for a blank is no zero', () => {
  const lines = drawn(outlineOf({ three: '8.属于行政查询事项 | 1 0 0 0 0 0 _' }).items);
  expect(lines).toContain('    （三）不予公开');
});

test('a text that is no report has nothing to fold', () => {
  expect(foldingSpans(undefined)).toEqual([]);
});

test('a heading that ends with blanks reaches not out of what is said', () => {
  const { items } = outlineOf({ one: '（一）主动公开。逐月登记。\n（二）依申请公开 6 \t 0 \t' });
  for (const { span, children } of items)
    for (const child of children) {
      expect(child.selection.end).toBeLessThanOrEqual(child.span.end);
      expect(child.span.end).toBeLessThanOrEqual(span.end);
    }
});
