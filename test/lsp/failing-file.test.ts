import { expect, test } from 'vitest';
import { CancellationToken } from 'vscode-languageserver';
import type { PendingAnswers } from '../../server/src/lsp/connection.ts';
import { Configuration } from '../../server/src/lsp/store/configuration.ts';
import { Projects } from '../../server/src/lsp/store/projects.ts';
import { ReportStore } from '../../server/src/lsp/store/report-store.ts';
import type { WorkspaceFiles } from '../../server/src/lsp/workspace/workspace-files.ts';
import { WorkspacePulls } from '../../server/src/lsp/workspace/workspace-pull.ts';
import { ODD } from './sample.ts';

/** A text over which this program goes wrong, wherever it looks at it: no real one is known, so one is made up. */
const CRASH = new Proxy(new String(''), {
  get(_, name) {
    if (name === 'then') return undefined;
    throw new RangeError('Maximum call stack size exceeded');
  },
}) as string;

test('a file over which this program goes wrong does not keep the others from being checked', async () => {
  const errors: unknown[] = [];
  const configuration = new Configuration(new Projects(undefined, []));
  const format = { locale: 'zh', rulePages: '' } as const;
  const store = new ReportStore(undefined, { configuration, format }, (error) => errors.push(error));
  const texts = new Map([
    ['file:///a.txt', CRASH],
    ['file:///b.txt', ODD],
  ]);
  const reports = [...texts.keys()].map((key) => ({ key, stamp: '1' }));
  const pulls = new WorkspacePulls({
    disk: { read: async (uri: string) => texts.get(uri) } as never,
    store,
    files: { reports, read: async () => {} } as unknown as WorkspaceFiles,
    configuration,
    pending: { settled: async () => {} } as PendingAnswers,
    watchesFiles: true,
  });
  const { items } = await pulls.answer({ previousResultIds: [] }, CancellationToken.None);
  expect(items).toMatchObject([
    { uri: 'file:///a.txt', items: [] },
    { uri: 'file:///b.txt', items: [{ code: 'section-numbering' }] },
  ]);
  expect(errors).toEqual([expect.any(RangeError)]);
});
