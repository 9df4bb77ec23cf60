import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { annotations } from '../../server/src/cli/github-format.ts';
import type { DiagnosticJson, ReportJson } from '../../server/src/cli/json-format.ts';
import { csv } from '../../server/src/files/csv.ts';
import { AGENCY, GOOD, odd, wrongTotal } from './faults.ts';
import { newSandbox, type Sandbox, someNumbers } from './harness.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

const BOM = '\uFEFF';

/** The rows of a table in CSV, read by the rules of RFC 4180 and no more. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  const row: string[] = [];
  let end = 0;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, written = '', stop] = match;
    row.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (stop !== ',') rows.push(row.splice(0));
    end = cell.lastIndex;
    if (end === text.length) break;
  }
  expect(end).toBe(text.length);
  return rows;
}

describe('--format csv', () => {
  test('is a row for every finding, with a byte order mark and CRLF', async () => {
    sandbox.write('csv/a.txt', odd(wrongTotal(3)));
    sandbox.write('csv/b.txt', GOOD);
    sandbox.write('csv/notes.txt', '会议记录\n');
    const run = await sandbox.run(['check', '--format', 'csv', 'csv']);
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(run.stdout.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(run.out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [head = [], ...rows] = readCsv(run.out.replace(BOM, ''));
    const found = rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
    const right = someNumbers().table3[2]?.[6] ?? 0;
    expect(found.map(({ 规则 }) => 规则)).toEqual(['row-total', 'outcome-total', 'section-numbering']);
    expect(found[0]).toMatchObject({
      文件: 'csv/a.txt',
      机关: AGENCY,
      年度: String(someNumbers().year),
      级别: '错误',
      规则名称: expect.stringContaining('行总计'),
      表: '表三',
      行名: '（一）予以公开',
      列名: '总计',
      写的数: String(right + 3),
      应为: String(right),
      可能写错的格: '（一）予以公开·总计',
      该格应为: String(right),
      说明: expect.stringContaining('差 3'),
    });
    const line = wrongTotal(3).split('\n')[Number(found[0]?.行) - 1] ?? '';
    expect(line.slice(Number(found[0]?.列) - 1)).toBe(String(right + 3));
    expect(found[2]).toMatchObject({ 级别: '警告', 表: '', 写的数: '' });
  });

  test('has its head even when there is nothing to tell', async () => {
    const run = await sandbox.run(['check', '--format', 'csv', 'csv/b.txt']);
    expect(readCsv(run.out.replace(BOM, ''))).toHaveLength(1);
  });

  test('runs no formula from somebody’s file, and keeps numbers numbers', () => {
    const text = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '安全', 'a=b'];
    expect(readCsv(csv([text]))).toEqual([["'=1+1", "'+1", "'-1", "'@SUM(A1)", ' x', '安全', 'a=b']]);
    expect(csv([[-3, 12.5, null, undefined]])).toBe('-3,12.5,,\r\n');
  });

  test('quotes what must be', () => {
    const cells = ['甲,乙', '“引号”"', ''];
    expect(readCsv(csv([cells, cells]))).toEqual([cells, cells]);
  });

  test('has one line for each row, whatever its cells hold', () => {
    expect(csv([['两\r\n行', '一行\n::error::x']])).toBe('两  行,一行 ::error::x\r\n');
  });
});

describe('--format github', () => {
  test('is an annotation for every finding, and the summary', async () => {
    sandbox.write('gh/a.txt', odd(wrongTotal(3)));
    const run = await sandbox.run(['check', '--format', 'github', 'gh', 'nowhere,1.txt']);
    expect(run.code).toBe(2);
    const lines = run.out.trimEnd().split('\n');
    const at =
      wrongTotal(3)
        .split('\n')
        .findIndex((line) => line.includes('予以公开')) + 1;
    expect(lines).toEqual([
      expect.stringMatching(
        new RegExp(
          `^::error file=gh/a\\.txt,line=${at},endLine=${at},col=\\d+,endColumn=\\d+,title=[^:,]+ \\(row-total\\)::“（一）`,
        ),
      ),
      expect.stringMatching(/^::notice .*\(outcome-total\)::/),
      expect.stringMatching(/^::warning .*\(section-numbering\)::/),
      expect.stringMatching(/^::error file=nowhere%2C1\.txt::.*找不到/),
      '1 份报告，1 个错误，1 个警告，1 条信息；跳过 1 个文件',
    ]);
  });

  const diagnostic = (message: string, end = 0): DiagnosticJson => ({
    code: 'row-total',
    severity: 3,
    message,
    range: { start: { line: 0, character: 2 }, end: { line: end, character: 5 } },
    relatedInformation: [],
    fingerprint: '0',
  });
  const annotate = (path: string, found: DiagnosticJson) =>
    annotations(
      {
        source: { path, uri: `untitled:${path}`, stdin: true, named: true },
        report: { diagnostics: [found] } as unknown as ReportJson,
      },
      'zh',
    );

  test('escapes what ends a property or a line', () => {
    expect(annotate('a:b,c%.txt', diagnostic('100%：\r\n::error::x'))).toMatch(
      /^::notice file=a%3Ab%2Cc%25\.txt,line=1,endLine=1,col=3,endColumn=6,title=[^:]*::100%25： {2}::error::x\n$/,
    );
  });

  test('gives no columns for a finding over several lines, which GitHub would refuse', () => {
    expect(annotate('a.txt', diagnostic('x', 3))).toMatch(/^::notice file=a\.txt,line=1,endLine=4,title=/);
  });
});

test('--format json tells the fingerprints, and leaves the fixes out', async () => {
  const run = await sandbox.run(['check', '--format', 'json', 'gh/a.txt']);
  const [report] = JSON.parse(run.out).reports as ReportJson[];
  expect(report?.diagnostics[0]?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(report?.diagnostics[0]).not.toHaveProperty('fixes');
});
