import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { annotateDocx } from '../../server/src/import/annotate-docx.ts';
import { AUTHOR, commentsIn } from '../../server/src/import/comment-package.ts';
import { importDocx } from '../../server/src/import/docx.ts';
import { readXml } from '../../server/src/import/xml.ts';
import { DOCX_SHAPES, docxOf, paragraph, renderDocx, run } from '../support/docx.ts';
import { anyNumbers } from '../support/generate/numbers.ts';
import { plainStyle } from '../support/generate/style.ts';

const DATE = new Date('2026-11-21T08:00:00.123Z');
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function textOf(bytes: Uint8Array): string {
  const result = importDocx(bytes);
  if (result.kind !== 'imported') throw new Error(`not read: ${JSON.stringify(result)}`);
  return result.text;
}

/** Comments at the first places of these texts, each saying its own. */
function annotated(bytes: Uint8Array, ...places: string[]): Uint8Array {
  const text = textOf(bytes);
  const remarks = places.map((place) => {
    const start = text.indexOf(place);
    return { span: { start, end: start + place.length }, paragraphs: [`关于“${place}”`, '可以改'] };
  });
  const result = annotateDocx(bytes, remarks, DATE);
  if (result.kind !== 'annotated') throw new Error(result.reason);
  return result.bytes;
}

const parts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** The text between the marks of each comment, by what the comment says; read from the XML alone. */
function marked(bytes: Uint8Array): Record<string, string> {
  const open = new Map<string, string>();
  const found = new Map<string, string>();
  const said = new Map(commentsIn(bytes).map(({ id, text }) => [id, text]));
  readXml(unzipSync(bytes)['word/document.xml'] as Uint8Array, {
    open: ({ name, attributes: { id = '' } }) => {
      if (name === 'commentRangeStart') open.set(id, '');
      if (name === 'commentRangeEnd') found.set(id, open.get(id) ?? 'no start');
      if (name === 'commentReference' && !found.has(id)) throw new Error(`reference before the end of ${id}`);
    },
    close: () => undefined,
    text: (text) => {
      for (const [id, before] of open) if (!found.has(id)) open.set(id, before + text);
    },
  });
  return Object.fromEntries([...found].map(([id, text]) => [said.get(id) ?? `no comment ${id}`, text]));
}

const PEOPLE = {
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`,
  'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="4" w:author="科长"><w:p>${run('请核实')}</w:p></w:comment></w:comments>`,
};
const REVIEWED = docxOf(
  `<w:p><w:commentRangeStart w:id="4"/>${run('收到申请12件，办结11件')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>`,
  PEOPLE,
);

describe('a comment', () => {
  test('stands at its characters, in a run of the same look', () => {
    const look = '<w:rPr><w:b/></w:rPr>';
    const bytes = annotated(docxOf(`<w:p>${run('收到12件，办结11件', look)}</w:p>`), '12', '11');
    expect(marked(bytes)).toEqual({ '关于“12”可以改': '12', '关于“11”可以改': '11' });
    const cut = parts(bytes)
      ['word/document.xml']?.replace(/<w:comment\w+ [^>]*>/g, '')
      .replaceAll('<w:r></w:r>', '');
    expect(cut).toContain(['收到', '12', '件，办结', '11', '件'].map((each) => run(each, look)).join(''));
  });

  test('goes over several runs, and to the end of a blank cell', () => {
    const bytes = docxOf(
      `<w:tbl><w:tr><w:tc><w:p>${run('1')}${run('2')}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
    );
    const blank = textOf(bytes).indexOf('\t') + 1;
    const remarks = [
      { span: { start: 1, end: 3 }, paragraphs: ['数'] },
      { span: { start: blank, end: blank }, paragraphs: ['空'] },
    ];
    const result = annotateDocx(bytes, remarks, DATE);
    expect(result.kind === 'annotated' && marked(result.bytes)).toEqual({ 数: '12', 空: '' });
  });

  test('is not put into a text box, which cannot hold one', () => {
    const box = `<w:r><w:pict><w:txbxContent>${paragraph('框内7')}</w:txbxContent></w:pict></w:r>`;
    expect(marked(annotated(docxOf(`${paragraph('前')}<w:p>${box}</w:p>`), '7'))).toEqual({ '关于“7”可以改': '前' });
  });

  test('comes with the parts and relations that it needs', () => {
    const { 'word/comments.xml': comments, ...rest } = parts(annotated(docxOf(paragraph('12')), '12'));
    expect(comments).toContain(`w:author="${AUTHOR}" w:date="2026-11-21T08:00:00Z"`);
    expect(rest['[Content_Types].xml']).toContain(
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    );
    expect(rest['word/_rels/document.xml.rels']).toMatch(
      /<Relationship Id="rIdComments1" Type="[^"]*\/2006\/relationships\/comments" Target="\/word\/comments.xml"\/>/,
    );
  });
});

describe('annotated again', () => {
  test('a document has the new comments only, and those of people', () => {
    const once = annotated(REVIEWED, '12', '11');
    const twice = annotated(once, '11', '申请');
    expect(marked(twice)).toEqual({
      请核实: '收到申请12件，办结11件',
      '关于“11”可以改': '11',
      '关于“申请”可以改': '申请',
    });
    expect(marked(annotated(twice))).toEqual({ 请核实: '收到申请12件，办结11件' });
    expect(annotated(once, '12', '11')).toEqual(once);
  });

  test('what somebody has answered stays, and is not said twice', () => {
    const ns = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
    const own = (id: number, paraId: string, text: string, author = AUTHOR) =>
      `<w:comment w:id="${id}" w:author="${author}"><w:p w14:paraId="${paraId}">${run(text)}</w:p></w:comment>`;
    const bytes = docxOf(
      `<w:p><w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/><w:commentRangeStart w:id="3"/>${run('收到12件')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>`,
      {
        ...PEOPLE,
        'word/comments.xml': `<w:comments xmlns:w="${W}" ${ns}>${own(1, '0A', '关于“12”可以改')}${own(2, '0B', '已核', '科长')}${own(3, '0C', '旧')}</w:comments>`,
        'word/commentsExtended.xml':
          '<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="0A"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/><w15:commentEx w15:paraId="0C"/></w15:commentsEx>',
        'word/commentsIds.xml':
          '<w16cid:commentsIds xmlns:w16cid="y"><w16cid:commentId w16cid:paraId="0C" w16cid:durableId="9"/></w16cid:commentsIds>',
        'word/commentsExtensible.xml':
          '<w16cex:commentsExtensible xmlns:w16cex="z"><w16cex:commentExtensible w16cex:durableId="9"/></w16cex:commentsExtensible>',
      },
    );
    const again = annotated(bytes, '12');
    expect(marked(again)).toEqual({ '关于“12”可以改': '收到12件', 已核: '收到12件' });
    const { 'word/commentsExtended.xml': extended, ...rest } = parts(again);
    expect(extended).toBe(
      '<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="0A"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>',
    );
    expect(rest['word/commentsIds.xml']).not.toContain('0C');
    expect(rest['word/commentsExtensible.xml']).not.toContain('durableId');
  });
});

test('any report in any shape is read by another reader with its comments', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyNumbers,
      fc.constantFrom(...DOCX_SHAPES),
      fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
      async (numbers, shape, at) => {
        const bytes = renderDocx(numbers, shape, plainStyle);
        const text = textOf(bytes);
        const remarks = at.map((each, number) => {
          const start = each % text.length;
          return { span: { start, end: Math.min(text.length, start + (each % 7)) }, paragraphs: [`第${number}条`] };
        });
        const result = annotateDocx(bytes, remarks, DATE);
        if (result.kind !== 'annotated') throw new Error(result.reason);
        const read = async (file: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value;
        expect(await read(result.bytes)).toBe(await read(bytes));
        const html = await mammoth.convertToHtml(
          { buffer: Buffer.from(result.bytes) },
          { styleMap: ['comment-reference => sup'] },
        );
        expect(html.value.match(/第\d条/g)).toHaveLength(remarks.length);
        expect(Object.keys(marked(result.bytes))).toHaveLength(remarks.length);
      },
    ),
    { seed: 14, numRuns: 12 },
  );
});
