/**
 * How Node is to run the server: V8 compiles and collects garbage on one thread beside the server's own, not on four. On a
 * machine of two processors these four take the turns of the server and of the editor that waits for it: one answer in
 * twenty is a third slower. Electron has a pool of its own size.
 */
export function nodeOptions({ electron }: NodeJS.ProcessVersions): string[] {
  return electron === undefined ? [ONE_THREAD] : [];
}

export const ONE_THREAD = '--v8-pool-size=1';
