import { expect, test } from 'vitest';
import { nodeOptions } from '../../client/src/node-options.ts';
import { sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();

test('Node, which takes it, is told to have one thread beside the server', async () => {
  const options = nodeOptions(process.versions);
  expect(options).toEqual(['--v8-pool-size=1']);
  const editor = await servers.start({ nodeOptions: options });
  expect(await editor.published(editor.open(sample().text))).toEqual([]);
  expect(await editor.end()).toBe(0);
});

test('Electron, whose pool is its own, is given none', () => {
  expect(nodeOptions({ ...process.versions, electron: '30.0.0' })).toEqual([]);
});
