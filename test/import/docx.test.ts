import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { importDocx } from '../../server/src/import/docx.ts';
import type { Imported } from '../../server/src/import/imported.ts';
import { findTable, numberIn, type Report } from '../../server/src/report/report.ts';
import { DOCX_SHAPES, docxOf, NUMBERING, packDocx, paragraph, renderDocx, run } from '../support/docx.ts';
import { anyNumbers, type Numbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';

const SHARED = new URL('../../../shared/reports/word/', import.meta.url);

function imported(bytes: Uint8Array): Imported {
  const result = importDocx(bytes);
  if (result.kind !== 'imported') throw new Error(`not read: ${JSON.stringify(result)}`);
  return result;
}

const textOf = (body: string, more = {}) => imported(docxOf(body, more)).text;

function valuesOf(report: Report, number: 2 | 3 | 4) {
  return findTable(report, number)?.rows.map((row) => row?.cells.map(numberIn));
}

describe.each(DOCX_SHAPES)('a report written as %s writes it', (shape) => {
  test('is read to the last cell, without any finding on its tables', () => {
    fc.assert(
      fc.property(anyNumbers, (numbers) => {
        const { text } = imported(renderDocx(numbers, shape, plainStyle));
        const analysis = analyse(text);
        expect(analysis?.report.title).toMatchObject({ agency: numbers.agency, year: numbers.year });
        expect(analysis?.report.sections.map(({ form }) => form.number)).toEqual([1, 2, 3, 4, 5, 6]);
        const report = analysis?.report as Report;
        expect(valuesOf(report, 2)).toEqual(numbers.table2.map((row) => [...row]));
        expect(valuesOf(report, 3)).toEqual(numbers.table3.map((row) => [...row]));
        expect(valuesOf(report, 4)).toEqual([[...numbers.table4]]);
        expect(analysis?.findings.map(({ code }) => code).filter((code) => code !== 'form-outdated')).toEqual([]);
      }),
      { seed: 14, numRuns: 20 },
    );
  });
});

describe('the text of a document', () => {
  test('has paragraphs as lines and tables as cells between tabs', () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('甲', '<w:gridSpan w:val="2"/>')}${cell('乙')}</w:tr><w:tr>${cell('丙')}${cell('3')}${cell('4')}</w:tr></w:tbl>`;
    expect(textOf(paragraph('前') + table + paragraph('后'))).toBe('前\n\n甲\t\t乙\n丙\t3\t4\n\n后\n');
  });

  test('counts what is numbered automatically, by list and by style', () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="3"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const list = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const byStyle = '<w:pPr><w:pStyle w:val="3"/></w:pPr>';
    const body = [
      ['总体情况', list],
      ['主动公开', byStyle],
      ['依申请公开', byStyle],
      ['主动公开政府信息情况', list],
      ['规章', byStyle],
    ];
    const text = textOf(body.map(([each = '', properties]) => paragraph(each, properties)).join(''), {
      'word/numbering.xml': NUMBERING,
      'word/styles.xml': styles,
    });
    expect(text).toBe('一、总体情况\n（一）主动公开\n（二）依申请公开\n二、主动公开政府信息情况\n（一）规章\n');
  });

  test('is that of the document with its changes accepted, and says that there are some', () => {
    const body = `<w:p>${run('收到')}<w:del w:id="1">${'<w:r><w:delText>3</w:delText></w:r>'}</w:del><w:ins w:id="2">${run('5')}</w:ins>${run('件')}</w:p>`;
    const { text, notes } = imported(docxOf(body));
    expect(text).toBe('收到5件\n');
    expect(notes).toEqual(['tracked-changes']);
  });

  test('joins paragraphs of which the mark between them was deleted', () => {
    const gone = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    expect(textOf(paragraph('一、总体', gone) + paragraph('情况'))).toBe('一、总体情况\n');
  });

  test('leaves out hidden text, field codes and the second copy of a text box', () => {
    const hidden = run('藏', '<w:rPr><w:vanish/></w:rPr>');
    const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>';
    const box = `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>${paragraph('框内')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框内')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textOf(`<w:p>${run('见')}${hidden}${field}${box}${run('者')}</w:p>`)).toBe('见者\n框内\n');
  });

  test('passes over tables that only lay out the page', () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph('1')}</w:tc><w:tc>${paragraph('2')}</w:tc></w:tr></w:tbl>`;
    const outer = `<w:tbl><w:tr><w:tc>${paragraph('一、总体情况')}${inner}${paragraph('')}</w:tc></w:tr></w:tbl>`;
    expect(textOf(outer)).toBe('一、总体情况\n\n1\t2\n\n\n');
  });

  test('knows where each stretch of it comes from', () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('规章')}</w:tc><w:tc>${paragraph('7')}</w:tc></w:tr></w:tbl>`;
    const { text, origins } = imported(docxOf(paragraph('标题') + table));
    expect(origins.map(({ start, end, ...rest }) => [text.slice(start, end), rest])).toEqual([
      ['标题', { paragraph: 1 }],
      ['规章', { paragraph: 2, table: 1 }],
      ['7', { paragraph: 3, table: 1 }],
    ]);
  });
});

describe('what cannot be read is said, and nothing throws', () => {
  test.each([
    ['no archive', new TextEncoder().encode('年报'), 'damaged'],
    ['an archive without a document', packDocx({}), 'damaged'],
    ['XML that ends early', packDocx({ 'word/document.xml': '<w:document' }), 'damaged'],
    ['a document without text', docxOf(''), 'empty'],
    ['nesting without end', docxOf('<w:p>'.repeat(100_000)), 'damaged'],
  ])('%s', (_what, bytes, reason) => {
    expect(importDocx(bytes)).toEqual({ kind: 'failed', reason });
  });

  test('entities of the document are not expanded', () => {
    const part = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>';
    expect(importDocx(packDocx({ 'word/document.xml': part }))).toEqual({ kind: 'failed', reason: 'damaged' });
  });

  test('entities that multiply are not, either', () => {
    const part = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>';
    expect(importDocx(packDocx({ 'word/document.xml': part }))).toEqual({ kind: 'failed', reason: 'damaged' });
  });

  test('a cell over a thousand million columns, or before as many, takes no more room than the widest table', () => {
    const row = (properties: string, columns: string) =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc><w:tcPr>${columns}</w:tcPr>${paragraph('行政许可')}</w:tc><w:tc>${paragraph('7')}</w:tc></w:tr>`;
    const wide =
      row('', '<w:gridSpan w:val="1000000000"/>') + row('<w:gridBefore w:val="1e9"/>', '<w:gridSpan w:val="-1"/>');
    const { text } = imported(docxOf(`<w:tbl>${wide}</w:tbl>`));
    expect(text).toContain('7');
    expect(text.length).toBeLessThan(1000);
  });

  test('a bomb is not unpacked', () => {
    const bytes = packDocx({ 'word/document.xml': ' '.repeat(40 * 1024 * 1024) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(importDocx(bytes)).toEqual({ kind: 'failed', reason: 'too-large' });
  });

  test('any damage to a document', () => {
    const [numbers] = fc.sample(anyNumbers, { seed: 3, numRuns: 1 }) as [Numbers];
    const whole = renderDocx(numbers, 'wps', plainStyle);
    const damage = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255), cut: fc.nat(whole.length) });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), fc.boolean(), (damages, cuts) => {
        const bytes = whole.slice(0, cuts ? damages[0]?.cut : undefined);
        for (const { at, to } of damages) if (at < bytes.length) bytes[at] = to;
        expect(['imported', 'failed']).toContain(importDocx(bytes).kind);
      }),
      { seed: 14, numRuns: 200 },
    );
  });
});

describe.skipIf(!existsSync(SHARED))(
  'the official form as an office suite writes it (skipped without ../shared)',
  () => {
    const read = (name: string) => readFileSync(new URL(name, SHARED));

    test('filled in, it is read to the last cell', () => {
      const { t2, t3, t4, agency, year } = JSON.parse(read('filled.json').toString());
      const report = analyse(imported(read('filled.docx')).text)?.report as Report;
      expect(report.title).toMatchObject({ agency, year });
      expect(valuesOf(report, 2)).toEqual(Object.values(t2).map((row) => (Array.isArray(row) ? row : [row])));
      expect(valuesOf(report, 3)).toEqual(t3);
      expect(valuesOf(report, 4)).toEqual([t4]);
    });

    test('blank, it has all its rows and no error', () => {
      const analysis = analyse(imported(read('blank.docx')).text);
      expect(analysis?.report.tables.map(({ rows }) => rows.filter((row) => row?.cells.length).length)).toEqual([
        6, 25, 1,
      ]);
      expect(analysis?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  },
);
