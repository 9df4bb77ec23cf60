import { expect, test } from 'vitest';
import type { Position, Range } from 'vscode-languageserver';
import type { Editor, Open } from './editor.ts';
import { find, GRANTED_NATURAL, GRANTED_TOTAL, sample, textIn } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();

interface Hover {
  readonly contents: { readonly kind: string; readonly value: string };
  readonly range: Range;
}

async function hover(editor: Editor, { uri, text }: Open, position: Position) {
  const found = await editor.ask<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  return found && { on: textIn(text, found.range), shown: `\n${readable(found.contents.value)}\n`, ...found.contents };
}

/** Two blanks at the end of a line break it in Markdown; a reader does not see them. */
const readable = (markdown: string) => markdown.replace(/ +$/gm, '').trim();

/** What a hover says is held by test/features; here is its shape. */
test('on a total: Markdown with the sum written out, and the range of the value', async () => {
  const editor = await servers.start();
  const document = editor.open(report.text);
  const found = await hover(editor, document, report.range(GRANTED_TOTAL).start);
  expect(found).toMatchObject({ on: '12', kind: 'markdown' });
  expect(found?.shown).toBe(`
**（一）予以公开·总计**：12

自然人 8
＋ 法律服务机构 4
= **12** ✓

- “总计”列办理结果之和：16 ✓
`);
});

test('in prose and between cells there is none', async () => {
  const editor = await servers.start();
  const document = editor.open(report.text);
  expect(await hover(editor, document, find(report.text, '主要问题：').start)).toBeNull();
});

test('an edit shows at once in the next hover', async () => {
  const editor = await servers.start({ pull: true });
  const document = editor.open(report.text);
  for (const value of ['9', '10', '11']) {
    const { start } = report.range(GRANTED_NATURAL);
    const [row = ''] = document.text.split('\n').slice(start.line, start.line + 1);
    const end = { ...start, character: row.indexOf('\t', start.character) };
    editor.edit(document, { range: { start, end }, newText: value });
    expect((await hover(editor, document, start))?.shown).toContain(`**（一）予以公开·自然人**：${value}`);
  }
});
