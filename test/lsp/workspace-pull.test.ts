import { describe, expect, test } from 'vitest';
import type { Diagnostic, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { type Editor, tell } from './editor.ts';
import { useFolders } from './folder.ts';
import { useServer } from './setup.ts';
import { BAD, BEFORE, GOOD, OWN } from './two-years.ts';

const servers = useServer();
const folders = useFolders();

const codesOf = (items: readonly Diagnostic[] | undefined) => items?.map(({ code }) => code);

describe('workspace/diagnostic', () => {
  type Item = WorkspaceDocumentDiagnosticReport;
  const pull = async (editor: Editor, known: readonly Item[] = [], params = {}) => {
    const previousResultIds = known.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const { items } = await editor.ask<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds,
      ...params,
    });
    return items;
  };
  const briefly = (items: readonly Item[]) =>
    items.map((item) => (item.kind === 'full' ? codesOf(item.items)?.join(' ') : item.kind));

  test('is offered to clients that pull, unless they say that they do not want it', async () => {
    const offered = async (options: object) => {
      const { initialized } = await servers.start(options);
      return (initialized.capabilities.diagnosticProvider as { workspaceDiagnostics?: boolean } | undefined)
        ?.workspaceDiagnostics;
    };
    expect(await offered({ pull: true })).toBe(true);
    expect(await offered({ pull: true, initialization: { workspaceDiagnostics: false } })).toBe(false);
    expect(await offered({})).toBeUndefined();
  });

  test('gives the findings of every report with a result id, and after it only what has changed', async () => {
    const folder = folders({ '2023.txt': BEFORE, '2024.txt': BAD, 'notes.txt': '会议通知\n' });
    const editor = await servers.start({ folders: [folder.uri], pull: true });
    const first = await pull(editor);
    expect(first.map(({ uri, version }) => [uri, version])).toEqual([
      [folder.uriOf('2023.txt'), null],
      [folder.uriOf('2024.txt'), null],
    ]);
    expect(briefly(first)).toEqual([OWN.join(' '), 'carryover-mismatch carryover-mismatch section-numbering']);
    const second = await pull(editor, first);
    expect(briefly(second)).toEqual(['unchanged', 'unchanged']);
    expect(second.map(({ resultId }) => resultId)).toEqual(first.map(({ resultId }) => resultId));
    // Another year before changes what is found in the report after it.
    folder.write('2023.txt', BEFORE.replace('四、结转下年度继续办理\t\t\t1', '四、结转下年度继续办理\t\t\t2'));
    const third = await pull(editor, first);
    expect(briefly(third)[1]).toBe('carryover-mismatch section-numbering');
    folder.remove('2023.txt');
    const fourth = await pull(editor, third);
    expect(briefly(fourth)).toEqual(['section-numbering', '']);
    expect(briefly(await pull(editor, fourth))).toEqual(['unchanged', 'unchanged']);
  });

  test('an open document counts as the editor shows it, with its version', async () => {
    const folder = folders({ '2024.txt': BAD });
    const editor = await servers.start({ folders: [folder.uri], pull: true });
    const document = editor.open(GOOD, { uri: folder.uriOf('2024.txt'), version: 7 });
    const items = await pull(editor);
    expect(items).toMatchObject([{ uri: document.uri, version: 7, items: [] }]);
  });

  test('sends results as they come to a client that takes them bit by bit', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`${at}.txt`, BAD]));
    const folder = folders(files);
    const editor = await servers.start({ folders: [folder.uri], pull: true });
    expect(await pull(editor, [], { partialResultToken: 'bits' })).toEqual([]);
    const bits = editor.received
      .filter(({ method }) => method === '$/progress')
      .map(({ params }) => (params as { value: WorkspaceDiagnosticReport }).value.items);
    expect(bits.length).toBeGreaterThan(1);
    expect(new Set(bits.flat().map(({ uri }) => uri)).size).toBe(120);
  });

  test('holds an answer back that would bring nothing new, until something changes', async () => {
    const folder = folders({ '2024.txt': BAD });
    const editor = await servers.start({ folders: [folder.uri], pull: true, watch: true });
    const first = await pull(editor);
    let answered = false;
    const second = pull(editor, first).then((items) => {
      answered = true;
      return items;
    });
    await editor.settle();
    expect(answered).toBe(false);
    tell(editor, folder.write('2024.txt', GOOD));
    expect(briefly(await second)).toEqual(['']);
  });

  test('can be cancelled while it is held back', async () => {
    const folder = folders({ '2024.txt': BAD });
    const editor = await servers.start({ folders: [folder.uri], pull: true, watch: true });
    const [item] = await pull(editor);
    const id = 'pull';
    const previousResultIds = [{ uri: item?.uri, value: item?.resultId }];
    editor.burst([{ id, method: 'workspace/diagnostic', params: { previousResultIds } }]);
    await editor.settle();
    editor.notify('$/cancelRequest', { id });
    const { error } = await editor.wait((message) => message.id === id, 'answer');
    expect(error?.code).toBe(-32800);
  });
});
