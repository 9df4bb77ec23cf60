import { afterEach } from 'vitest';
import { packedServer } from '../support/packed.ts';
import { type Answers, type Client, connect } from './client.ts';
import { type Editor, type Options, startEditor } from './editor.ts';

/** Servers for the tests of one file, gone after each. */
export interface Servers {
  readonly start: (options?: Options) => Promise<Editor>;
  /** A server that has not been greeted yet. */
  readonly connect: (answers?: Answers) => Client;
}

export function useServer(): Servers {
  const running: Client[] = [];
  afterEach(() => {
    for (const client of running.splice(0)) client.kill();
  });
  const keep = <Each extends Client>(client: Each): Each => {
    running.push(client);
    return client;
  };
  return {
    start: async (options) => keep(await startEditor(packedServer(), options)),
    connect: (answers) => keep(connect(packedServer(), answers)),
  };
}
