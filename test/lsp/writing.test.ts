import { describe, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, Range, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import type { Draft } from '../../server/src/features/draft/draft.ts';
import type { PasteResult } from '../../server/src/lsp/handlers/cells.ts';
import { applyAll, type Editor, messagesTo, type Open, type Options } from './editor.ts';
import { find, NOTES, positionAt, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const OPTIONS = { tabSize: 4, insertSpaces: true };

const format = (editor: Editor, { uri }: Open) =>
  editor.ask<TextEdit[] | null>('textDocument/formatting', { textDocument: { uri }, options: OPTIONS });

/** Where each bar of a line stands when Chinese characters are two columns wide. */
const bars = (line: string) => {
  const columns: number[] = [];
  let column = 0;
  for (const character of line) {
    if (character === '|') columns.push(column);
    column += character.charCodeAt(0) > 0x2e80 ? 2 : 1;
  }
  return columns;
};

describe('formatting', () => {
  test('puts the columns of a Markdown table below each other, and finds nothing to do the second time', async () => {
    const editor = await servers.start();
    expect(editor.initialized.capabilities).toMatchObject({ documentFormattingProvider: true });
    const document = editor.open(sample('mdtable', { digits: 'fullwidth' }).text);
    const text = applyAll(document.text, (await format(editor, document)) ?? []);
    const rows = text.split('\n').filter((line) => /(?:\|\s*[０-９]+\s*){7}\|$/.test(line) && bars(line).length === 11);
    expect(rows).toHaveLength(25);
    expect(new Set(rows.map((line) => bars(line).slice(-8).join())).size).toBe(1);
    expect(text.replaceAll(/[ -]/g, '')).toBe(document.text.replaceAll(/[ -]/g, ''));
    const again = editor.open(text);
    expect(await format(editor, again)).toEqual([]);
  });

  test('also where only the name of the file tells the year', async () => {
    const editor = await servers.start();
    const text = sample('mdtable')
      .text.replace(/^.*年度报告.*$/m, '')
      .replaceAll('2024', '');
    const document = editor.open(text, { uri: 'file:///reports/2024.md', languageId: 'markdown' });
    expect((await format(editor, document))?.length).toBeGreaterThan(20);
  });

  test('of a selection changes its lines alone', async () => {
    const editor = await servers.start();
    const document = editor.open(sample('mdtable').text);
    const range = {
      start: { line: find(document.text, '（一）予以公开').start.line, character: 0 },
      end: find(document.text, '（一）予以公开').end,
    };
    const edits = await editor.ask<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri: document.uri },
      range,
      options: OPTIONS,
    });
    expect(edits.length).toBeGreaterThan(0);
    expect(new Set(edits.map((each) => each.range.start.line))).toEqual(new Set([range.start.line]));
  });

  test('a digit typed into an aligned row moves nothing behind it', async () => {
    const editor = await servers.start();
    const first = editor.open(sample('mdtable').text);
    const aligned = applyAll(first.text, (await format(editor, first)) ?? []);
    const document = editor.open(aligned);
    const row = find(aligned, '（一）予以公开').start.line;
    const line = aligned.split('\n')[row] ?? '';
    const at = { line: row, character: line.indexOf('| 8 ') + 3 };
    editor.edit(document, { range: { start: at, end: at }, newText: '5' });
    const position = { line: row, character: at.character + 1 };
    const edits = await editor.ask<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri: document.uri },
      position,
      ch: '5',
      options: OPTIONS,
    });
    expect(applyAll(document.text, edits).split('\n')[row]).toBe(line.replace('| 8  ', '| 85 '));
  });

  test('says nothing of other texts and of files of values', async () => {
    const editor = await servers.start();
    expect(await format(editor, editor.open(NOTES))).toBeNull();
    expect(await format(editor, editor.open(sample('tsv').text, { languageId: 'tsv' }))).toBeNull();
  });

  test('is registered for the language modes that a client names, and only there', async () => {
    const registered: unknown[] = [];
    const editor = await servers.start({
      initialization: { formats: ['zfxxgk-report'] },
      answers: {
        'client/registerCapability': (params) => {
          registered.push(...(params as { registrations: unknown[] }).registrations);
          return null;
        },
      },
    });
    await editor.settle();
    expect(editor.initialized.capabilities).not.toHaveProperty('documentFormattingProvider');
    expect(registered).toMatchObject(
      ['formatting', 'rangeFormatting', 'onTypeFormatting'].map((name) => ({
        method: `textDocument/${name}`,
        registerOptions: { documentSelector: [{ language: 'zfxxgk-report' }] },
      })),
    );
  });
});

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

describe('cells', () => {
  const next = (editor: Editor, { uri }: Open, position: object, back = false) =>
    editor.ask<Range | null>('zfxxgk/nextCell', { textDocument: { uri }, position, back });

  test('are walked through in the order of the text, there and back', async () => {
    const editor = await servers.start();
    const report = sample('spaced');
    const document = editor.open(report.text);
    const at = (column: number, row = 2) => report.range({ table: 3, row, column });
    expect(await next(editor, document, at(0).end)).toEqual(at(1));
    expect(await next(editor, document, at(1).start, true)).toEqual(at(0));
    expect(await next(editor, document, at(6).end)).toEqual(at(0, 3));
    expect(await next(editor, document, { line: 0, character: 0 })).toBeNull();
  });

  const paste = (editor: Editor, { uri }: Open, range: Range, text: string, html?: string) =>
    editor.ask<PasteResult | null>('zfxxgk/paste', { textDocument: { uri }, range, text, ...(html ? { html } : {}) });
  const pasted = (document: Open, range: Range, result: PasteResult | null) =>
    applyAll(document.text, [{ range, newText: result?.insert ?? '' }, ...(result?.others ?? [])]);

  test('from a spreadsheet replace just as many cells', async () => {
    const editor = await servers.start();
    const report = sample('mdtable');
    const document = editor.open(report.text);
    const range = report.range({ table: 3, row: 4, column: 1 });
    const result = await paste(editor, document, range, '7\t8\r\n9\t10\r\n');
    expect(result?.kind).toBe('cells');
    const lines = pasted(document, range, result)
      .split('\n')
      .filter((line) => /国家秘密|其他法律/.test(line));
    expect(
      lines.map((line) =>
        line
          .split('|')
          .slice(4, 8)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ['0', '7', '8', '0'],
      ['0', '9', '10', '0'],
    ]);
    // One value, words, and more than there are cells are pasted plainly.
    expect(await paste(editor, document, range, '7')).toBeNull();
    expect(await paste(editor, document, range, '一个\t数')).toBeNull();
    expect(await paste(editor, document, report.range({ table: 3, row: 24, column: 6 }), '1\t2\n3\t4')).toBeNull();
  });

  test('of a whole table from a page come in the layout of the report', async () => {
    const editor = await servers.start();
    const page = sample('html').text;
    const from = page.indexOf('<table', page.indexOf('三、收到和处理'));
    const html = `<html><body>${page.slice(from, page.indexOf('</table>', from) + 8)}</body></html>`;
    const without = sample('mdtable').text.replace(/\| （本列[\s\S]*?\n(?=\n## 四)/, '‸\n');
    const at = positionAt(without, without.indexOf('‸'));
    const document = editor.open(without.replace('‸', ''));
    const range = { start: at, end: at };
    const result = await paste(editor, document, range, '', html);
    expect(result?.kind).toBe('table');
    const text = pasted(document, range, result);
    expect(text).toMatch(/^\| 三、本年度办理结果 \| （一）予以公开 \| +\| 8 +\|/m);
    expect(await editor.published(editor.open(text))).toEqual([]);
    expect(await paste(editor, document, range, '', '<table><tr><td>名单</td><td>1</td></tr></table>')).toBeNull();
  });
});
