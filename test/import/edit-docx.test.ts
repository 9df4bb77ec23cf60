import fc from 'fast-check';
import { deflateSync, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../server/src/import/docx.ts';
import { editDocx } from '../../server/src/import/edit-docx.ts';
import { repack } from '../../server/src/import/repack.ts';
import { docxOf, packDocx, paragraph, renderDocx, run } from '../support/docx.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';

function textOf(bytes: Uint8Array): string {
  const result = importDocx(bytes);
  if (result.kind !== 'imported') throw new Error(`not read: ${JSON.stringify(result)}`);
  return result.text;
}

/** Another reader's text of a document, without white space. */
async function mammothText(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.replace(/\s/g, '');
}

const xmlOf = (bytes: Uint8Array) => new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);

/** Puts `to` in the place of the only `from` in the text of a document. */
function edit(bytes: Uint8Array, from: string, to: string) {
  const start = textOf(bytes).indexOf(from);
  return editDocx(bytes, [{ span: { start, end: start + from.length }, newText: to }]);
}

function edited(bytes: Uint8Array, from: string, to: string): string {
  const result = edit(bytes, from, to);
  expect(result).toMatchObject({ kind: 'edited', refusals: [undefined] });
  return result.kind === 'edited' ? xmlOf(result.bytes) : '';
}

const cell = (content: string) => `<w:tc><w:p>${content}</w:p></w:tc>`;
const table = (...cells: string[]) => docxOf(`<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`);

describe('a number written into a cell', () => {
  test('changes the characters of its run and nothing else', () => {
    const body = `<w:p w:rsidR="00A1"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> &#x4E00;&amp;12&lt; </w:t></w:r></w:p>`;
    const bytes = docxOf(body);
    expect(edited(bytes, '12', '345')).toBe(xmlOf(bytes).replace('12&lt;', '345&lt;'));
  });

  test('that is spread over runs goes into the first of them', () => {
    const bytes = table(cell(run('合计1') + run('2', '<w:rPr><w:i/></w:rPr>') + run('3件')));
    expect(edited(bytes, '123', '45')).toContain(`${run('合计45')}${run('', '<w:rPr><w:i/></w:rPr>')}${run('件')}`);
  });

  test('in a tracked insertion stays inserted', () => {
    const bytes = table(
      cell(`<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2">${run('１２')}</w:ins>`),
    );
    expect(edited(bytes, '１２', '１３')).toContain(`<w:ins w:id="2">${run('１３')}</w:ins>`);
  });

  test('into a blank cell looks like the mark of its paragraph', () => {
    const look = '<w:rPr><w:sz w:val="20"/></w:rPr>';
    const bytes = table(cell(run('规章')), cell(`<w:pPr><w:jc w:val="center"/>${look}</w:pPr>`), '<w:tc><w:p/></w:tc>');
    const text = textOf(bytes);
    expect(text).toBe('\n规章\t\t\n\n');
    const at = text.indexOf('\t') + 1;
    const result = editDocx(bytes, [
      { span: { start: at, end: at }, newText: '7' },
      { span: { start: at + 1, end: at + 1 }, newText: '8' },
    ]);
    const xml = result.kind === 'edited' ? xmlOf(result.bytes) : '';
    expect(xml).toContain(`</w:pPr><w:r>${look}<w:t>7</w:t></w:r></w:p>`);
    expect(xml).toContain('<w:tc><w:p><w:r><w:t>8</w:t></w:r></w:p></w:tc>');
  });
});

describe('what cannot be changed where it stands is refused', () => {
  const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  test.each([
    ['a part of it is tracked', cell(`${run('1')}<w:ins w:id="2">${run('2')}</w:ins>`), '12', 'tracked'],
    ['beside a tracked deletion', cell(`<w:del w:id="1"/>${run('12')}`), '12', 'tracked'],
    ['the result of a field', cell(`${field('begin')}${field('separate')}${run('12')}${field('end')}`), '12', 'field'],
    [
      'the result of a simple field',
      cell(`<w:fldSimple w:instr="=SUM(LEFT)">${run('12')}</w:fldSimple>`),
      '12',
      'field',
    ],
    [
      'what a property of the document fills in',
      cell(`<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>${run('12')}</w:sdtContent></w:sdt>`),
      '12',
      'bound',
    ],
    ['not all of it is text', cell(`${run('1')}<w:r><w:noBreakHyphen/></w:r>${run('2')}`), '1-2', 'generated'],
    ['over the border of cells', cell(run('1')) + cell(run('2')), '1\t2', 'structure'],
    ['a comment stands in it', cell('<w:r><w:t>1<!-- x -->2</w:t></w:r>'), '12', 'markup'],
  ])('%s', (_what, cells, from, reason) => {
    const bytes = table(cells);
    expect(edit(bytes, from, '34')).toEqual({ kind: 'edited', bytes, refusals: [reason] });
  });

  test.each([
    ['signed', { '_xmlsignatures/sig1.xml': '<s/>' }],
    [
      'protected',
      { 'word/settings.xml': '<w:settings><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>' },
    ],
  ])('a document that is %s', (reason, parts) => {
    expect(edit(docxOf(paragraph('12'), parts), '12', '34')).toEqual({ kind: 'refused', reason });
  });
});

describe('any report', () => {
  test('read by another reader, has the new numbers in the places of the old ones', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyNumbers,
        fc.constantFrom('wps' as const, 'pandoc' as const),
        fc.nat(),
        async (numbers, shape, seed) => {
          const bytes = renderDocx(numbers, shape, plainStyle);
          const text = textOf(bytes);
          const found = [...text.matchAll(/(?<=[\t])\d+(?=[\t\n])/g)];
          const wanted = found.filter((_, at) => at % 5 === seed % 5);
          const edits = wanted.map(({ index, 0: digits }) => ({
            span: { start: index, end: index + digits.length },
            newText: String(Number(digits) + 100),
          }));
          const result = editDocx(bytes, edits);
          if (result.kind !== 'edited') throw new Error(result.reason);
          expect(result.refusals).toEqual(edits.map(() => undefined));
          expect(await mammothText(result.bytes)).toBe(textOf(result.bytes).replace(/\s/g, ''));
        },
      ),
      { seed: 14, numRuns: 10 },
    );
  });
});

describe('an archive with a changed part', () => {
  const part = (text: string) => strToU8(text.repeat(50));

  test('keeps all other entries, their order, headers and comment as they are', () => {
    const before = zipSync(
      { 'a.xml': part('甲'), 'word/b.xml': [part('乙'), { level: 0 }], 'c.bin': part('丙') },
      { mtime: '2024-02-03T04:05:06', comment: 'x' },
    );
    const after = repack(
      before,
      new Map([
        ['word/b.xml', part('丁')],
        ['new.xml', part('戊')],
      ]),
    ) as Uint8Array;
    const plain = Object.entries(unzipSync(after)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
    expect(plain).toEqual([
      ['a.xml', '甲'.repeat(50)],
      ['word/b.xml', '丁'.repeat(50)],
      ['c.bin', '丙'.repeat(50)],
      ['new.xml', '戊'.repeat(50)],
    ]);
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    for (const same of ['甲', '丙']) expect(hex(after)).toContain(hex(deflateSync(part(same))));
    expect(repack(before, new Map())).toEqual(before);
  });

  test('of which the sizes follow the contents is copied like any other', async () => {
    const { Zip, ZipDeflate } = await import('fflate');
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_error, chunk) => chunks.push(chunk));
    for (const name of ['a', 'b']) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(part(name), true);
    }
    zip.end();
    const before = new Uint8Array(Buffer.concat(chunks));
    expect(repack(before, new Map())).toEqual(before);
    const after = repack(before, new Map([['a', part('c')]])) as Uint8Array;
    expect(unzipSync(after)).toEqual({ a: part('c'), b: part('b') });
  });

  test('that is not understood is not written', () => {
    const before = packDocx({ 'word/document.xml': 'x' });
    expect(repack(before.slice(0, -1), new Map())).toBeUndefined();
    expect(repack(new Uint8Array([...new Uint8Array(9), ...before]), new Map())).toBeUndefined();
  });
});
