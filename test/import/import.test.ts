import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { importFile } from '../../server/src/import/import.ts';
import { isImported } from '../../server/src/import/names.ts';
import { importXlsx } from '../../server/src/import/xlsx.ts';
import { docxOf, paragraph } from '../support/docx.ts';

const text = (content: string) => new TextEncoder().encode(content);
const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const word = docxOf(paragraph('正文'));

describe('what a file is, its bytes say as well as its name', () => {
  test.each([
    ['年报.docx', word, { kind: 'imported', format: 'docx' }],
    ['年报.DOCX', word, { kind: 'imported', format: 'docx' }],
    ['年报.wps', word, { kind: 'imported', format: 'docx' }],
    ['年报.doc', compound, { kind: 'failed', reason: 'old-format' }],
    ['年报.docx', compound, { kind: 'failed', reason: 'encrypted' }],
    ['年报.ofd', zipSync({ 'OFD.xml': strToU8('<ofd/>') }), { kind: 'failed', reason: 'old-format' }],
    [
      '年报.odt',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      { kind: 'failed', reason: 'old-format' },
    ],
    ['年报.rtf', text('{\\rtf1 年报}'), { kind: 'failed', reason: 'old-format' }],
    ['年报.docx', new Uint8Array(), { kind: 'failed', reason: 'empty' }],
    ['年报.docx', text('年报'), { kind: 'failed', reason: 'damaged' }],
    ['年报.pdf', text('%PDF-1.7'), { kind: 'failed', reason: 'no-pdf-reader' }],
    ['年报.pdf', text('<html>'), { kind: 'failed', reason: 'damaged' }],
  ])('%s', async (name, bytes, expected) => {
    expect(await importFile(bytes, name)).toMatchObject(expected);
  });

  test('texts are nobody’s business here', async () => {
    expect(await importFile(text('年报'), '年报.txt')).toBeUndefined();
    expect(['a.txt', 'a.md', 'a.html', 'docx'].filter(isImported)).toEqual([]);
  });

  test('a PDF goes to the part that reads it', async () => {
    const result = { kind: 'failed', reason: 'scanned' } as const;
    expect(await importFile(text('%PDF-1.7'), '年报.pdf', async () => result)).toBe(result);
  });
});

describe('a workbook', () => {
  const sheet = (rows: string) => strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  const strings = strToU8(
    '<sst><si><t>规章</t></si><si><r><t>行政规范性</t></r><r><t>文件</t></r><rPh><t>hint</t></rPh></si><si><t>总体情况</t></si></sst>',
  );

  test('is a line for each row, its cells between tabs, the sheets in order', () => {
    const bytes = zipSync({
      'xl/sharedStrings.xml': strings,
      'xl/worksheets/sheet10.xml': sheet('<row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>8</v></c></row>'),
      'xl/worksheets/sheet2.xml': sheet(
        '<row r="1"><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>0.30000000000000004</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>5\n件</t></is></c><c r="C3" t="str"><f>A1</f><v>x</v></c></row>',
      ),
    });
    expect(importXlsx(bytes)).toMatchObject({
      kind: 'imported',
      format: 'xlsx',
      text: '总体情况\n规章\t\t0.3\n行政规范性文件\t5 件\tx\n7\t8\n',
    });
  });

  test('with the rows of table 3 is checked like any other', () => {
    const cells = (values: readonly (string | number)[], row: number) =>
      `<row r="${row}">${values.map((value, at) => `<c r="${'ABCDEFGHIJ'[at]}${row}" t="${typeof value === 'string' ? 'str' : 'n'}"><v>${value}</v></c>`).join('')}</row>`;
    const rows = [
      ['栖云县水务局2024年政府信息公开工作年度报告'],
      ['三、收到和处理政府信息公开申请情况'],
      ['一、本年新收政府信息公开申请数量', 3, 0, 0, 0, 0, 0, 4],
      ['二、上年结转政府信息公开申请数量', 0, 0, 0, 0, 0, 0, 0],
    ];
    const result = importXlsx(
      zipSync({ 'xl/worksheets/sheet1.xml': sheet(rows.map((row, at) => cells(row, at + 1)).join('')) }),
    );
    const analysis = result.kind === 'imported' ? analyse(result.text) : undefined;
    expect(analysis?.findings.map(({ code }) => code)).toContain('row-total');
  });

  test('in which one long text stands in every cell is not written out', () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(40);
    const bytes = zipSync({
      'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'申'.repeat(1_000_000)}</t></si></sst>`),
      'xl/worksheets/sheet1.xml': sheet(`<row>${cells}</row>`.repeat(5000)),
    });
    expect(importXlsx(bytes)).toEqual({ kind: 'failed', reason: 'too-large' });
  });

  test('that is broken is said to be so', () => {
    expect(importXlsx(text('PK'))).toEqual({ kind: 'failed', reason: 'damaged' });
    expect(importXlsx(zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet>') }))).toEqual({
      kind: 'failed',
      reason: 'damaged',
    });
  });
});
