import { expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import type { Drawing, FoundPlace } from '../../server/src/lsp/handlers/drawing.ts';
import { report } from '../support/report.ts';
import { elementsOf } from '../view/drawing.ts';
import { textIn } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const WRONG = report({ three: '（一）予以公开 | 9 0 0 0 4 0 12' });

test('the drawing of an open report leads back to its text, and its buttons put the number right', async () => {
  const editor = await servers.start();
  const document = editor.open(WRONG);
  const textDocument = { uri: document.uri };
  const drawing = await editor.ask<Drawing>('zfxxgk/drawing', { textDocument });
  const { version } = document;
  expect(drawing.version).toBe(version);
  const elements = elementsOf(drawing.elements.join(''));
  const buttons = elements.filter(({ name }) => name === 'button');
  const button = buttons.find(({ attributes }) => !attributes['data-fix']?.includes('.'));
  expect(button?.text).toBe('8');
  const cell = elements.find(({ attributes }) => attributes.class?.startsWith('wrong'))?.attributes.id ?? '';

  const found = await editor.ask<FoundPlace>('zfxxgk/drawingPlace', { textDocument, version, place: cell });
  expect(found.range && textIn(WRONG, found.range)).toBe('9');
  const back = { textDocument, version, place: found.range?.start };
  expect(await editor.ask<FoundPlace>('zfxxgk/drawingPlace', back)).toEqual({ id: cell });

  const finding = Number(button?.attributes['data-fix']);
  const edits = await editor.ask<TextEdit[]>('zfxxgk/drawingFix', { textDocument, version, finding });
  expect(edits).toEqual([{ range: found.range, newText: '8' }]);
  editor.edit(document, ...edits);
  const after = await editor.ask<Drawing>('zfxxgk/drawing', { textDocument });
  expect(elementsOf(after.elements.join('')).filter(({ attributes }) => attributes.class?.startsWith('wrong'))).toEqual(
    [],
  );

  // What belongs to a version that is gone is answered with nothing.
  expect(await editor.ask('zfxxgk/drawingFix', { textDocument, version, finding })).toBeNull();
  expect(await editor.ask('zfxxgk/drawingPlace', { textDocument, version, place: cell })).toBeNull();
});

test('what is no report, no place and no finding is answered with nothing', async () => {
  const editor = await servers.start();
  const { uri, version } = editor.open('会议记录\n');
  expect(await editor.ask('zfxxgk/drawing', { textDocument: { uri } })).toBeNull();
  const good = editor.open(report(), { uri: 'file:///good.txt' });
  const textDocument = { uri: good.uri };
  for (const place of ['c3-99-0', 'c9-0-0', 'p12', 'x', '', { line: 0, character: 0 }]) {
    expect(await editor.ask('zfxxgk/drawingPlace', { textDocument, version: good.version, place })).toEqual({});
  }
  expect(await editor.ask('zfxxgk/drawingFix', { textDocument, version, finding: 3 })).toBeNull();
});
