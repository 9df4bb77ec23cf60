import { expect, test } from 'vitest';
import { report } from '../support/report.ts';
import { PLANS, titled } from '../support/years.ts';
import { publishes } from './editor.ts';
import { useFolders } from './folder.ts';
import { find, textIn } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();
const folders = useFolders();

const NOW = report({ title: titled('砚泠市档案局', 2024), five: PLANS });
const OTHER = report({ title: titled('砚泠市水利局', 2024), five: PLANS });

test('another organ’s report in the folder that says the same is told of, as a profile wants it', async () => {
  const profile = { profile: { copiedShare: 100, sections: { 1: { least: 5000 } } } };
  const folder = folders({ '水利局.txt': OTHER, '.zfxxgk.json': JSON.stringify(profile) });
  const editor = await servers.start({ folders: [folder.uri] });
  const document = editor.open(NOW, { uri: folder.uriOf('档案局.txt') });
  const found = await publishes(editor, document.uri, 'local-demand', 'copied-text');
  expect(found.map(({ range }) => textIn(NOW, range))).toEqual(['一、总体情况', '五、存在的主要问题及改进情况']);
  expect(found[1]).toMatchObject({
    severity: 3,
    data: { other: { uri: folder.uriOf('水利局.txt'), year: 2024, agency: '砚泠市水利局' }, share: 100 },
  });
  const { start } = find(NOW, PLANS);
  const range = { start, end: { ...start, character: start.character + 20 } };
  editor.edit(document, { range, newText: '改了一句。' });
  expect(await publishes(editor, document.uri, 'local-demand')).toHaveLength(1);
});
