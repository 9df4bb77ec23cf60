import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import type { Draft } from '../../server/src/features/draft/draft.ts';
import type { Editor } from './editor.ts';
import { NOTES, positionAt, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();

describe('completion', () => {
  const complete = async (editor: Editor, text: string, languageId = 'plaintext') => {
    const at = text.indexOf('‸');
    const document = editor.open(text.replace('‸', ''), { languageId });
    const position = positionAt(text, at);
    return editor.ask<CompletionItem[] | null>('textDocument/completion', {
      textDocument: { uri: document.uri },
      position,
    });
  };
  const lacking = sample('tsv').text.replace(/^\t\t2\.重复申请.*$/m, '‸');

  test('gives places to fill in only to a client that walks through them', async () => {
    const plain = await servers.start();
    const [row] = (await complete(plain, lacking)) ?? [];
    expect(row).toMatchObject({ insertTextFormat: 1, textEdit: { newText: '\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0' } });
    const modern = await servers.start({ snippets: true });
    const [same] = (await complete(modern, lacking)) ?? [];
    expect(same).toMatchObject({ insertTextFormat: 2 });
    expect(same?.textEdit?.newText).toMatch(/\$\{1:0\}\t\$\{2:0\}/);
  });

  test('is silent in Markdown that is no report, and speaks in an empty text of the language mode', async () => {
    const editor = await servers.start();
    expect(await complete(editor, '# 会议记录\n\n一、‸\n', 'markdown')).toBeNull();
    const [first] = (await complete(editor, '‸', 'zfxxgk-report')) ?? [];
    expect(first).toMatchObject({ label: '一、总体情况', kind: 9 });
  });
});

describe('a new report', () => {
  test('from last year’s is on the next year, and the blank form is read whole', async () => {
    const editor = await servers.start();
    const { uri } = editor.open(sample('mdtable').text);
    const draft = await editor.ask<Draft>('zfxxgk/newReport', { textDocument: { uri } });
    expect(draft).toMatchObject({ year: 2025, agency: '砚泠市档案局' });
    expect(draft.text).toMatch(/^\| 二、上年结转政府信息公开申请数量 \| {2}\| +\| 1 +\| 0/m);
    const blank = await editor.ask<Draft>('zfxxgk/newReport', { agency: '砚泠市档案局', year: 2025, layout: 'tsv' });
    const codes = async (text: string) => [
      ...new Set((await editor.published(editor.open(text))).map(({ code }) => code)),
    ];
    expect(await codes(blank.text)).toEqual(['template-residue', 'cell-blank', 'section-empty']);
    expect(await editor.ask('zfxxgk/newReport', { textDocument: { uri: editor.open(NOTES).uri } })).toBeNull();
  });
});
