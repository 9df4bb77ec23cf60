import { expect, test } from 'vitest';
import { nodeOptions } from '../../client/src/node-options.ts';
import { sample } from './sample.ts';
import { useServer } from './setup.ts';

const servers = useServer();

test('Node takes the options that the client starts the server with', async () => {
  const editor = await servers.start({ nodeOptions: nodeOptions(process.versions) });
  expect(await editor.published(editor.open(sample().text))).toEqual([]);
  expect(await editor.end()).toBe(0);
});

test('Electron, whose pool is its own, is given none', () => {
  expect(nodeOptions({ ...process.versions, electron: '30.0.0' })).toEqual([]);
});
