import { Writable } from 'node:stream';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { BAR_WORDS, newProgress, progressText, showsProgress } from '../../server/src/cli/progress.ts';
import { type Output, write } from '../../server/src/cli/terminal.ts';

const WORDS = BAR_WORDS.check.zh;

/** A terminal, or a file, that remembers what was written to it. */
function newScreen(isTTY: boolean, into: string[] = []): { stream: Output; written: string[] } {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      into.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns: 80, rows: 24 }), written: into };
}

describe('whether there is a bar', () => {
  test.each([
    [true, {}, true],
    [true, { TERM: 'xterm-256color' }, true],
    [true, { CI: 'false' }, true],
    [false, {}, false],
    [true, { TERM: 'dumb' }, false],
    [true, { CI: 'true' }, false],
    [true, { CI: '1' }, false],
  ])('a terminal: %s, environment: %o', (isTTY, env, expected) => {
    expect(showsProgress(newScreen(isTTY).stream, env)).toBe(expected);
  });
});

describe('the bar', () => {
  test('says how far it is and how long it takes', () => {
    expect(progressText({ done: 3412, total: 10_002, seconds: 6 }, 80, WORDS)).toBe(
      `检查 ${'█'.repeat(10)}${'░'.repeat(20)}  34%  3,412/10,002  约剩 12 秒`,
    );
    expect(progressText({ done: 10, total: 10, seconds: 6 }, 80, WORDS)).toContain('100%  10/10');
    expect(progressText({ done: 0, total: 10, seconds: 0 }, 80, WORDS)).toContain('0%  0/10');
  });

  test.each([20, 30, 40, 50, 60, 80, 200])('fits into %i columns', (columns) => {
    for (const done of [0, 1, 5000, 9999, 10_000]) {
      expect(stringWidth(progressText({ done, total: 10_000, seconds: 99 }, columns, WORDS))).toBeLessThan(
        Math.max(columns, 26),
      );
    }
  });

  test('is drawn after a second, ten times a second, and is gone before anything else is written', async () => {
    let now = 0;
    const written: string[] = [];
    const stderr = newScreen(true, written).stream;
    const stdout = newScreen(true, written).stream;
    const bar = newProgress(stderr, [stdout, stderr], 200, WORDS, () => now);
    for (now = 0; now < 1000; now += 10) bar.advance();
    expect(written).toEqual([]);
    now = 1000;
    bar.advance();
    expect(written.join('')).toContain(' 50%  101/200  约剩 1 秒');
    const drawn = written.length;
    now = 1050;
    bar.advance();
    expect(written).toHaveLength(drawn);
    await write(stdout, 'a.txt  某报告\n');
    const cleared = written.slice(drawn, -1).join('');
    expect(cleared).toContain('\u001b[2K');
    expect(cleared).not.toContain('检查');
    expect(written.at(-1)).toBe('a.txt  某报告\n');
    const after = written.length;
    await write(stdout, 'b.txt\n');
    expect(written.slice(after)).toEqual(['b.txt\n']);
    bar.end();
    expect(written).toHaveLength(after + 1);
  });

  test('leaves nothing behind at the end', async () => {
    let now = 0;
    const { stream, written } = newScreen(true);
    const bar = newProgress(stream, [stream], 5, WORDS, () => now);
    now = 2000;
    bar.advance();
    const drawn = written.length;
    bar.end();
    expect(written.slice(drawn).join('')).toContain('\u001b[2K');
    const after = written.length;
    await write(stream, 'x');
    expect(written.slice(after)).toEqual(['x']);
  });
});
