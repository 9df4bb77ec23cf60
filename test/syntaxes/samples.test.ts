import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Kind, type Piece, runs, tokenize } from './marked.ts';

const reports = new URL('../../../shared/reports/', import.meta.url);

interface Sample {
  readonly agency: string;
  readonly year: number;
  readonly t2: Readonly<Record<string, number | readonly number[]>>;
  readonly t3: readonly (readonly number[])[];
  readonly t4: readonly number[];
}

const table2Rows = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费'];
const table3Rows: readonly (readonly [Kind, string])[] = [
  ['main', '一、本年新收政府信息公开申请数量'],
  ['main', '二、上年结转政府信息公开申请数量'],
  ['main', '三、本年度办理结果'],
  ['group', '（一）予以公开'],
  ['group', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['group', '（三）不予公开'],
  ['leaf', '1.属于国家秘密'],
  ['leaf', '2.其他法律行政法规禁止公开'],
  ['leaf', '3.危及“三安全一稳定”'],
  ['leaf', '4.保护第三方合法权益'],
  ['leaf', '5.属于三类内部事务信息'],
  ['leaf', '6.属于四类过程性信息'],
  ['leaf', '7.属于行政执法案卷'],
  ['leaf', '8.属于行政查询事项'],
  ['group', '（四）无法提供'],
  ['leaf', '1.本机关不掌握相关政府信息'],
  ['leaf', '2.没有现成信息需要另行制作'],
  ['leaf', '3.补正后申请内容仍不明确'],
  ['group', '（五）不予处理'],
  ['leaf', '1.信访举报投诉类申请'],
  ['leaf', '2.重复申请'],
  ['leaf', '3.要求提供公开出版物'],
  ['leaf', '4.无正当理由大量反复申请'],
  ['leaf', '5.要求行政机关确认或重新出具已获取信息'],
  ['group', '（六）其他处理'],
  ['leaf', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['leaf', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['leaf', '3.其他'],
  ['group', '（七）总计'],
  ['main', '四、结转下年度继续办理'],
];

function files(folder: string): string[] {
  const url = new URL(`${folder}/`, reports);
  return existsSync(url) ? readdirSync(url).filter((name) => /\.(?:txt|md)$/.test(name)) : [];
}

const read = (path: string): string => readFileSync(new URL(path, reports), 'utf8');
const squeeze = (text: string): string =>
  text.replace(/\s/g, '').replace(/[(),]/g, (sign) => ({ '(': '（', ')': '）', ',': '，' })[sign] ?? sign);

function textsOf(pieces: readonly Piece[], ...wanted: readonly Kind[]): string[] {
  return runs(pieces)
    .filter(({ kind }) => kind !== undefined && wanted.includes(kind))
    .map(({ text }) => squeeze(text));
}

function expectHeadings(pieces: readonly Piece[]): void {
  const headings = textsOf(pieces, 'section');
  expect(headings).toHaveLength(6);
  expect(headings.map((heading) => heading.replace(/^#*/, '').slice(0, 2))).toEqual([
    ...['一、', '二、', '三、', '四、', '五、'],
    expect.stringMatching(/^[六6]、$/),
  ]);
}

/** Wrapped labels are compared as one text, since each of their lines must be coloured, and none twice. */
function expectRowLabels(pieces: readonly Piece[]): void {
  const labels = textsOf(pieces, 'main', 'group', 'leaf', 'rest');
  expect(labels.join('')).toBe(table3Rows.map(([, label]) => label).join(''));
  expectStartsOfLabels(pieces);
}

/** Columns by position print a label around its numbers and 三 down the side: there only the starts can be compared. */
function expectStartsOfLabels(pieces: readonly Piece[], except = ''): void {
  for (const [kind, label] of table3Rows) {
    if (label === except) continue;
    const start = (text: string) => /^(?:[（1-8]|[一二三四]、)/.test(text) && text.length > 1 && label.startsWith(text);
    expect(textsOf(pieces, kind).filter(start), label).toHaveLength(1);
  }
}

describe('samples of the ten layouts', () => {
  const samples = files('layouts');

  test.skipIf(samples.length === 0)('are ten (skipped where ../shared/reports is absent)', () => {
    expect(samples).toHaveLength(10);
  });

  test.each(samples)('%s', (name) => {
    const sample = JSON.parse(read(`layouts/${name.replace(/\.\w+$/, '.json')}`)) as Sample;
    const pieces = tokenize(read(`layouts/${name}`));
    const numbers = [...Object.values(sample.t2), ...sample.t3, sample.t4].flat();

    expect(textsOf(pieces, 'title').join('')).toContain(`${sample.agency}${sample.year}年政府信息公开工作年度报告`);
    expectHeadings(pieces);
    expect(textsOf(pieces, 'document')).toEqual(table2Rows);
    expect(textsOf(pieces, 'value').map(Number)).toEqual(numbers);
    if (name.startsWith('positional')) expectStartsOfLabels(pieces, '三、本年度办理结果');
    else expectRowLabels(pieces);
  });
});

describe('published reports', () => {
  const published = files('real');

  test.skipIf(published.length === 0)('are five (skipped where ../shared/reports is absent)', () => {
    expect(published).toHaveLength(5);
  });

  test.each(published)('%s', (name) => {
    const pieces = tokenize(read(`real/${name}`));

    expect(textsOf(pieces, 'title').join('')).toMatch(/^#?\p{Script=Han}+20\d\d年政府信息公开工作年度报告$/u);
    expectHeadings(pieces);
    expect(textsOf(pieces, 'document')).toEqual(table2Rows);
    expect(textsOf(pieces, 'value')).toHaveLength(10 + 25 * 7 + 15);
    expectRowLabels(pieces);
  });
});
