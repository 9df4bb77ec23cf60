import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSmallFile } from '../../server/src/files/small-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'zfxxgk-small-'));
const at = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file of settings', () => {
  test('is read, also through a link', () => {
    writeFileSync(at('a.json'), '\uFEFF{}');
    symlinkSync(at('a.json'), at('link.json'));
    for (const name of ['a.json', 'link.json']) expect(readSmallFile(at(name))).toEqual({ kind: 'text', text: '{}' });
  });

  test('may be absent', () => {
    for (const name of ['none', 'a.json/b']) expect(readSmallFile(at(name))).toEqual({ kind: 'absent' });
  });

  test.skipIf(process.platform === 'win32')('is no device, pipe or folder: reading them would not end', () => {
    mkdirSync(at('folder'));
    symlinkSync('/dev/zero', at('zero'));
    execFileSync('mkfifo', [at('pipe')]);
    for (const name of ['folder', 'zero', 'pipe']) {
      expect(readSmallFile(at(name))).toEqual({ kind: 'unusable', reason: 'no-file' });
    }
  });

  test('has at most 1 MiB, and is text', () => {
    writeFileSync(at('large'), ' '.repeat(1024 * 1024 + 1));
    writeFileSync(at('binary'), Buffer.from([1, 0, 2]));
    expect(readSmallFile(at('large'))).toEqual({ kind: 'unusable', reason: 'too-large' });
    expect(readSmallFile(at('binary'))).toEqual({ kind: 'unusable', reason: 'no-text' });
  });
});
