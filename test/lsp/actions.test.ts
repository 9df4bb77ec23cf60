import { describe, expect, test } from 'vitest';
import type { CodeAction, Range, TextDocumentEdit } from 'vscode-languageserver';
import { applyAll, change, type Editor, type Open, type Options } from './editor.ts';
import { find, GRANTED_NATURAL, GRANTED_TOTAL, REVIEW_TOTAL, sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const report = sample();
const MODERN: Options = { pull: true, versioned: true };
const EVERYTHING: Range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

const ask = ({ ask }: Editor, { uri }: Open, range: Range, only?: readonly string[]) =>
  ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });

const titles = (actions: readonly CodeAction[]) =>
  actions.map(({ title, isPreferred }) => (isPreferred ? `${title} (preferred)` : title));

/** The text after an action, which must be made for the version that the editor shows. */
function applied({ uri, version, text }: Open, action: CodeAction | undefined): string {
  const [edit, ...others] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(others).toEqual([]);
  expect(edit?.textDocument).toEqual({ uri, version });
  return applyAll(text, (edit?.edits ?? []) as Parameters<typeof applyAll>[1]);
}

/** Opens the report with one cell changed; typed into the open report, it would be taken for what is meant. */
async function withFault(options: Options = MODERN, place = GRANTED_NATURAL, value = '7') {
  const editor = await servers.start(options);
  const range = report.range(place);
  const document = editor.open(applyAll(report.text, [{ range, newText: value }]));
  return { editor, document, range };
}

describe('quick fixes', () => {
  test('for a wrong addend, correcting it is preferred, and every totals fix is offered beside it', async () => {
    const { editor, document } = await withFault();
    const actions = await ask(editor, document, report.range(GRANTED_TOTAL));
    expect(titles(actions)).toEqual([
      expect.stringMatching(/^改正“（一）予以公开·自然人”：7 → 8.*\(preferred\)$/),
      '重算“（一）予以公开·总计”：12 → 11',
      '重算本表全部总计（将改 3 处）',
      '重算全部总计（将改 3 处）',
    ]);
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(['quickfix']));
    expect(actions[0]?.diagnostics).toMatchObject([{ code: 'row-total' }]);
    expect(applied(document, actions[0])).toBe(report.text);
  });

  test('the preferred fix is offered at the suspect itself, once for both of its findings', async () => {
    const { editor, document, range } = await withFault();
    const preferred = (await ask(editor, document, range)).filter(({ isPreferred }) => isPreferred);
    expect(preferred.map(({ diagnostics }) => diagnostics?.map(({ code }) => code))).toEqual([
      ['cell-suspect', 'row-total', 'outcome-total'],
    ]);
  });

  test('for a wrong total, recomputing it is preferred', async () => {
    const { editor, document, range } = await withFault(MODERN, REVIEW_TOTAL, '9');
    const [first, ...others] = await ask(editor, document, range, ['quickfix']);
    expect(first).toMatchObject({ title: '重算“行政复议·总计”：9 → 2', isPreferred: true });
    expect(others.filter(({ isPreferred }) => isPreferred)).toEqual([]);
    expect(applied(document, first)).toBe(report.text);
  });

  test('after the preferred fix the findings are gone', async () => {
    const { editor, document, range } = await withFault();
    expect((await editor.pull(document)).kind).toBe('full');
    const [fix] = await ask(editor, document, range, ['quickfix']);
    const [edit] = (fix?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    editor.burst([change(document, ...((edit?.edits ?? []) as Parameters<typeof applyAll>[1]))]);
    expect(document.text).toBe(report.text);
    expect(await editor.pull(document)).toMatchObject({ kind: 'full', items: [] });
    expect(await ask(editor, document, EVERYTHING, ['quickfix', 'source'])).toEqual([]);
  });

  test('at the start of its line a finding is mended, too, and all missing parts are put in at once', async () => {
    const editor = await servers.start(MODERN);
    const lines = report.text.split('\n');
    const text = lines.filter((line) => !/^[五六]、/.test(line)).join('\n');
    const document = editor.open(text.replace('\t8\t', '\t7\t'));
    const row = find(document.text, '（一）予以公开').start;
    const atLine = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
    expect(titles(await ask(editor, document, atLine(row.line)))[0]).toMatch(/^改正“（一）予以公开·自然人”：7 → 8/);
    const last = document.text.trimEnd().split('\n').length - 1;
    const missing = (await ask(editor, document, atLine(last))).find(({ title }) => title.startsWith('补上全部'));
    expect(missing?.title).toBe('补上全部缺少的部分（2 处）');
    expect(missing?.diagnostics?.map(({ code }) => code)).toEqual(['section-missing', 'section-missing']);
    const after = applied(document, missing);
    expect(after).toMatch(/五、存在的主要问题及改进情况\n\n六、其他需要报告的事项\n$/);
  });

  test('away from a finding there is none', async () => {
    const { editor, document } = await withFault();
    expect(await ask(editor, document, find(report.text, '五、'))).toEqual([]);
  });

  test('a client without versioned edits gets plain ones', async () => {
    const { editor, document, range } = await withFault({}, REVIEW_TOTAL, '9');
    const [first] = await ask(editor, document, range);
    expect(first?.edit).toEqual({ changes: { [document.uri]: [{ range, newText: '2' }] } });
  });
});

describe('source actions', () => {
  test('are not offered unless they are asked for', async () => {
    const { editor, document } = await withFault();
    const kinds = (await ask(editor, document, EVERYTHING)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'quickfix')).toEqual([]);
  });

  test('source.fixAll leaves totals alone whose addend is the suspect', async () => {
    const { editor, document } = await withFault();
    expect(await ask(editor, document, EVERYTHING, ['source.fixAll'])).toEqual([]);
  });

  test('source.fixAll mends a wrong total, whatever range is asked for', async () => {
    const { editor, document } = await withFault(MODERN, GRANTED_TOTAL, '15');
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const actions = await ask(editor, document, nowhere, ['source.fixAll']);
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.zfxxgk']);
    expect(applied(document, actions[0])).toBe(report.text);
  });

  test('source.recomputeTotals.zfxxgk makes every total agree with its addends', async () => {
    const { editor, document } = await withFault();
    const actions = await ask(editor, document, EVERYTHING, ['source.recomputeTotals.zfxxgk']);
    expect(actions).toMatchObject([{ kind: 'source.recomputeTotals.zfxxgk', title: '重算全部总计（将改 3 处）' }]);
    const { start } = report.range(GRANTED_NATURAL);
    expect(applied(document, actions[0]).split('\n')[start.line]).toMatch(/\t7\t0\t0\t0\t4\t0\t11$/);
  });

  test('both are there when all source actions are asked for, even beside the quick fixes', async () => {
    const { editor, document } = await withFault(MODERN, GRANTED_TOTAL, '15');
    const both = ['source.fixAll.zfxxgk', 'source.recomputeTotals.zfxxgk'];
    const source = await ask(editor, document, EVERYTHING, ['source']);
    expect(source.map(({ kind }) => kind)).toEqual(both);
    const mixed = await ask(editor, document, EVERYTHING, ['quickfix', 'source']);
    expect(mixed.map(({ kind }) => kind)).toEqual(expect.arrayContaining(both));
  });
});

test('a range over two tables offers to recompute each of them', async () => {
  const { editor, document } = await withFault(MODERN, REVIEW_TOTAL, '9');
  editor.edit(document, { range: report.range(GRANTED_TOTAL), newText: '15' });
  const actions = await ask(editor, document, EVERYTHING, ['quickfix']);
  const texts = actions
    .filter(({ title }) => title.startsWith('重算本表全部总计'))
    .map((action) => applied(document, action));
  const only = (place: typeof REVIEW_TOTAL, value: string) =>
    applyAll(report.text, [{ range: report.range(place), newText: value }]);
  expect(texts).toEqual([only(REVIEW_TOTAL, '9'), only(GRANTED_TOTAL, '15')]);
});

describe('codeAction/resolve', () => {
  test('works the edit out for the text that the action was offered for', async () => {
    const { editor, document, range } = await withFault({ ...MODERN, resolve: true });
    const [first] = await ask(editor, document, range, ['quickfix']);
    expect(first).not.toHaveProperty('edit');
    const resolved = await editor.ask<CodeAction>('codeAction/resolve', first);
    expect(applied(document, resolved)).toBe(report.text);
  });

  test('is refused when the text has changed since, or the file was closed', async () => {
    const { editor, document, range } = await withFault({ ...MODERN, resolve: true });
    const [first] = await ask(editor, document, range, ['quickfix']);
    editor.edit(document, { range: report.range(REVIEW_TOTAL), newText: '3' });
    expect((await editor.send('codeAction/resolve', first)).error).toMatchObject({ code: -32801 });
    editor.close(document);
    expect((await editor.send('codeAction/resolve', first)).error).toMatchObject({ code: -32801 });
  });
});

describe('what was just typed', () => {
  test('is right where all sums held before: the totals that follow from it are updated in one step', async () => {
    const editor = await servers.start({ versioned: true });
    const document = editor.open(report.text);
    expect(await editor.published(document)).toEqual([]);
    editor.edit(document, { range: report.range(GRANTED_NATURAL), newText: '9' });
    const found = await editor.published(document);
    const sums = found.filter(({ code }) => code !== 'prose-mismatch');
    expect(sums.length).toBeGreaterThan(1);
    expect(sums[0]?.message).toContain('自然人刚由 8 改为 9，总计还是 12，应为 13');
    for (const { message } of sums) expect(message).toContain('刚由 8 改为 9');
    const actions = await ask(editor, document, sums[0]?.range ?? EVERYTHING);
    expect(titles(actions).slice(0, 2)).toEqual([
      '更新受影响的总计（5 处） (preferred)',
      expect.stringMatching(/^改正“（一）予以公开·自然人”：9 → 8/),
    ]);
    // The prose still tells the old totals.
    const left = await editor.published(editor.open(applied(document, actions[0])));
    expect(new Set(left.map(({ code }) => code))).toEqual(new Set(['prose-mismatch']));
  });

  test('is forgotten when the file is opened again: then the table alone speaks', async () => {
    const editor = await servers.start({ versioned: true });
    const document = editor.open(report.text.replace('\t8\t', '\t9\t'));
    const found = await editor.published(document);
    expect(found.some(({ code }) => code === 'cell-suspect')).toBe(true);
    for (const { message } of found) expect(message).not.toContain('刚由');
  });
});
