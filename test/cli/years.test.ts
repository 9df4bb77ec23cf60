import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputJson } from '../../server/src/cli/json-format.ts';
import { renderDocx } from '../support/docx.ts';
import { plainStyle } from '../support/generate/style.ts';
import { readMarked } from '../support/marked.ts';
import { startPrinter } from '../support/print-pdf.ts';
import { report } from '../support/report.ts';
import { renderPrintPage } from '../support/saved-page.ts';
import { sound } from '../support/wrong-total.ts';
import { newSandbox, type Sandbox } from './harness.ts';

/** Reports of one organ on two years, as they lie in a folder. */

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await newSandbox();
});
afterAll(() => sandbox.remove());

const on = (year: number, three = '\n') =>
  readMarked(report({ layout: 'tsv', title: `砚泠市档案局${year}年政府信息公开工作年度报告`, three })).text;
const SAME_LEFT = '四、结转下年度继续办理 | 2 0 0 0 0 1 3';
/** Other requests were left over than the report of 2024 takes up. */
const MORE_LEFT = '四、结转下年度继续办理 | 2 0 0 0 1 0 3';
/** With it SAME_LEFT follows, so that a wrong total of what is left is certain. */
const MORE_RECEIVED = '一、本年新收政府信息公开申请数量 | 10 1 0 0 4 1 16\n';
const carryovers = (out: string) =>
  (JSON.parse(out) as OutputJson).reports.flatMap(({ path, diagnostics }) =>
    diagnostics.filter(({ code }) => code === 'carryover-mismatch').map((each) => ({ path, ...each })),
  );

describe('a folder with reports on two years', () => {
  test.each([
    ['the earlier one comes first', '2023.txt', '2024.txt'],
    ['the earlier one comes last', 'z/2023.txt', 'a/2024.txt'],
  ])('tells what does not follow, where %s', async (name, before, now) => {
    sandbox.write(`${name}/${before}`, on(2023, MORE_LEFT));
    sandbox.write(`${name}/${now}`, on(2024));
    const { out } = await sandbox.run(['check', '--format', 'json', name]);
    const found = carryovers(out);
    expect(found.length).toBeGreaterThan(0);
    for (const { path, severity, message, relatedInformation } of found) {
      expect([path, severity]).toEqual([`${name}/${now}`, 2]);
      expect(message).toMatch(/上年结转/);
      expect(decodeURI(relatedInformation[0]?.location.uri ?? '')).toContain(before);
    }
    const { out: text } = await sandbox.run(['check', name]);
    expect(text).toContain('(carryover-mismatch)');
  });

  test('tells the same with every number of threads', async () => {
    for (let organ = 0; organ < 40; organ++) {
      const title = (text: string) => text.replace('砚泠市档案局', `砚泠市第${organ}档案局`);
      sandbox.write(`many/2023/${organ}.txt`, title(on(2023, organ % 2 === 0 ? MORE_LEFT : SAME_LEFT)));
      sandbox.write(`many/2024/${organ}.txt`, title(on(2024)));
    }
    const [one, two] = await Promise.all(
      ['1', '2'].map((jobs) => sandbox.run(['check', '--format', 'json', '--jobs', jobs, 'many'])),
    );
    expect(one?.out).toBe(two?.out);
    expect(new Set(carryovers(one?.out ?? '').map(({ path }) => path)).size).toBe(20);
  });

  test.each(['1', '2'])('compares with what --fix leaves behind, with %s threads', async (jobs) => {
    const folder = `fixed${jobs}`;
    for (let organ = 0; organ < 33; organ++) {
      const title = (text: string) => text.replace('砚泠市档案局', `砚泠市第${organ}档案局`);
      sandbox.write(
        `${folder}/2023/${organ}.txt`,
        title(on(2023, `${MORE_RECEIVED}四、结转下年度继续办理 | 2 0 0 0 0 1 9`)),
      );
      sandbox.write(`${folder}/2024/${organ}.txt`, title(on(2024)));
    }
    const { out } = await sandbox.run(['check', '--fix', '--format', 'json', '--jobs', jobs, folder]);
    expect((JSON.parse(out) as OutputJson).reports).toHaveLength(66);
    expect(carryovers(out)).toEqual([]);
    expect(readFileSync(join(sandbox.folder, folder, '2023/32.txt'), 'utf8')).toBe(
      on(2023, MORE_RECEIVED + SAME_LEFT).replace('档案局', '第32档案局'),
    );
  });

  test('names the other file in SARIF', async () => {
    sandbox.write('sarif/2023.txt', on(2023, MORE_LEFT));
    sandbox.write('sarif/2024.txt', on(2024));
    const { out } = await sandbox.run(['check', '--format', 'sarif', 'sarif']);
    const [found] =
      (JSON.parse(out) as Log).runs[0]?.results?.filter((each) => each.ruleId === 'carryover-mismatch') ?? [];
    const [at] = found?.locations ?? [];
    const [related] = found?.relatedLocations ?? [];
    expect(at?.physicalLocation?.artifactLocation?.uri).toBe('sarif/2024.txt');
    expect(related?.physicalLocation?.artifactLocation?.uri).toBe('sarif/2023.txt');
  });

  test('is silent about a report that is ignored, and about one that is checked alone', async () => {
    sandbox.write('ignored/2023.txt', on(2023, MORE_LEFT));
    const now = sandbox.write('ignored/2024.txt', on(2024));
    expect(carryovers((await sandbox.run(['check', '--format', 'json', now])).out)).toEqual([]);
    sandbox.write('ignored/.zfxxgk.json', '{ "ignore": ["2023.txt"] }');
    expect(carryovers((await sandbox.run(['check', '--format', 'json', 'ignored'])).out)).toEqual([]);
  });
});

const printer = await startPrinter(fileURLToPath(new URL('../..', import.meta.url)));

describe.skipIf(!printer)('last year’s report as PDF, as a browser prints it (skipped without Chromium)', () => {
  afterAll(() => printer?.close());
  const zeros = sound.table3.map((row) => row.map(() => 0));
  /** What was left over is what this year’s report takes up; nothing else was done. */
  const left = sound.table3[1] as readonly number[];
  const before = {
    ...sound,
    year: sound.year - 1,
    table3: zeros.map((row, at) => (at === 0 || at === 24 ? [...left] : row)),
  };
  const other = left.map((value, column) => (column === 0 || column === 6 ? value + 3 : value));

  test.each([
    ['agrees', before, 0],
    [
      'has another number left over',
      { ...before, table3: before.table3.map((row, at) => (at === 0 || at === 24 ? other : row)) },
      2,
    ],
  ])('is compared with this year’s draft in Word beside it: it %s', async (name, numbers, count) => {
    sandbox.write(`${name}/上年.pdf`, Buffer.from((await printer?.print(renderPrintPage(numbers, plainStyle))) ?? ''));
    sandbox.write(`${name}/草案.docx`, Buffer.from(renderDocx(sound, 'wps', plainStyle)));
    const { out } = await sandbox.run(['check', '--format', 'json', name]);
    expect((JSON.parse(out) as OutputJson).reports).toHaveLength(2);
    const found = carryovers(out);
    expect(found.map(({ data }) => data?.before?.year)).toEqual(Array(count).fill(sound.year - 1));
    for (const { path, data } of found) {
      expect(path).toBe(`${name}/草案.docx`);
      expect(decodeURIComponent(data?.before?.uri ?? '')).toMatch(/上年\.pdf$/);
    }
  });
});
