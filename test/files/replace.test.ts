import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { besides, clearLeftovers } from '../../server/src/files/leftovers.ts';
import { type Replaced, replaceFile } from '../../server/src/files/replace.ts';

const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-replace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const before = Buffer.from('before it is changed');
const after = Buffer.from('after');

/** A file in a folder of its own, so that what is left beside it is seen. */
function file(name: string): string {
  mkdirSync(join(folder, name));
  const path = join(folder, name, '年报.txt');
  writeFileSync(path, before, { mode: 0o640 });
  return path;
}

const replaced = (path: string, follow = false): Promise<Replaced> =>
  replaceFile(path, before, after, { folder: join(path, '..'), follow });

const beside = (path: string) => readdirSync(join(path, '..'));
const isRoot = process.getuid?.() === 0;

describe('a file whose contents are replaced', () => {
  test('changes all at once: whoever had it open still sees all of the old text', async () => {
    const path = file('atomic');
    const open = openSync(path, 'r');
    expect(await replaced(path)).toEqual({ kind: 'written' });
    const seen = Buffer.alloc(100);
    expect(seen.subarray(0, readSync(open, seen))).toEqual(before);
    closeSync(open);
    expect(readFileSync(path)).toEqual(after);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(beside(path)).toEqual(['年报.txt']);
  });

  test('keeps its other names', async () => {
    const path = file('hard');
    linkSync(path, join(folder, 'other.txt'));
    expect(await replaced(path)).toEqual({ kind: 'written' });
    expect(readFileSync(join(folder, 'other.txt'))).toEqual(after);
    expect(beside(path)).toEqual(['年报.txt']);
  });

  test.skipIf(!isRoot)('keeps its owner, who may be another one than whoever runs it', async () => {
    const path = file('owned');
    chownSync(path, 65534, 12345);
    chmodSync(path, 0o664);
    expect(await replaced(path)).toEqual({ kind: 'written' });
    expect(statSync(path)).toMatchObject({ uid: 65534, gid: 12345 });
    expect(statSync(path).mode & 0o777).toBe(0o664);
  });

  test.skipIf(!isRoot)('keeps its owner also where it could not be given back', () => {
    const path = file('shared');
    chownSync(join(path, '..'), 65534, 65534);
    chmodSync(folder, 0o755);
    chownSync(path, 1234, 65534);
    chmodSync(path, 0o664);
    const module = new URL('../../server/src/files/replace.ts', import.meta.url).pathname;
    const built = join(folder, 'replace.mjs');
    execFileSync('npx', ['esbuild', module, '--bundle', '--platform=node', '--format=esm', `--outfile=${built}`]);
    const script = `import { replaceFile } from ${JSON.stringify(built)};
      const [before, after] = [${JSON.stringify(before.toString())}, 'after'].map((text) => Buffer.from(text));
      const how = { folder: ${JSON.stringify(join(path, '..'))}, follow: false };
      console.log(JSON.stringify(await replaceFile(${JSON.stringify(path)}, before, after, how)));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      uid: 65534,
      gid: 65534,
      cwd: '/',
    });
    expect(run.stdout.toString() + run.stderr.toString()).toBe('{"kind":"written"}\n');
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 65534 });
    expect(readFileSync(path)).toEqual(after);
    expect(beside(path)).toEqual(['年报.txt']);
  });

  test('keeps its extended attributes', async (context) => {
    const path = file('labelled');
    const attribute = 'user.zfxxgk';
    // Node cannot read them; Python can, and some file systems have none.
    const python = (code: string) => spawnSync('python3', ['-c', `import os,sys; ${code}`, path, attribute]);
    if (python('os.setxattr(sys.argv[1], sys.argv[2], b"x")').status !== 0) context.skip('no extended attributes here');
    expect(await replaced(path)).toEqual({ kind: 'written' });
    expect(readFileSync(path)).toEqual(after);
    expect(python('print(os.getxattr(sys.argv[1], sys.argv[2]))').stdout.toString()).toBe("b'x'\n");
  });

  test('behind a link out of the folder is somebody else’s, unless that is wanted', async () => {
    const path = file('outside');
    mkdirSync(join(folder, 'inside'));
    const link = join(folder, 'inside', 'link.txt');
    symlinkSync(path, link);
    expect(await replaced(link)).toEqual({ kind: 'outside', target: path });
    expect(readFileSync(path)).toEqual(before);
    expect(await replaced(link, true)).toEqual({ kind: 'written' });
    expect(readFileSync(path)).toEqual(after);
    expect(readdirSync(join(folder, 'inside'))).toEqual(['link.txt']);
  });

  test('is left alone when somebody changed it meanwhile, or when it is no file', async () => {
    const path = file('race');
    writeFileSync(path, 'theirs');
    expect(await replaced(path)).toEqual({ kind: 'refused', reason: 'changed' });
    expect(await replaceFile(folder, before, after, { folder: tmpdir(), follow: false })).toMatchObject({
      reason: 'no-file',
    });
    await expect(replaced(join(folder, 'race', 'gone.txt'))).rejects.toThrow('ENOENT');
  });
});

describe('what a killed run left behind', () => {
  /** Leaves the two files behind as a run that is dead by now, with the file torn as given. */
  function left(name: string, now: Buffer, kinds: readonly ('old' | 'new')[] = ['old', 'new']): string {
    const path = file(name);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    for (const kind of kinds) {
      const place = besides(path, kind);
      writeFileSync(place, kind === 'old' ? before : after);
      renameSync(place, place.replace(`-${process.pid}-`, `-${dead}-`));
    }
    writeFileSync(path, now);
    return path;
  }

  test.each([
    ['before anything was written', before, before],
    ['when all was written', after, after],
    ['in the middle', Buffer.from('aftre it is changed'.replace('aftre', 'aft').padEnd(20)), undefined],
    ['in the middle of a shorter text', Buffer.concat([after.subarray(0, 3), before.subarray(3)]), after],
    ['before it was cut', Buffer.concat([after, before.subarray(5)]), after],
  ])('is cleared away: %s', async (name, now, then) => {
    const path = left(name, now);
    const kept = await clearLeftovers(path);
    if (then) {
      expect(kept).toBeUndefined();
      expect(readFileSync(path)).toEqual(then);
      expect(beside(path)).toEqual(['年报.txt']);
    } else {
      // Somebody has changed it since: what it held is kept, and told of.
      expect(readFileSync(kept ?? '')).toEqual(before);
      expect(await replaceFile(path, now, after, { folder, follow: false })).toEqual({
        kind: 'left-behind',
        path: kept,
      });
      expect(readFileSync(path)).toEqual(now);
    }
  });

  test.each([['new'], ['old']] as const)('is one file that had no effect: %s', async (kind) => {
    const path = left(`only ${kind}`, before, [kind]);
    expect(await clearLeftovers(path)).toBeUndefined();
    expect(beside(path)).toEqual(['年报.txt']);
  });

  test('and not what a run beside this one is writing', async () => {
    const path = file('running');
    const place = besides(path, 'new').replace(`-${process.pid}-`, `-${process.ppid}-`);
    writeFileSync(place, after);
    expect(await clearLeftovers(path)).toBeUndefined();
    expect(beside(path)).toHaveLength(2);
  });
});
