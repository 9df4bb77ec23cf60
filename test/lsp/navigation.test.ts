import { expect, test } from 'vitest';
import type { DefinitionLink, DocumentHighlight, Location, Range } from 'vscode-languageserver';
import { report } from '../support/report.ts';
import type { Editor, Open } from './editor.ts';
import { useFolders } from './folder.ts';
import { find, GRANTED_NATURAL, GRANTED_TOTAL, OUTCOME_NATURAL, sample, textIn } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const folders = useFolders();
const { text, range } = sample();

const at = ({ uri }: Open, { start }: Range) => ({ textDocument: { uri }, position: start });
const highlight = (editor: Editor, document: Open, place: Range) =>
  editor.ask<DocumentHighlight[] | null>('textDocument/documentHighlight', at(document, place));

test('highlights: a total is written, its addends are read; nothing where the report knows nothing', async () => {
  const editor = await servers.start({ seeing: true });
  const document = editor.open(text);
  const found = (await highlight(editor, document, range(GRANTED_TOTAL))) ?? [];
  expect(found.map((each) => [textIn(text, each.range), each.kind])).toEqual([
    ['12', 3],
    ['16', 3],
    ['8', 2],
    ['4', 2],
  ]);
  expect(found[2]?.range).toEqual(range(GRANTED_NATURAL));
  expect(await highlight(editor, document, find(text, '主要问题'))).toBeNull();
});

test('definition and references in one text', async () => {
  const editor = await servers.start({ seeing: true });
  const document = editor.open(text);
  const links = await editor.ask<DefinitionLink[]>('textDocument/definition', at(document, range(GRANTED_NATURAL)));
  expect(links.map((link) => [link.targetUri, link.targetSelectionRange])).toEqual([
    [document.uri, range(GRANTED_TOTAL)],
    [document.uri, range(OUTCOME_NATURAL)],
  ]);
  expect(links[0]?.originSelectionRange).toEqual(range(GRANTED_NATURAL));
  const references = (includeDeclaration: boolean) =>
    editor.ask<Location[]>('textDocument/references', {
      ...at(document, range(GRANTED_NATURAL)),
      context: { includeDeclaration },
    });
  expect((await references(true)).map((each) => each.range)).toContainEqual(range(GRANTED_NATURAL));
  expect((await references(false)).map((each) => each.range)).not.toContainEqual(range(GRANTED_NATURAL));
});

const titled = (year: number) => `砚泠市档案局${year}年政府信息公开工作年度报告`;
const IN = '二、上年结转政府信息公开申请数量\t\t\t';
const OUT = '四、结转下年度继续办理\t\t\t';
const onYear = (year: number, carriedOut: string) =>
  report({ title: titled(year), three: `四、结转下年度继续办理 | ${carriedOut}` });

test('over the years: 上年结转 leads to last year’s file, 结转下年度 is used in next year’s', async () => {
  const before = onYear(2023, '1 0 0 0 0 1 2');
  const [now, next] = [onYear(2024, '1 0 0 0 0 0 1'), onYear(2025, '3 0 0 0 0 0 3')];
  const folder = folders({ '2023.txt': before, '2024.txt': now, '2025.txt': next });
  const editor = await servers.start({ seeing: true, folders: [folder.uri] });
  const document = editor.open(now, { uri: folder.uriOf('2024.txt') });
  await editor.wait(
    ({ method, params }) =>
      method === 'textDocument/publishDiagnostics' && JSON.stringify(params).includes('carryover-mismatch'),
    'what last year’s report contradicts',
  );
  const first = (part: string) => {
    const { end } = find(now, part);
    return { start: end, end };
  };
  const [link] = await editor.ask<DefinitionLink[]>('textDocument/definition', at(document, first(IN)));
  expect(link?.targetUri).toBe(folder.uriOf('2023.txt'));
  expect(link?.targetRange.start).toEqual(find(before, `${OUT}`).end);
  expect(link && textIn(before, link.targetRange)).toBe('1');
  const used = await editor.ask<Location[]>('textDocument/references', {
    ...at(document, first(OUT)),
    context: { includeDeclaration: false },
  });
  const elsewhere = used.filter(({ uri }) => uri !== document.uri);
  expect(elsewhere.map(({ uri }) => uri.split('/').at(-1))).toEqual(['2023.txt', '2025.txt', '2025.txt']);
  expect(elsewhere[1]?.range.start).toEqual(find(next, IN).end);
});

test('plain locations go to a client that takes no links, and nothing is offered that it does not ask for', async () => {
  const editor = await servers.start();
  const document = editor.open(text);
  const [place] = await editor.ask<Location[]>('textDocument/definition', at(document, range(GRANTED_NATURAL)));
  expect(place).toEqual({ uri: document.uri, range: range(GRANTED_TOTAL) });
  const wide = await servers.start({ seeing: true });
  const offered = Object.keys(wide.initialized.capabilities).filter(
    (name) => !(name in editor.initialized.capabilities),
  );
  expect(offered.sort()).toEqual([
    'codeLensProvider',
    'definitionProvider',
    'documentHighlightProvider',
    'inlayHintProvider',
    'referencesProvider',
    'selectionRangeProvider',
    'semanticTokensProvider',
    'workspaceSymbolProvider',
  ]);
});
