import { describe, expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { applyAll, type Editor, messagesTo, type Open, type Options } from './editor.ts';
import { find, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();

describe('converting tables', () => {
  /** An editor that makes the edits that it is asked for. */
  async function start(text: string, options: Options = {}) {
    const held: { editor?: Editor; document?: Open } = {};
    const editor = await servers.start({
      commands: true,
      versioned: true,
      ...options,
      answers: {
        'workspace/applyEdit': (params) => {
          const [change] = (params as { edit: { documentChanges: TextDocumentEdit[] } }).edit.documentChanges;
          if (held.document) held.editor?.edit(held.document, ...([...(change?.edits ?? [])].reverse() as TextEdit[]));
          return { applied: true };
        },
      },
    });
    const document = editor.open(text);
    Object.assign(held, { editor, document });
    const run = (command: string, argument: object) =>
      editor.ask<number | null>('workspace/executeCommand', {
        command: `zfxxgk.server.${command}`,
        arguments: [{ uri: document.uri, ...argument }],
      });
    return { editor, document, run };
  }

  test('all to Markdown: no finding comes or goes, and the values are where the form has them', async () => {
    const { editor, document, run } = await start(sample('spaced').text);
    expect(await run('convertTables', { to: 'markdown' })).toBe(3);
    expect(document.text).toMatch(/^\| 三、本年度办理结果 \| （一）予以公开 \| +\| 8 +\|/m);
    expect(await editor.published(document)).toEqual([]);
    expect(messagesTo(editor).map(({ message }) => message)).toEqual(['转换了 3 张表']);
  });

  test('one, by the code action at its place, which is offered when somebody asks', async () => {
    const { editor, document } = await start(sample('tsv').text);
    const range = find(document.text, '（一）予以公开');
    const ask = (context: object) =>
      editor.ask<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: document.uri },
        range,
        context: { diagnostics: [], ...context },
      });
    expect(await ask({ triggerKind: 2 })).toEqual([]);
    const actions = await ask({ triggerKind: 1 });
    expect(actions.map(({ title, kind }) => `${kind} ${title}`)).toEqual([
      'refactor.rewrite 表三转换为 Markdown 表格',
      'refactor.rewrite 表三转换为对齐的文本',
      'refactor.rewrite 表三转换为 HTML 表格',
      'refactor.rewrite 表三转换为一格一行',
      'refactor.rewrite 表三转换为逗号分隔（CSV）',
    ]);
    const { command, arguments: given } = actions[2]?.command ?? {};
    await editor.ask('workspace/executeCommand', { command, arguments: given });
    expect(document.text).toContain(
      '<tr><td rowspan="22">三、本年度办理结果</td><td colspan="2">（一）予以公开</td><td>8</td>',
    );
    expect(document.text).toContain('行政规范性文件\t3\t1\t12');
    expect(await editor.published(document)).toEqual([]);
  });

  test('one with a blank cell stays as it is where that layout has no place for it, and it is said why', async () => {
    const report = sample('tsv');
    const range = report.range({ table: 2, row: 1, column: 1 });
    const { editor, document, run } = await start(applyAll(report.text, [{ range, newText: '' }]));
    const before = document.text;
    expect(await run('convertTables', { to: 'text', position: range.start })).toBe(0);
    expect(document.text).toBe(before);
    expect(messagesTo(editor).map(({ message }) => message)).toEqual([expect.stringContaining('表二未动')]);
    // Behind bars it has one.
    expect(await run('convertTables', { to: 'markdown', position: range.start })).toBe(1);
    expect(await editor.published(document)).toMatchObject([{ code: 'cell-blank' }]);
  });

  test('整理表格 by a command, whatever the language mode', async () => {
    const { document, run } = await start(sample('loosepipe').text);
    const before = document.text;
    expect(await run('alignTables', { tabSize: 4 })).toBeGreaterThan(20);
    expect(document.text.replaceAll(' ', '')).toBe(before.replaceAll(' ', ''));
    expect(await run('alignTables', { tabSize: 4 })).toBe(0);
  });
});
