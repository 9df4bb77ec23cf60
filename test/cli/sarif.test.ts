import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import type { Log, Region, Result } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { RULE_CODES } from '../../server/src/checks/rules/index.ts';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { fixesFor } from '../../server/src/features/fixes.ts';
import { offsetAt } from '../lsp/sample.ts';
import { plainStyle, render } from '../support/generate/render.ts';
import { AGENCY, editedElsewhere, GOOD, odd, wrongTotal } from './faults.ts';
import { newSandbox, type Sandbox, someNumbers } from './harness.ts';

/** The schema of the standard, as Microsoft's matchers for SARIF ship it. */
const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats(ajv as never);
const validate = ajv.compile<Log>(schema);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

/** The one run of a log that must be valid. */
async function sarif(...args: string[]) {
  const { out, code, err } = await sandbox.run(['check', '--format', 'sarif', ...args]);
  const log: unknown = JSON.parse(out);
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  const [run, ...others] = (log as Log).runs;
  if (!run || others.length > 0) throw new Error('not one run');
  return { run, results: run.results ?? [], code, err };
}

const ruleIds = (results: readonly Result[]) => results.map(({ ruleId }) => ruleId);

/** The text after a fix, by nothing but what stands in the log. */
function applyFix(text: string, { fixes }: Result, at = 0): string {
  const [change, ...others] = fixes?.[at]?.artifactChanges ?? [];
  expect(others).toEqual([]);
  const offset = (line = 0, column = 0) => offsetAt(text, { line: line - 1, character: column - 1 });
  const span = ({ startLine, startColumn, endLine, endColumn }: Region) => ({
    start: offset(startLine, startColumn),
    end: offset(endLine, endColumn),
  });
  const edits = (change?.replacements ?? []).map(({ deletedRegion, insertedContent }) => ({
    span: span(deletedRegion),
    newText: insertedContent?.text ?? '',
  }));
  return applyEdits(text, edits);
}

test('the schema finds faults', () => {
  expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
});

describe('the log', () => {
  test('is valid without any report, with good ones, and with files that cannot be checked', async () => {
    sandbox.write('some/good.txt', GOOD);
    sandbox.write('some/notes.txt', '会议记录\n');
    sandbox.write('some/picture.txt', Buffer.from([0x89, 0x50, 0, 0]));
    const { run, results, code } = await sarif('some', 'nowhere.txt');
    expect({ results, code }).toEqual({ results: [], code: 2 });
    const [invocation] = run.invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(
      invocation?.toolExecutionNotifications?.map(({ level, locations, message }) => [
        level,
        locations?.[0]?.physicalLocation?.artifactLocation?.uri,
        message.text,
      ]),
    ).toEqual([
      ['note', 'some/notes.txt', expect.stringContaining('不像政府信息公开工作年度报告')],
      ['warning', 'some/picture.txt', expect.stringContaining('二进制')],
      ['error', 'nowhere.txt', expect.stringContaining('找不到')],
    ]);
    expect((await sarif('nowhere.txt')).results).toEqual([]);
  });

  test('describes every rule, with its level and its page', async () => {
    const { rules = [], version } = (await sarif('some')).run.tool.driver;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(rules.map(({ id }) => id)).toEqual([...RULE_CODES]);
    expect(rules[0]).toMatchObject({
      id: 'row-total',
      name: 'RowTotal',
      shortDescription: { text: '行总计不符' },
      fullDescription: { text: expect.stringContaining('表三') },
      help: { text: expect.stringContaining('重算这一个总计') },
      defaultConfiguration: { level: 'error' },
    });
    for (const { helpUri = '', id, help, fullDescription } of rules) {
      expect(helpUri).toMatch(new RegExp(`^(?:file|https)://.*/docs/rules/${id}\\.md$`));
      expect(help?.text.length).toBeGreaterThan(fullDescription?.text.length ?? 0);
    }
  });

  test('gives places counted from 1 in UTF-16, below the folder of the run', async () => {
    // A character outside the basic plane and a name that must be encoded.
    const text = wrongTotal(3).replace('一、总体情况', '一、总体情况\n𠮷');
    sandbox.write('编号 1/甲,乙#.txt', text);
    const { run, results } = await sarif('编号 1');
    expect(run.columnKind).toBe('utf16CodeUnits');
    const root = run.originalUriBaseIds?.['%SRCROOT%']?.uri ?? '';
    expect(ruleIds(results)).toEqual(['row-total', 'outcome-total']);
    const { artifactLocation, region } = results[0]?.locations?.[0]?.physicalLocation ?? {};
    expect(artifactLocation).toEqual({ uri: expect.not.stringMatching(/[ ,#]|^[/.]/), uriBaseId: '%SRCROOT%' });
    expect(readFileSync(fileURLToPath(new URL(artifactLocation?.uri ?? '', root)), 'utf8')).toBe(text);
    const line = text.split('\n')[(region?.startLine ?? 0) - 1] ?? '';
    expect(line.slice((region?.startColumn ?? 0) - 1, (region?.endColumn ?? 0) - 1)).toBe(line.split('\t').at(-1));
    expect(results[0]).toMatchObject({ level: 'error', ruleIndex: 0, properties: { agency: AGENCY, table: 3 } });
    expect(results[0]?.relatedLocations?.length).toBeGreaterThan(0);
  });

  test('names a file outside the folder of the run by its full address', async () => {
    const path = sandbox.write('../outside.txt', odd(GOOD));
    const { results } = await sarif(path);
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri: pathToFileURL(path).href });
    expect(results[0]?.level).toBe('warning');
  });

  test('takes standard input, named or not', async () => {
    const stdin = Buffer.from(odd(GOOD));
    for (const name of [[], ['--stdin-filename', 'a.txt']]) {
      const run = await sandbox.run(['check', '--format', 'sarif', '-', ...name], { stdin });
      expect(validate(JSON.parse(run.out))).toBe(true);
    }
  });
});

describe('fixes', () => {
  test.each(['\n', '\r\n'] as const)(
    'make the text that the editor’s fixes make, the preferred first: %j',
    async (newline) => {
      const rendered = render(someNumbers(), 'tsv', { ...plainStyle, newline });
      const text = odd(rendered.text).replace(/四、政府信息公开行政复议[\s\S]*?(?=五、)/, '');
      sandbox.write('fix.txt', text);
      const { results } = await sarif('fix.txt');
      const analysis = analyse(text);
      expect(ruleIds(results)).toEqual(['section-missing', 'section-numbering']);
      for (const [at, result] of results.entries()) {
        const finding = analysis?.findings[at];
        const wanted = analysis && finding ? fixesFor(analysis, finding, 'zh') : [];
        expect(result.fixes?.map(({ description }) => description?.text)).toEqual(wanted.map(({ title }) => title));
        expect(wanted[0]?.preferred).toBe(true);
        for (const [which, { edits }] of wanted.entries())
          expect(applyFix(text, result, which)).toBe(applyEdits(text, edits));
      }
    },
  );

  test('mend the report', async () => {
    sandbox.write('mend.txt', wrongTotal(3));
    const { results } = await sarif('mend.txt');
    expect(results.map((result) => applyFix(wrongTotal(3), result))).toEqual([GOOD, GOOD]);
  });
});

describe('fingerprints', () => {
  const prints = (results: readonly Result[]) =>
    results.map(({ partialFingerprints }) => partialFingerprints?.['zfxxgkFinding/v1']);

  test('stay through edits elsewhere, and change with the numbers', async () => {
    sandbox.write('print/a.txt', wrongTotal(3));
    const before = prints((await sarif('print')).results);
    expect(new Set(before).size).toBe(2);
    sandbox.write('print/a.txt', editedElsewhere(wrongTotal(3)));
    const after = await sarif('print');
    expect(prints(after.results)).toEqual(before);
    sandbox.write('print/a.txt', wrongTotal(4));
    const other = prints((await sarif('print')).results);
    expect(other.filter((each) => before.includes(each))).toEqual([]);
  });
});

test('--fix is told of beside the log, which shows what is left', async () => {
  const text = wrongTotal(3);
  sandbox.write('fixed.txt', text.slice(0, text.indexOf('六、')));
  const { results, err, code } = await sarif('--fix', 'fixed.txt');
  expect(ruleIds(results)).toEqual(['section-missing']);
  expect(err).toContain('→');
  expect(code).toBe(1);
});
