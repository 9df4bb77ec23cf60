import { expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ReportIndex } from '../../server/src/digest/report-index.ts';
import { statusOf } from '../../server/src/lsp/status.ts';
import { Configuration } from '../../server/src/lsp/store/configuration.ts';
import { Projects } from '../../server/src/lsp/store/projects.ts';
import { type Cause, ReportStore } from '../../server/src/lsp/store/report-store.ts';
import { nextTurn } from '../../server/src/lsp/turns.ts';
import { report } from '../support/report.ts';

const THIS_YEAR = 'file:///2024.txt';
const YEAR_BEFORE = 'file:///2023.txt';
const textOf = (year: number) =>
  report({ title: `砚泠市档案馆${year}年政府信息公开工作年度报告` }).replace('六、', '6、');

function open() {
  const configuration = new Configuration(new Projects(undefined, []));
  const fail = (error: unknown) => {
    throw error;
  };
  const store = new ReportStore(undefined, { configuration, format: { locale: 'zh', rulePages: '' } }, fail);
  const documents = [YEAR_BEFORE, THIS_YEAR].map((uri, at) =>
    TextDocument.create(uri, 'plaintext', 1, textOf(2023 + at)),
  );
  for (const document of documents) store.open(document);
  return { store, document: documents[1] as TextDocument };
}

/** Everything that handlers of requests read. */
function query(store: ReportStore): void {
  for (const uri of [YEAR_BEFORE, THIS_YEAR]) {
    const document = store.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    expect(document.shownDiagnostics).toHaveLength(document.findings.shown.length);
    expect(statusOf(document, 'zh').report).toBe(true);
    expect(document.analysis?.report.year).toBe(document.digest?.year);
    expect(document.shownId).toBe(store.at(store.keyOf(uri))?.shownId);
    store.predecessorRevision(uri);
  }
}

const settled = async () => {
  for (let turn = 0; turn < 6; turn++) await nextTurn();
};

test('a version is read once, whatever is asked of it and however often', async () => {
  const { store, document } = open();
  const read = () => [YEAR_BEFORE, THIS_YEAR].map((uri) => store.get(uri)?.analysis?.report);
  const first = read();
  query(store);
  await settled();
  query(store);
  expect(read().map((each, at) => each === first[at])).toEqual([true, true]);
  TextDocument.update(document, [{ text: `${document.getText()}\n` }], 2);
  store.change(THIS_YEAR);
  query(store);
  const second = read();
  expect(second.map((each, at) => each === first[at])).toEqual([true, false]);
  await settled();
  query(store);
  expect(read().map((each, at) => each === second[at])).toEqual([true, true]);
});

test('a query never writes: nobody is told of anything, and the index stays as it is', async () => {
  const { store } = open();
  store.change(YEAR_BEFORE);
  store.change(THIS_YEAR);
  await settled();
  const causes: Cause[] = [];
  store.onDidChange(({ cause }) => causes.push(cause));
  const set = vi.spyOn(ReportIndex.prototype, 'set');
  query(store);
  store.findingsOf('file:///other.txt', textOf(2025));
  const copy = store.copyOf(store.get(THIS_YEAR) as NonNullable<ReturnType<typeof store.get>>);
  expect(copy.shownDiagnostics).not.toHaveLength(0);
  await settled();
  expect([causes, set.mock.calls]).toEqual([[], []]);
});
