import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUTHOR, commentsIn } from '../../server/src/import/comment-package.ts';
import { docxOf, paragraph, renderDocx } from '../support/docx.ts';
import { plainStyle } from '../support/generate/style.ts';
import { sound, wrong } from '../support/wrong-total.ts';
import { renderXlsx } from '../support/xlsx.ts';
import { newSandbox, type Sandbox } from './harness.ts';

const SOUND = Buffer.from(renderDocx(sound, 'wps', plainStyle));
const WRONG = Buffer.from(renderDocx(wrong, 'word', plainStyle));

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

describe('a Word document', () => {
  test('is checked like any text; what is found has its place in the form', async () => {
    sandbox.write('年报.docx', WRONG);
    const { code, out } = await sandbox.run(['check', '--format', 'json', '年报.docx']);
    expect(code).toBe(1);
    const [report] = JSON.parse(out).reports;
    expect(report).toMatchObject({ agency: sound.agency, year: sound.year });
    const found = report.diagnostics.find((each: { code: string }) => each.code === 'row-total');
    expect(found.source).toMatchObject({ table: 3, column: '总计', paragraph: expect.any(Number) });
  });

  test('is found in a folder, but not the lock file beside it; with tracked changes it says so', async () => {
    mkdirSync(join(sandbox.folder, '各局'));
    sandbox.write('各局/年报.docx', WRONG);
    sandbox.write('各局/~$年报.docx', 'lock');
    const { out, err } = await sandbox.run(['check', '各局']);
    expect(out).toContain('1 份报告');
    expect(err).toContain('各局/年报.docx：文件中有修订');
    expect(err).not.toContain('~$');
  });

  test('counts as one that --fix can mend; an Excel file, which is never written, does not', async () => {
    sandbox.write('可改.docx', Buffer.from(renderDocx(wrong, 'wps', plainStyle)));
    sandbox.write('不改.xlsx', Buffer.from(renderXlsx(wrong, plainStyle)));
    expect((await sandbox.run(['check', '可改.docx'])).out).toContain('--fix 可改正 1 处');
    const { out } = await sandbox.run(['check', '不改.xlsx']);
    expect(out).toContain('应为');
    expect(out).not.toContain('--fix');
  });

  test('counts in a summary', async () => {
    sandbox.write('汇总.docx', SOUND);
    const { code, out } = await sandbox.run(['summary', '--format', 'json', '汇总.docx']);
    expect(code).toBe(0);
    expect(out).toContain(sound.agency);
  });
});

describe('--fix in a Word document', () => {
  const FIXABLE = Buffer.from(renderDocx(wrong, 'wps', plainStyle));

  test('writes the number into its cell; every other part stays byte for byte', async () => {
    sandbox.write('改.docx', FIXABLE);
    const { code, out } = await sandbox.run(['check', '--fix', '改.docx']);
    expect(out).toMatch(/改\.docx:\d+:\d+ （一）予以公开·总计 \d+ → \d+/);
    expect(code).toBe(0);
    const after = readFileSync(join(sandbox.folder, '改.docx'));
    expect(after).not.toEqual(FIXABLE);
    // The document itself comes last in what the generator packs, and packing gives the same bytes for the same text.
    expect(after).toEqual(Buffer.from(renderDocx(sound, 'wps', plainStyle)));
    expect(await sandbox.run(['check', '--fix', '改.docx'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(sandbox.folder, '改.docx'))).toEqual(after);
  });

  test('passes it on when it comes from standard input', async () => {
    const { stdout } = await sandbox.run(['check', '--fix', '-', '--stdin-filename', 'a.docx'], { stdin: FIXABLE });
    expect(stdout).toEqual(Buffer.from(renderDocx(sound, 'wps', plainStyle)));
  });

  test('leaves a number alone of which a part is a tracked change, and says so', async () => {
    sandbox.write('修订.docx', WRONG);
    const { code, err } = await sandbox.run(['check', '--fix', '修订.docx']);
    expect(code).toBe(1);
    expect(err).toContain('没有写入：这里有修订');
    expect(readFileSync(join(sandbox.folder, '修订.docx'))).toEqual(WRONG);
  });

  test.each(['~$在用的年度报告.docx', '.~lock.某局在用的年度报告.docx#', '.~某局在用的年度报告.docx'])(
    'does not write while %s says that it is open',
    async (lock) => {
      sandbox.write('某局在用的年度报告.docx', FIXABLE);
      sandbox.write(lock, '');
      const { code, err } = await sandbox.run(['check', '--fix', '某局在用的年度报告.docx']);
      rmSync(join(sandbox.folder, lock));
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringContaining(`正在 Word 或 WPS 中打开（旁边有 ${lock}）`),
      });
      expect(readFileSync(join(sandbox.folder, '某局在用的年度报告.docx'))).toEqual(FIXABLE);
    },
  );
});

test('a finding is placed as a person finds it, in every output for people', async () => {
  sandbox.write('处.docx', WRONG);
  const place = '表三“（一）予以公开”行“总计”列';
  for (const format of ['text', 'github', 'junit', 'gitlab']) {
    const { out } = await sandbox.run(['check', '--format', format, '处.docx']);
    expect(out).toContain(place);
  }
});

describe('zfxxgk annotate', () => {
  const at = (name: string) => join(sandbox.folder, name);

  test('writes a copy with a comment for each finding, and the copy reads like the original', async () => {
    sandbox.write('报.docx', WRONG);
    expect(await sandbox.run(['annotate', '报.docx'])).toMatchObject({
      code: 0,
      out: '报-批注.docx：2 条批注\n',
      err: '',
    });
    expect(readFileSync(at('报.docx'))).toEqual(WRONG);
    const comments = commentsIn(readFileSync(at('报-批注.docx')));
    expect(comments.map(({ author }) => author)).toEqual([AUTHOR, AUTHOR]);
    expect(comments[0]?.text).toMatch(/^错误：“（一）予以公开”行总计写 .*（row-total）可以：/);
    const findings = async (name: string) =>
      JSON.parse((await sandbox.run(['check', '--format', 'json', name])).out).reports[0].diagnostics;
    expect(await findings('报-批注.docx')).toEqual(
      JSON.parse(
        JSON.stringify(await findings('报.docx')).replaceAll('%E6%8A%A5.docx', '%E6%8A%A5-%E6%89%B9%E6%B3%A8.docx'),
      ),
    );
    expect(await sandbox.run(['annotate', '报-批注.docx', '-o', '报-批注.docx'])).toMatchObject({ code: 0 });
    expect(commentsIn(readFileSync(at('报-批注.docx')))).toHaveLength(2);
  });

  test('never overwrites comments of people', async () => {
    const rels = `<Relationships xmlns="r"><Relationship Id="a" Type="x/comments" Target="comments.xml"/></Relationships>`;
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="科长"><w:p/></w:comment></w:comments>`;
    const parts = { 'word/_rels/document.xml.rels': rels, 'word/comments.xml': comments };
    const reviewed = Buffer.from(docxOf(paragraph('意见'), parts));
    sandbox.write('审.docx', WRONG);
    sandbox.write('审-批注.docx', reviewed);
    const { code, err } = await sandbox.run(['annotate', '审.docx', '-o', '审-批注.docx']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('已有 1 条别人的批注') });
    expect(readFileSync(at('审-批注.docx'))).toEqual(reviewed);
  });

  test.each([
    [['a.pdf'], '批注只能写进 Word 文件'],
    [['报.docx', '-o', '报.txt'], '批注只能写进 Word 文件'],
    [['没有.docx'], '找不到文件'],
  ])('ends with 2 for %j', async (args, words) => {
    expect(await sandbox.run(['annotate', ...args])).toMatchObject({ code: 2, err: expect.stringContaining(words) });
  });
});

describe('zfxxgk text', () => {
  test('prints what line numbers refer to', async () => {
    sandbox.write('段.docx', Buffer.from(docxOf(paragraph('第一段') + paragraph('第二段'))));
    const { code, out, err } = await sandbox.run(['text', '段.docx']);
    expect({ code, out, err }).toEqual({ code: 0, out: '第一段\n第二段\n', err: '' });
  });

  test('prints texts as they are', async () => {
    sandbox.write('a.txt', '正文\r\n');
    expect((await sandbox.run(['text', 'a.txt'])).out).toBe('正文\r\n');
  });
});

describe('a file that was named and cannot be read ends with 2 and says what to do', () => {
  test.each([
    ['旧.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '另存为 .docx'],
    ['坏.docx', Buffer.from('PK nonsense'), '已损坏'],
    ['密.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '取消密码'],
    ['空.xlsx', Buffer.alloc(0), '没有文字'],
    ['年报.pdf', Buffer.from('%PDF-1.7'), '已损坏'],
  ])('%s', async (name, bytes, words) => {
    sandbox.write(name, bytes);
    for (const command of ['check', 'text']) {
      const { code, err } = await sandbox.run([command, name]);
      expect(code).toBe(2);
      expect(err).toContain(words);
    }
  });

  test('a PDF says which part is missing where only the program was copied', () => {
    const program = sandbox.write('只有它/cli.js', readFileSync(sandbox.bundle));
    const file = sandbox.write('年报.pdf', '%PDF-1.7');
    const { status, stderr } = spawnSync(process.execPath, [program, 'check', file], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('pdf.mjs');
  });

  test('one that lies in a folder is named, but is no failure', async () => {
    mkdirSync(join(sandbox.folder, '杂'));
    sandbox.write('杂/密.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
    sandbox.write('杂/旧.doc', '{\\rtf1}');
    const { code, err } = await sandbox.run(['check', '杂']);
    expect(code).toBe(0);
    expect(err).toContain('杂/旧.doc：没有检查（旧格式');
    expect(err).toContain('杂/密.docx：没有检查（文件设有密码');
  });
});
