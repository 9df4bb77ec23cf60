import { describe, expect, test } from 'vitest';
import { change, publishedOf } from './editor.ts';
import type { Message } from './framing.ts';
import { REVIEW_TOTAL, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();

describe('fifty changes written in one go', () => {
  test('the last published findings are those of the last version, and versions only grow', async () => {
    const editor = await servers.start();
    const document = editor.open(report.text);
    await editor.published(document);
    const range = report.range(REVIEW_TOTAL);
    editor.burst(Array.from({ length: 50 }, (_, turn) => change(document, { range, newText: String(turn % 10) })));
    expect(await editor.published(document)).toMatchObject([{ code: 'review-total', data: { stated: 9 } }]);
    await editor.settle();
    const versions = publishedOf(editor, document.uri).map(({ version }) => version ?? 0);
    expect(versions.at(-1)).toBe(51);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
  });

  test('are judged together: nothing is published for a version that is already old', async () => {
    const editor = await servers.start();
    const document = editor.open(report.text);
    await editor.published(document);
    const range = report.range(REVIEW_TOTAL);
    editor.burst(Array.from({ length: 50 }, (_, turn) => change(document, { range, newText: String(turn % 10) })));
    await editor.published(document);
    await editor.settle();
    // The system may cut what was written into a few pieces, each of which the server sees by itself.
    expect(publishedOf(editor, document.uri).length).toBeLessThan(10);
  });

  test('over two documents: each ends with its own last version', async () => {
    const editor = await servers.start();
    const documents = [editor.open(report.text), editor.open(report.text)];
    const range = report.range(REVIEW_TOTAL);
    const digits = Array.from({ length: 50 }, (_, turn) => String(turn % 10));
    editor.burst(digits.flatMap((newText) => documents.map((document) => change(document, { range, newText }))));
    for (const document of documents) {
      expect(await editor.published(document)).toMatchObject([{ data: { stated: 9 } }]);
    }
  });

  test('a pull between changes speaks of the text at its place in the row', async () => {
    const editor = await servers.start({ pull: true });
    const document = editor.open(report.text);
    const range = report.range(REVIEW_TOTAL);
    const pull: Message = {
      id: null,
      method: 'textDocument/diagnostic',
      params: { textDocument: { uri: document.uri } },
    };
    const answers = editor.burst(['3', '4', '5'].flatMap((newText) => [change(document, { range, newText }), pull]));
    const stated = (await Promise.all(answers)).map(
      ({ result }) => (result as { items: { data: { stated: number } }[] }).items[0]?.data.stated,
    );
    expect(stated).toEqual([3, 4, 5]);
  });
});

describe('cancelled requests', () => {
  test('are answered, and the server goes on', async () => {
    const editor = await servers.start();
    const { uri } = editor.open(report.text);
    const params = { textDocument: { uri } };
    const requests = Array.from({ length: 20 }, (_, at) => ({
      id: `request ${at}`,
      method: 'textDocument/documentSymbol',
      params,
    }));
    const cancels = requests.map(({ id }) => ({ method: '$/cancelRequest', params: { id } }));
    const answers = await Promise.all(editor.burst([...requests, ...cancels]));
    expect(answers).toHaveLength(20);
    // Whoever was too late to cancel gets a result; RequestCancelled is -32800.
    for (const { result, error } of answers) expect(error?.code ?? (Array.isArray(result) && -32800)).toBe(-32800);
    expect(answers.filter(({ error }) => error).length).toBeGreaterThan(0);
    expect(await editor.ask('textDocument/documentSymbol', params)).toHaveLength(6);
  });

  test('cancelling what was never asked or is long answered does no harm', async () => {
    const editor = await servers.start();
    const { uri } = editor.open(report.text);
    for (const id of [999, 'never', 1]) editor.notify('$/cancelRequest', { id });
    expect(await editor.ask('textDocument/documentSymbol', { textDocument: { uri } })).toHaveLength(6);
  });
});
