import { expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { mustAnalyse } from '../support/analysis.ts';
import { findFix } from '../support/check-fix.ts';

const TITLES = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const ASPECTS = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'];

/** A page whose headings and paragraphs stand in these tags, with so many aspects and without tables. */
function page(aspects: number, open: string, close: string, newline: string): string {
  const heading = (title = '') => `<div class="a">${open}${title}${close}</div>`;
  const named = ASPECTS.slice(0, aspects).map((name, at) => `<p>（${'一二三四五'[at]}）${name}。逐月登记。</p>`);
  const bodies = [
    named,
    [],
    [],
    [],
    ['<p>解读材料偏少，下一步逐栏补齐。</p>'],
    ['<p>没有收取信息处理费，没有其他事项。</p>'],
  ];
  const lines = TITLES.flatMap((title, at) => [heading(title), ...(bodies[at] ?? [])]);
  return [`<html><body><h1>砚泠市档案局2024年政府信息公开工作年度报告</h1>`, ...lines, '</body></html>'].join(newline);
}

const WAYS = [
  ['<p>', '</p>', '\n'],
  ['<h2><strong>', '</strong>&nbsp;</h2>', '\r\n'],
  ['<p><span style="x"><b>', '</b></span></p>', ''],
] as const;

test.each(WAYS)('the tables of an HTML report are inserted below their headings: %s', (open, close, newline) => {
  let text = page(5, open, close, newline);
  for (const title of ['二', '三', '四']) {
    expect(mustAnalyse(text).findings.map(({ code }) => code)).toContain('table-missing');
    text = applyEdits(text, findFix(mustAnalyse(text), '补上空表').edits);
    expect(text, title).toContain('</table>');
  }
  const { report, findings } = mustAnalyse(text);
  expect(findings).toEqual([]);
  expect(report.tables.map(({ layout, rows }) => [layout, rows.every((row) => row?.cells.length)])).toEqual(
    [2, 3, 4].map(() => ['html', true]),
  );
});

test.each(WAYS)('the sub-headings of an HTML report are inserted as paragraphs: %s', (open, close, newline) => {
  const text = page(3, open, close, newline);
  const fixed = applyEdits(text, findFix(mustAnalyse(text), '补上小标题').edits);
  const end = newline === '\r\n' ? newline : '\n';
  expect(fixed).toContain(
    `<p>（三）政府信息管理。逐月登记。</p>${end}<p>（四）政府信息公开平台建设</p>${end}<p>（五）监督保障</p>`,
  );
  expect(mustAnalyse(fixed).findings.map(({ code }) => code)).not.toContain('aspect-missing');
});

test('nothing is inserted into a cell, or where text follows the heading in its paragraph', () => {
  const text = page(5, '<p>', '<br>见附件</p>', '\n');
  expect(() => findFix(mustAnalyse(text), '补上空表')).toThrow('no fix');
});
