import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputJson } from '../../server/src/cli/json-format.ts';
import { type Encoding, encode } from '../../server/src/files/encoding.ts';
import { cellAt, changeCell } from '../support/generate/fault.ts';
import { plainStyle, render, type Style } from '../support/generate/render.ts';
import { newSandbox, type Sandbox, someNumbers } from './harness.ts';

const given = someNumbers();
const right = String(given.table3[2]?.[6]);
const wrong = String((given.table3[2]?.[6] ?? 0) + 1);

/** A report whose 予以公开·总计 is one too high, and the report as it should be. */
function pair(look: Partial<Style> = {}): { good: string; bad: string; line: number; column: number } {
  const rendered = render(given, 'tsv', { ...plainStyle, ...look });
  const cell = cellAt(rendered, { table: 3, row: 2, column: 6 });
  const before = rendered.text.slice(0, cell.start).split('\n');
  return {
    good: rendered.text,
    bad: changeCell(rendered, cell, wrong),
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

const files: readonly [string, Encoding, boolean, '\n' | '\r\n'][] = [
  ['gbk.txt', 'gb18030', false, '\r\n'],
  ['utf8.txt', 'utf-8', false, '\n'],
  ['utf8-bom.txt', 'utf-8', true, '\r\n'],
  ['utf16le.txt', 'utf-16le', true, '\r\n'],
  ['utf16be.txt', 'utf-16be', true, '\n'],
];

describe('--fix', () => {
  test.each(files)('%s is repaired byte for byte in its own encoding', async (name, encoding, bom, newline) => {
    const { good, bad, line, column } = pair({ newline });
    const place = sandbox.write(name, encode(bad, { encoding, bom }));
    chmodSync(place, 0o640);
    const run = await sandbox.run(['check', '--fix', name]);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toBe(
      `${name}:${line}:${column} （一）予以公开·总计 ${wrong} → ${right}\n` +
        '1 份报告，0 个错误，0 个警告，0 条信息；改正 1 处\n',
    );
    expect(readFileSync(place).equals(encode(good, { encoding, bom }))).toBe(true);
    expect(statSync(place).mode & 0o777).toBe(0o640);
  });

  test('writes only when something changed, and leaves nothing behind', async () => {
    const { good } = pair();
    const place = sandbox.write('still/good.txt', good);
    utimesSync(place, 1000, 1000);
    const { ino } = statSync(place);
    expect((await sandbox.run(['check', '--fix', 'still'])).code).toBe(0);
    expect(statSync(place)).toMatchObject({ ino, mtimeMs: 1_000_000 });
    expect(readdirSync(join(sandbox.folder, 'still'))).toEqual(['good.txt']);
  });

  test('--dry-run prints a diff that patch can read, and writes nothing', async () => {
    const { good, bad } = pair({ newline: '\r\n' });
    const before = bad.replace('六、', '6、');
    const place = sandbox.write('dry/a.txt', before);
    const run = await sandbox.run(['check', '--fix', '--dry-run', 'dry/a.txt']);
    expect(readFileSync(place, 'utf8')).toBe(before);
    expect(run.out).toMatch(/^--- a\/dry\/a\.txt\n\+\+\+ b\/dry\/a\.txt\n@@ -\d+,7 \+\d+,7 @@\n/);
    expect(run.err).toBe('1 份报告，0 个错误，0 个警告，0 条信息；将改正 2 处，没有写入\n');
    execFileSync('git', ['apply', '--unsafe-paths', '--directory=', '-'], { cwd: sandbox.folder, input: run.out });
    expect(readFileSync(place, 'utf8')).toBe(good);
    expect(await sandbox.run(['check', '--dry-run', 'dry'])).toMatchObject({ code: 2 });
  });

  test('without it the text output ends with how many it would mend', async () => {
    const { bad } = pair();
    sandbox.write('would.txt', bad.replace('六、', '6、'));
    expect((await sandbox.run(['check', 'would.txt'])).out).toMatch(
      /1 份报告，1 个错误，1 个警告，1 条信息；--fix 可改正 2 处\n$/,
    );
  });

  test('puts ordinals of headings right, unless sections are out of order or the rule is off', async () => {
    const { good } = pair();
    const place = sandbox.write('ordinal/a.txt', good.replace('六、', '6、'));
    sandbox.write('ordinal/.zfxxgk.json', '{ "rules": { "section-numbering": "off" } }');
    await sandbox.run(['check', '--fix', 'ordinal']);
    expect(readFileSync(place, 'utf8')).toBe(good.replace('六、', '6、'));
    sandbox.write('ordinal/.zfxxgk.json', '{}');
    expect((await sandbox.run(['check', '--fix', 'ordinal'])).out).toContain('其他需要报告的事项 6、 → 六、');
    expect(readFileSync(place, 'utf8')).toBe(good);
  });

  test('reports what is left, and leaves alone what is not certain', async () => {
    const { good, bad } = pair();
    // Without section 六 the report has a fault that no total repairs.
    const rest = (text: string) => text.slice(0, text.indexOf('六、'));
    const place = sandbox.write('left.txt', rest(bad));
    const run = await sandbox.run(['check', '--fix', '--format', 'json', 'left.txt']);
    expect(run.code).toBe(1);
    const { reports } = JSON.parse(run.out) as OutputJson;
    expect(reports[0]?.diagnostics.map(({ code }) => code)).toEqual(['section-missing']);
    expect(run.err).toContain(`${wrong} → ${right}`);
    expect(readFileSync(place, 'utf8')).toBe(rest(good));
  });

  test('does not touch a file that is no report', async () => {
    const place = sandbox.write('notes.txt', '总计 1 2 4\n');
    await sandbox.run(['check', '--fix', 'notes.txt']);
    expect(readFileSync(place, 'utf8')).toBe('总计 1 2 4\n');
  });

  test('writes through a link', async () => {
    const { good, bad } = pair();
    const place = sandbox.write('linked/target.txt', bad);
    const link = join(sandbox.folder, 'link.txt');
    symlinkSync('linked/target.txt', link);
    await sandbox.run(['check', '--fix', 'link.txt']);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(place, 'utf8')).toBe(good);
  });

  test('writes behind a link out of the folder only with --follow', async () => {
    const { good, bad } = pair();
    const place = sandbox.write('elsewhere/target.txt', bad);
    sandbox.write('mine/a.txt', good);
    symlinkSync(place, join(sandbox.folder, 'mine', 'link.txt'));
    const run = await sandbox.run(['check', '--fix', 'mine']);
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining(`指向文件夹以外的 ${place}`) });
    expect(run.err).toContain('--follow');
    expect(readFileSync(place, 'utf8')).toBe(bad);
    expect((await sandbox.run(['check', '--fix', '--follow', 'mine'])).code).toBe(0);
    expect(readFileSync(place, 'utf8')).toBe(good);
  });

  test('tells of a file that may not be written, and ends with 2', async () => {
    const { bad } = pair();
    const place = sandbox.write('fixed-mode/a.txt', bad);
    chmodSync(place, 0o444);
    // In an open folder a new file could be put in its place all the same.
    chmodSync(join(sandbox.folder, 'fixed-mode'), 0o777);
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const run = await sandbox.run(['check', '--fix', 'fixed-mode/a.txt'], uid);
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('无法写入（没有权限），文件未改动') });
    expect(run.out).toContain('(row-total)');
    expect(run.out).not.toContain('→');
    expect(readFileSync(place, 'utf8')).toBe(bad);
  });
});

describe('--fix of standard input', () => {
  test('passes the repaired text on and the findings beside it', async () => {
    const { good, bad } = pair({ newline: '\r\n' });
    const gbk = { encoding: 'gb18030', bom: false } as const;
    const run = await sandbox.run(['check', '--fix', '-'], { stdin: encode(bad, gbk) });
    expect(run.code).toBe(0);
    expect(run.stdout.equals(encode(good, gbk))).toBe(true);
    expect(run.err).toContain(`（一）予以公开·总计 ${wrong} → ${right}`);
    expect(run.err).toContain('改正 1 处');
  });

  test('keeps the object of --format json whole beside it', async () => {
    const { good, bad } = pair();
    const run = await sandbox.run(['check', '--fix', '--format', 'json', '-'], { stdin: Buffer.from(bad) });
    expect(run.out).toBe(good);
    expect((JSON.parse(run.err) as OutputJson).reports).toHaveLength(1);
  });

  test.each([
    ['no report', Buffer.from('你好\n')],
    ['binary', Buffer.from([1, 0, 2])],
    ['undecodable', Buffer.from([0x41, 0xff, 0xfd])],
  ])('passes on unchanged what it does not understand: %s', async (_, stdin) => {
    expect((await sandbox.run(['check', '--fix', '-'], { stdin })).stdout).toEqual(stdin);
  });
});
