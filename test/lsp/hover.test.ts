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

test('on a total: the sum written out, then whether the column holds too', async () => {
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

test('on a wrong total: what it should be and by how much it is off', async () => {
  const editor = await servers.start();
  const document = editor.open(report.text);
  editor.edit(document, { range: report.range(GRANTED_TOTAL), newText: '15' });
  const found = await hover(editor, document, report.range(GRANTED_TOTAL).end);
  expect(found?.shown).toBe(`
**（一）予以公开·总计**：15

自然人 8
＋ 法律服务机构 4
= **12** ✗ 写的是 15，相差 3

- “总计”列办理结果之和：19 ✗ 写的是 16，相差 3

⚠ 只改这一格为 **12**，全部勾稽关系即可成立。
`);
});

test('on an addend: its row and column, and the identities that it takes part in', async () => {
  const editor = await servers.start();
  const document = editor.open(report.text);
  const found = await hover(editor, document, report.range(GRANTED_NATURAL).start);
  expect(found?.on).toBe('8');
  expect(found?.shown).toBe(`
**（一）予以公开·自然人**：8

- 本行“（一）予以公开”总计：12 ✓
- “自然人”列办理结果之和：10 ✓
`);
});

test('on the label of a row: its totals', async () => {
  const editor = await servers.start();
  const document = editor.open(report.text);
  const found = await hover(editor, document, find(report.text, '一、本年新收政府信息公开申请数量').start);
  expect(found?.on).toBe('一、本年新收政府信息公开申请数量');
  expect(found?.shown).toBe(`
**一、本年新收政府信息公开申请数量**

自然人 9
＋ 商业企业 1
＋ 法律服务机构 4
= **14** ✓
`);
});

test('on the heading of section 三: the balance of the table and how many identities hold', async () => {
  const editor = await servers.start();
  const document = editor.open(report.text);
  const heading = '三、收到和处理政府信息公开申请情况';
  const found = await hover(editor, document, find(report.text, heading).end);
  expect(found?.on).toBe(heading);
  expect(found?.shown).toBe(`
**收到和处理政府信息公开申请情况**

本年新收 14
＋ 上年结转 3
－ （七）总计 16
= **1** ✓

勾稽关系：✓ 39 项，✗ 0 项，? 0 项
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
    expect((await hover(editor, document, start))?.shown).toContain(`**（一）予以公开·自然人**：${value}\n`);
  }
});
