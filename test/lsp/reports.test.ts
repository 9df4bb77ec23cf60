import { describe, expect, test } from 'vitest';
import type { ReportList } from '../../server/src/lsp/workspace/report-list.ts';
import { newSandbox } from '../cli/harness.ts';
import { folderOf } from '../support/generate/folder.ts';
import { report } from '../support/report.ts';
import type { Editor } from './editor.ts';
import { tell } from './editor.ts';
import { useFolders } from './folder.ts';
import { useServer } from './setup.ts';
import { BAD, BEFORE } from './two-years.ts';

const servers = useServer();
const folders = useFolders();

/** The list once all reports have been checked. */
async function list(editor: Editor): Promise<ReportList> {
  for (;;) {
    const found = await editor.ask<ReportList>('zfxxgk/reports', {});
    if (found.years.every(({ reports }) => reports.every(({ isPending }) => !isPending))) return found;
  }
}

const isNews = ({ method }: { readonly method?: string }) => method === 'zfxxgk/reportsChanged';

describe('工作区的年报', () => {
  test('lists years, organs with their counts and the report before, who is missing, and the sums', async () => {
    const other = report({ title: '岚禾市园林局2023年政府信息公开工作年度报告' });
    const folder = folders({
      'a/2024.txt': BAD,
      'a/2023.md': BEFORE,
      '2023/园林.txt': other,
      'notes.txt': '会议通知\n',
    });
    const editor = await servers.start({ folders: [folder.uri] });
    const { years } = await list(editor);
    expect(years.map(({ name }) => name)).toEqual(['2024 年', '2023 年']);
    const [now, before] = years as [ReportList['years'][number], ReportList['years'][number]];
    expect(now.reports).toEqual([
      expect.objectContaining({
        uri: folder.uriOf('a/2024.txt'),
        path: 'a/2024.txt',
        before: folder.uriOf('a/2023.md'),
        warnings: 3,
      }),
    ]);
    expect(now.missing).toEqual([{ organ: '岚禾市园林局', before: folder.uriOf('2023/园林.txt') }]);
    expect(before.reports.map(({ path }) => path).sort()).toEqual(['2023/园林.txt', 'a/2023.md']);
    expect(before.sums[0]).toMatchObject({ reports: 2, form: '2021' });
    expect(before.sums[0]?.totals.map(({ name }) => name).join()).toBe('新收,上年结转,办结,结转下年,复议,诉讼');
    const found = await editor.ask<{ code: string }[]>('zfxxgk/reportFindings', { uri: folder.uriOf('a/2024.txt') });
    expect(found.map(({ code }) => code)).toContain('carryover-mismatch');
  });

  test('follows what is typed and what happens to files, and tells of it once', async () => {
    const folder = folders({ '2023.md': BEFORE });
    const editor = await servers.start({ folders: [folder.uri], watch: true });
    expect((await list(editor)).years).toHaveLength(1);
    tell(editor, folder.write('2024.txt', BAD));
    await editor.wait(isNews, 'news');
    await editor.settle();
    expect(editor.received.filter(isNews)).toHaveLength(1);
    expect((await list(editor)).years.map(({ name }) => name)).toEqual(['2024 年', '2023 年']);
    const document = editor.open(BAD, { uri: folder.uriOf('2024.txt') });
    const start = { line: 0, character: 0 };
    await editor.settle();
    const [listed] = (await list(editor)).years[0]?.reports ?? [];
    editor.edit(document, { range: { start, end: { line: 200, character: 0 } }, newText: '改作别的\n' });
    await editor.settle();
    expect(listed?.warnings).toBe(3);
    expect((await list(editor)).years.map(({ name }) => name)).toEqual(['2023 年']);
  });

  test('exports the very table that `zfxxgk summary --format csv` prints', async () => {
    const files = [...folderOf({ organs: 8, years: [2023, 2024], seed: 3, faults: 300, breaks: 300 })];
    const folder = folders(Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes)])));
    const editor = await servers.start({ folders: [folder.uri] });
    const sandbox = await newSandbox();
    for (const { path, bytes } of files) sandbox.write(path, bytes);
    const { stdout } = await sandbox.run(['summary', '.', '--format', 'csv', '--quiet']);
    sandbox.remove();
    expect(await editor.ask<string>('zfxxgk/reportsCsv', null)).toBe(stdout.toString('utf8'));
  });
});
