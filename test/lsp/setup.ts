import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Bundle, bundleServer } from './bundle.ts';
import { type Answers, type Client, connect } from './client.ts';
import { type Editor, type Options, startEditor } from './editor.ts';

/** Servers for the tests of one file: bundled before the first, gone after each. */
export interface Servers {
  readonly start: (options?: Options) => Promise<Editor>;
  /** A server that has not been greeted yet. */
  readonly connect: (answers?: Answers) => Client;
}

export function useServer(): Servers {
  let bundle: Bundle;
  const running: Client[] = [];
  beforeAll(async () => {
    bundle = await bundleServer();
  }, 60_000);
  afterEach(() => {
    for (const client of running.splice(0)) client.kill();
  });
  afterAll(() => bundle.remove());
  const keep = <Each extends Client>(client: Each): Each => {
    running.push(client);
    return client;
  };
  return {
    start: async (options) => keep(await startEditor(bundle.path, options)),
    connect: (answers) => keep(connect(bundle.path, answers)),
  };
}
