import { describe, expect, test } from 'vitest';
import { applyAll, publishedOf } from './editor.ts';
import { CARRIED_OUT_NATURAL, GRANTED_NATURAL, GRANTED_TOTAL, NOTES, OUTCOME_NATURAL, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();
const uri = 'file:///reports/a.txt';

describe('published diagnostics', () => {
  test('a wrong total is underlined, explained and linked to its rule', async () => {
    const editor = await servers.start();
    const document = editor.open(report.text, { uri });
    expect(await editor.published(document)).toEqual([]);
    editor.edit(document, { range: report.range(GRANTED_TOTAL), newText: '15' });
    const [found, ofColumn, ...others] = await editor.published(document);
    expect(others).toEqual([]);
    // The column 总计 adds up what the rows state, so it fails by the same 3.
    expect(ofColumn).toMatchObject({ code: 'outcome-total', data: { stated: 16, computed: 19, column: '总计' } });
    expect(found).toEqual({
      range: report.range(GRANTED_TOTAL),
      severity: 1,
      code: 'row-total',
      codeDescription: { href: expect.stringMatching(/^file:\/\/.*\/docs\/rules\/row-total\.md$/) },
      source: 'zfxxgk',
      message:
        '“（一）予以公开”行总计写 15，应为 12，差 3：自然人 8 + 法律服务机构 4 = 12。只改这一格即可使全部勾稽关系成立（像是改了各项而没有重算总计）。',
      relatedInformation: [
        { location: { uri, range: report.range(GRANTED_NATURAL) }, message: '自然人：8' },
        { location: { uri, range: report.range({ ...GRANTED_NATURAL, column: 4 }) }, message: '法律服务机构：4' },
      ],
      data: {
        stated: 15,
        computed: 12,
        table: 3,
        row: '（一）予以公开',
        column: '总计',
        suspect: { row: '（一）予以公开', column: '总计', value: 12 },
      },
    });
  });

  test('a wrong addend fails its row and its column, and both name it', async () => {
    const editor = await servers.start();
    const wrong = applyAll(report.text, [{ range: report.range(GRANTED_NATURAL), newText: '7' }]);
    const document = editor.open(wrong, { uri });
    const [mark, ...found] = await editor.published(document);
    expect(mark).toMatchObject({ code: 'cell-suspect', severity: 1, range: report.range(GRANTED_NATURAL) });
    expect(mark?.relatedInformation?.map(({ location }) => location.range)).toEqual(found.map(({ range }) => range));
    expect(found.map(({ code, range }) => [code, range])).toEqual([
      ['row-total', report.range(GRANTED_TOTAL)],
      ['outcome-total', report.range(OUTCOME_NATURAL)],
    ]);
    for (const { message, relatedInformation } of found) {
      expect(message).toMatch(/写 7，应为 8。/);
      expect(relatedInformation?.[0]).toEqual({
        location: { uri, range: report.range(GRANTED_NATURAL) },
        message: '“（一）予以公开·自然人”应为 8',
      });
    }
  });

  test('the balance is judged at 四、结转下年度继续办理', async () => {
    const editor = await servers.start();
    const document = editor.open(report.text);
    editor.edit(document, { range: report.range(CARRIED_OUT_NATURAL), newText: '2' });
    const found = await editor.published(document);
    expect(found.map(({ code }) => code)).toEqual(['carry-balance', 'row-total']);
    expect(found[0]).toMatchObject({
      range: report.range(CARRIED_OUT_NATURAL),
      data: { stated: 2, computed: 1, suspect: { row: '四、结转下年度继续办理', column: '自然人', value: 1 } },
    });
  });

  test('closing a file clears it', async () => {
    const editor = await servers.start();
    const document = editor.open(report.text.replace('六、', '6、'));
    expect(await editor.published(document)).toHaveLength(1);
    editor.close(document);
    await editor.settle();
    expect(publishedOf(editor, document.uri).at(-1)).toEqual({ uri: document.uri, diagnostics: [] });
  });

  test('two documents keep their own findings', async () => {
    const editor = await servers.start();
    const good = editor.open(report.text);
    const bad = editor.open(report.text.replace('六、', '6、'));
    expect(await editor.published(bad)).toMatchObject([{ code: 'section-numbering' }]);
    expect(await editor.published(good)).toEqual([]);
    editor.close(bad);
    editor.edit(good, { range: report.range(GRANTED_TOTAL), newText: '13' });
    expect(await editor.published(good)).toMatchObject([{ code: 'row-total' }, { code: 'outcome-total' }]);
  });
});

describe('text that is no report', () => {
  test('gets no diagnostics, and an empty answer to every question', async () => {
    const editor = await servers.start();
    const document = editor.open(NOTES);
    expect(await editor.published(document)).toEqual([]);
    const textDocument = { uri: document.uri };
    const start = { line: 4, character: 3 };
    const range = { start, end: start };
    expect(await editor.ask('textDocument/hover', { textDocument, position: start })).toBeNull();
    expect(await editor.ask('textDocument/documentSymbol', { textDocument })).toBeNull();
    expect(await editor.ask('textDocument/foldingRange', { textDocument })).toEqual([]);
    expect(await editor.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } })).toEqual(
      [],
    );
  });

  test('is checked all the same in the language mode zfxxgk-report', async () => {
    const editor = await servers.start();
    const document = editor.open(NOTES, { languageId: 'zfxxgk-report' });
    const codes = (await editor.published(document)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'section-missing')).toHaveLength(6);
  });

  test('becomes a report when it is written', async () => {
    const editor = await servers.start();
    const document = editor.open('');
    expect(await editor.published(document)).toEqual([]);
    const start = { line: 0, character: 0 };
    editor.edit(document, { range: { start, end: start }, newText: report.text.replace('六、', '6、') });
    expect(await editor.published(document)).toMatchObject([{ code: 'section-numbering' }]);
  });
});
