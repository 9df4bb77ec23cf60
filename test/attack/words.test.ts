import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../server/src/cli/check-arguments.ts';
import { SUMMARY_FORMATS } from '../../server/src/cli/summary/arguments.ts';
import { newSandbox, type Run, type Sandbox } from '../cli/harness.ts';
import { messagesTo } from '../lsp/editor.ts';
import { useFolders } from '../lsp/folder.ts';
import { GRANTED_TOTAL, sample } from '../lsp/sample.ts';
import { useServer } from '../lsp/setup.ts';

/** What acts somewhere: control sequences of terminals, line ends, marks of direction, links, workflow commands. */
const HOSTILE = [
  '\u001b[31m',
  '\u001b]0;x\u0007',
  '\u009b31m',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u061c',
  '[点此](command:workbench.action.quit)',
  '##[add-mask]x',
  '<b>',
  '|',
];
const WORDS = HOSTILE.join('');
/** A name of a folder or file: a line of its own that is a workflow command. */
const NAME = `::stop-commands::x${WORDS}\n::stop-commands::y`;

const ACTING = /(?!\n|\r|\t)[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const base = sample().text;

/** Reports with these words wherever a file may have words, and with faults that quote them. */
const REPORTS: Readonly<Record<string, string>> = {
  title: base.replace('砚泠市档案局', `砚泠市${WORDS}档案局`),
  organ: base.replaceAll('砚泠市档案局', '砚泠市[点此](command:x)局').replace('\t0\t12\n', '\t0\t13\n'),
  heading: base.replace('三、收到和处理', `三、${WORDS}收到和处理`),
  cell: base.replace('\t0\t12\n', `\t0\t1${WORDS}2\n`),
  total: base.replace('\t0\t12\n', `\t0\t 13${'\u200f'} \n`),
  label: base.replace('（二）部分公开', `（二）部分${WORDS}公开`),
  row: base.replace('（二）部分公开', `${WORDS}\t1\t2\n::stop-commands::x\t1\n（二）部分公开`),
  prose: base.replace('\n二、', `\n::stop-commands::x${WORDS}全年收到政府信息公开申请99${WORDS}件，占12%。\n二、`),
  number: base.replace('\n二、', `\n全年收到政府信息公开申请99[点此](command:x)件，较上年${WORDS}下降30%。\n二、`),
  person: base.replace('\n六、', `\n联系人张三，身份证号11010119900307${WORDS}7758，电话13800138000${WORDS}。\n六、`),
  broken: `${base.slice(0, base.indexOf('四、政府'))}${WORDS}`,
  wrong: base.replace('\t0\t12\n', '\t0\t13\n'),
};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

function write(path: string, text: string): void {
  mkdirSync(dirname(join(sandbox.folder, path)), { recursive: true });
  writeFileSync(join(sandbox.folder, path), text);
}

function fill(folder: string): void {
  for (const [name, text] of Object.entries(REPORTS)) write(`${folder}/${NAME}/${name}.txt`, text);
  for (const [name, text] of Object.entries(REPORTS)) write(`${folder}/::stop-commands::${name}.txt`, text);
  const settings = { rules: { [NAME]: 'off', '[点此](command:x)': WORDS }, ignore: [`+(${WORDS})`], [NAME]: WORDS };
  write(`${folder}/.zfxxgk.json`, JSON.stringify(settings));
  write(`${folder}/${NAME}/.zfxxgk.json`, '{ "rules": [');
  writeFileSync(join(sandbox.folder, folder, `${NAME}.docx`), 'no archive');
}

/** Nothing in it acts in a terminal, and no line of it is a workflow command except those that are meant. */
function expectHarmless(text: string, what: string): void {
  const lines = text.split(/\r?\n/);
  const acting = lines.filter((line) => ACTING.test(line) || line.includes('\r') || line.includes('##['));
  const commands = lines.filter((line) => /^\s*::(?!(?:error|warning|notice) file=)/.test(line));
  expect([...acting, ...commands], what).toEqual([]);
}

async function ran(args: readonly string[], stdin?: string): Promise<Run> {
  const run = await sandbox.run(args, stdin === undefined ? {} : { stdin: Buffer.from(stdin) });
  expectHarmless(run.err, `stderr of ${args.join(' ')}`);
  return run;
}

describe('words from files, names and settings do nothing in what the command line prints:', () => {
  test.each(
    FORMATS.flatMap((format) => [
      [format, '--quiet'],
      [format, '--fix'],
      [format, '--fix', '--dry-run'],
    ]),
  )('check --format %s %s', async (format, ...more) => {
    fill('all');
    const run = await ran([
      'check',
      '--format',
      format,
      ...more,
      '--baseline',
      `all/${NAME}`,
      '--update-baseline',
      'all',
    ]);
    const plain = await ran(['check', '--format', format, ...more, 'all']);
    const inside = await ran(['check', '--format', format, ...more, `all/${NAME}/cell.txt`, `${NAME}/none.txt`]);
    for (const { out } of [run, plain, inside]) {
      // The lines of a difference are put into files, and are what stands there.
      const lines = out
        .split('\n')
        .filter((line) => !more.includes('--dry-run') || !/^(?:[ +-](?!-- |\+\+ ))/.test(line));
      expectHarmless(lines.join('\n').replace(/^\uFEFF/, ''), format);
    }
    expect(plain.out.length).toBeGreaterThan(300);
    expect(plain.err).toContain('stop-commands');
  });

  test('check --explain, standard input under a name, and what cannot be used', async () => {
    fill('all');
    expectHarmless((await ran(['check', '--explain', 'all'])).out, '--explain');
    for (const text of Object.values(REPORTS))
      expectHarmless((await ran(['check', '--stdin-filename', NAME, '-'], text)).out, 'stdin');
    for (const args of [
      [NAME],
      ['check', `--${NAME}`],
      ['check', '--format', NAME, 'all'],
      ['check', '--jobs', NAME, 'all'],
      ['check', '--baseline', NAME, 'all'],
      ['text', NAME],
      ['summary', NAME],
      ['summary', '--against', NAME, 'all'],
    ])
      expectHarmless((await ran(args)).out, args.join(' '));
  });

  test.each(SUMMARY_FORMATS.filter((format) => format !== 'xlsx'))('summary --format %s', async (format) => {
    fill('all');
    const against = join('all', NAME, 'organ.txt');
    for (const args of [['all'], ['--against', against, '--verbose', 'all']]) {
      const { out } = await ran(['summary', '--format', format, ...args]);
      expectHarmless(out.replace(/^\uFEFF/, ''), format);
      if (format === 'markdown') expect(out.match(/(?<!\\)\]\(/g)).toBeNull();
      expect(out.length).toBeGreaterThan(300);
    }
  });

  test('a path and a message come out of JSON as they are', async () => {
    fill('all');
    const { reports } = JSON.parse((await ran(['check', '--format', 'json', 'all'])).out);
    expect(reports.map(({ path }: { path: string }) => path)).toContain(`all/${NAME}/cell.txt`);
  });

  test('brackets in SARIF are no links', async () => {
    fill('all');
    const { out } = await ran(['check', '--format', 'sarif', 'all']);
    const texts: string[] = [];
    JSON.parse(out, (key, value) => {
      if (key === 'message' || key === 'description') texts.push(value.text);
      return value;
    });
    expect(texts.filter((text) => text.includes('点此')).length).toBeGreaterThan(0);
    expect(texts.filter((text) => /(?<!\\)[[\]]/.test(text))).toEqual([]);
  });
});

describe('and in an editor:', () => {
  const servers = useServer();
  const folders = useFolders();

  test('notifications have no links', async () => {
    const settings = {
      rules: { '[点此](command:x)': WORDS, [NAME]: 1 },
      files: { exclude: [`+(${WORDS})`], detect: WORDS },
    };
    const folder = folders({
      [`${NAME}/.zfxxgk.json`]: JSON.stringify({ rules: { '[点此](command:x)': WORDS }, '[点此](command:y)': 1 }),
      [`${NAME}/a.txt`]: REPORTS.wrong ?? '',
    });
    const editor = await servers.start({ folders: [folder.uri], initialization: { settings } });
    editor.open(REPORTS.wrong ?? '', { uri: folder.uriOf(`${NAME}/a.txt`) });
    await editor.settle();
    editor.notify('workspace/didChangeWatchedFiles', { changes: [] });
    await editor.settle();
    const shown = messagesTo(editor).map(({ message }) => message);
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.filter((message) => message.includes('点此')).length).toBeGreaterThan(1);
    expect(shown.filter((message) => message.includes('](') || ACTING.test(message) || message.includes('\n'))).toEqual(
      [],
    );
  });

  test('diagnostics, hovers, outline, titles of fixes and the reading are plain words', async () => {
    const before = base.replace('2024年', '2023年').replaceAll('2024', '2023');
    const folder = folders({ [`${NAME}-2023.txt`]: before });
    const editor = await servers.start({ folders: [folder.uri], pull: true });
    for (const [name, text] of Object.entries({ ...REPORTS, after: base })) {
      const document = editor.open(text, { uri: folder.uriOf(`${NAME}-${name}-2024.txt`) });
      const textDocument = { uri: document.uri };
      const pulled = await editor.pull(document);
      const end = { line: text.split('\n').length, character: 0 };
      const range = { start: { line: 0, character: 0 }, end };
      const context = { diagnostics: [] };
      const said: unknown[] = [pulled];
      said.push(await editor.ask('textDocument/codeAction', { textDocument, range, context }));
      said.push(await editor.ask('textDocument/documentSymbol', { textDocument }));
      said.push(await editor.ask('zfxxgk/explain', { textDocument }));
      const hovers = [];
      for (let line = 0; line < end.line; line++) {
        const { length } = text.split('\n')[line] ?? '';
        for (const character of [1, length - 1])
          hovers.push(await editor.ask('textDocument/hover', { textDocument, position: { line, character } }));
      }
      const words = wordsOf([said, hovers]);
      expect(
        words.filter((each) => each.split('\n').some((line) => ACTING.test(line))),
        name,
      ).toEqual([]);
      const markdown = wordsOf(hovers).filter((each) => /(?<!\\)\]\((?!file:)/.test(each));
      expect(markdown, name).toEqual([]);
      if (name !== 'after') continue;
      const position = sample().range(GRANTED_TOTAL).start;
      expect(await editor.ask('textDocument/hover', { textDocument, position })).not.toBeNull();
      expect(wordsOf(hovers).some((each) => each.includes('](file:'))).toBe(true);
    }
  });
});

/** All words for people in an answer: not what is put into the text, nor addresses and data. */
function wordsOf(answer: unknown): string[] {
  const words: string[] = [];
  JSON.stringify(answer, (key, value) => {
    if (['newText', 'uri', 'data', 'edit'].includes(key)) return undefined;
    if (typeof value === 'string') words.push(value);
    return value;
  });
  return words;
}
