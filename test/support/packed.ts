import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with what ships of the server and the command line, made by pack.mjs. */
    readonly packed: string;
  }
}

export const packedServer = (): string => join(inject('packed'), 'dist/server.js');
export const packedCli = (): string => join(inject('packed'), 'dist/cli.js');
