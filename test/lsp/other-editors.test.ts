import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packedServer } from '../support/packed.ts';
import { GRANTED_TOTAL, sample } from './sample.ts';

/**
 * Neovim and Emacs as Debian has them, without a window, driven by scripts of their own languages: open, findings, hover,
 * fix, undo. An editor that is not there is skipped, and that is said.
 */
const SCRIPTS = fileURLToPath(new URL('editors/', import.meta.url));
const EGLOT = "(progn (require 'package) (package-initialize) (require 'eglot))";

const runs = (command: string, ...args: string[]) => spawnSync(command, args, { timeout: 20_000 }).status === 0;
const EDITORS = {
  neovim: runs('nvim', '--version'),
  emacs: runs('emacs', '-q', '--batch', '--eval', EGLOT),
};

/** What the scripts write down. */
interface Seen {
  readonly problem?: string;
  readonly found: string[];
  readonly hover: string;
  readonly highlights: number;
  readonly definition: number;
  readonly symbols: number;
  readonly title: string;
  readonly fixed: string;
  readonly undone: boolean;
}

const good = sample();
const { start, end } = good.range(GRANTED_TOTAL);
const lines = good.text.split('\n');
const line = lines[start.line] ?? '';
const wrong = `${line.slice(0, start.character)}13${line.slice(end.character)}`;
const text = [...lines.slice(0, start.line), wrong, ...lines.slice(start.line + 1)].join('\n');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zfxxgk-editors-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function drive(name: string, column: number, command: string, args: readonly string[]): Seen {
  const [report, result] = [join(folder, `${name}.txt`), join(folder, `${name}.json`)];
  writeFileSync(report, text);
  const env = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    HOME: folder,
    NODE: process.execPath,
    SERVER: packedServer(),
    REPORT: report,
    RESULT: result,
    LINE: String(start.line + 1),
    COLUMN: String(column),
  };
  const { stderr } = spawnSync(command, [...args, ...(name === 'neovim' ? [report] : [])], {
    env,
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(existsSync(result), `${name} wrote no result: ${stderr}`).toBe(true);
  return JSON.parse(readFileSync(result, 'utf8'));
}

const SEEN = {
  found: ['outcome-total', 'row-total'],
  hover: expect.stringContaining('（一）予以公开·总计'),
  highlights: 4,
  definition: 3,
  symbols: 6,
  title: expect.stringContaining('12'),
  fixed: line,
  undone: true,
};

describe.each(Object.entries(EDITORS))('%s', (name, isThere) => {
  test.skipIf(!isThere)(
    isThere ? 'opens a report, shows findings and a hover, mends and undoes' : `SKIPPED: ${name} is not installed`,
    { timeout: 90_000 },
    () => {
      const seen =
        name === 'neovim'
          ? drive(name, Buffer.byteLength(line.slice(0, start.character)), 'nvim', [
              ...['--headless', '-u', 'NONE', '-i', 'NONE', '-c', `luafile ${SCRIPTS}neovim.lua`],
            ])
          : drive(name, start.character, 'emacs', ['-q', '--batch', '-l', `${SCRIPTS}emacs.el`]);
      expect(seen).toEqual(SEEN);
    },
  );
});
