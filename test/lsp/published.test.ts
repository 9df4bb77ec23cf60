import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CodeAction, Hover, TextEdit } from 'vscode-languageserver';
import { useServer } from './setup.ts';

const servers = useServer();

const PUBLISHED = join(import.meta.dirname, '../../../shared/reports/real/003_26e628ebac378d18.txt');
const absent = !existsSync(PUBLISHED);
if (absent) console.log('skipped: the published reports are not there');

/** The first value of the row that a label begins, in a table with a cell per line. */
function firstCell(text: string, label: string): { line: number; value: string } {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.trim().startsWith(label)) + 1;
  return { line, value: (lines[line] ?? '').trim() };
}

test.skipIf(absent)(
  'a published report: change a number, see it, hover the total, take the fix, see it go',
  async () => {
    const editor = await servers.start({ versioned: true });
    const original = readFileSync(PUBLISHED, 'utf8');
    const document = editor.open(original);
    expect((await editor.published(document)).map(({ code }) => code)).toEqual(['section-numbering']);

    const cell = firstCell(original, '（一）予以公开');
    const range = {
      start: { line: cell.line, character: 1 },
      end: { line: cell.line, character: 1 + cell.value.length },
    };
    editor.edit(document, { range, newText: String(Number(cell.value) + 3) });
    const findings = await editor.published(document);
    expect(findings.map(({ code }) => code)).toEqual([
      'cell-suspect',
      'row-total',
      'outcome-total',
      'section-numbering',
    ]);

    const [, row] = findings;
    if (!row) throw new Error('no finding');
    const textDocument = { uri: document.uri };
    const hover = await editor.ask<Hover>('textDocument/hover', { textDocument, position: row.range.start });
    expect(JSON.stringify(hover.contents)).toMatch(/✗ 写的是 \d+，差 3/);

    const context = { diagnostics: [row], only: ['quickfix'] };
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: row.range,
      context,
    });
    const fix = actions.find(({ isPreferred }) => isPreferred);
    const [change] = (fix?.edit?.documentChanges ?? []) as { textDocument: { version: number }; edits: TextEdit[] }[];
    expect(change?.textDocument.version).toBe(document.version);
    editor.edit(document, ...(change?.edits ?? []));
    expect((await editor.published(document)).map(({ code }) => code)).toEqual(['section-numbering']);
    expect(document.text).toBe(original);
  },
);
