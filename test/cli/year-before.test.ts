import { describe, expect, test } from 'vitest';
import type { CheckSourceOptions } from '../../server/src/cli/check-source.ts';
import type { Checked, Input, Outcome, Source } from '../../server/src/cli/result.ts';
import { type CheckAll, checkWithYearBefore } from '../../server/src/cli/year-before.ts';
import type { Digest, Figure } from '../../server/src/digest/digest.ts';

const OPTIONS: CheckSourceOptions = {
  fix: true,
  dryRun: false,
  countsFixes: false,
  showDismissed: false,
  follow: false,
  explain: false,
  parts: { values: false, related: false, data: false, fingerprints: false, fixes: false, ways: false },
  lines: false,
  assumeReport: false,
  locale: 'zh',
  digest: true,
  drawing: false,
};

const figure = (value: number): Figure => ({
  ...{ value, start: 0, end: 1 },
  ...{ line: 0, character: 0, endLine: 0, endCharacter: 1 },
});

const NOTHING = {
  ...{ received: undefined, settled: undefined, documents: [], growths: [], prose: [] },
  numbers: { values: new Float64Array(), lines: new Uint32Array() },
};

/** `in:out`, what a report of the year carries in and out. */
function digestOf(year: number, carried: string): Digest {
  const [carriedIn = 0, carriedOut = 0] = carried.split(':').map(Number);
  const origin = { agency: '砚泠市档案局', organ: '砚泠市档案局', placed: true, year };
  return { ...origin, carriedIn: [figure(carriedIn)], carriedOut: [figure(carriedOut)], ...NOTHING };
}

const source = (name: string): Source => ({ path: name, uri: `file:///${name}`, stdin: false, named: true });

/** Checks nothing: gives back what was asked, with the digest of the file's name, `2023 0:4`. */
function newCheck(facts: (source: Source) => Partial<Checked> = () => ({}), stopAfter = Number.POSITIVE_INFINITY) {
  const asked: string[] = [];
  const check: CheckAll = async function* (inputs: readonly Input[], options: CheckSourceOptions) {
    for (const input of inputs) {
      if (asked.length >= stopAfter) return;
      if ('kind' in input) {
        yield { result: input };
        continue;
      }
      const { path, others: { predecessor } = {} } = input;
      asked.push(`${path}${predecessor ? ` after ${predecessor.file.name}` : ''}${options.fix ? ' fix' : ''}`);
      const [year, carried = ''] = path.split(' ');
      const digest = options.digest ? { digest: digestOf(Number(year), carried) } : {};
      const report = { path, title: '', agency: '', year: Number(year), form: '2021', tables: {}, diagnostics: [] };
      const checked: Checked = { kind: 'report', source: input, report, dismissed: 0, changes: [], ...digest };
      yield { result: { ...checked, ...facts(input) } };
    }
  };
  return { asked, check };
}

async function all(outcomes: AsyncIterable<Outcome<Checked>>): Promise<Checked[]> {
  const results: Checked[] = [];
  for await (const { result } of outcomes) if (result.kind === 'report') results.push(result);
  return results;
}

const nothing = () => {};

describe('checking with the year before', () => {
  test('asks for every source once where the years agree, and gives the results in order without digests', async () => {
    const { asked, check } = newCheck();
    const names = ['2024 4:1', '2022 9:3', '2023 3:4'];
    const results = await all(checkWithYearBefore(names.map(source), OPTIONS, check, nothing));
    expect(asked).toEqual(names.map((name) => `${name} fix`));
    expect(results.map(({ report }) => report.path)).toEqual(names);
    expect(results.some((result) => 'digest' in result)).toBe(false);
  });

  test('asks again for what differs, with the year before at hand, and keeps what the first time alone knows', async () => {
    const change = { line: 1, column: 1, name: '总计', from: '1', to: '2' };
    const { asked, check } = newCheck((given) => (given.others ? {} : { changes: [change] }));
    const results = await all(checkWithYearBefore(['2024 5:1', '2023 3:4'].map(source), OPTIONS, check, nothing));
    expect(asked.slice(2)).toEqual(['2024 5:1 after 2023 3:4']);
    expect(results.map(({ source: { others }, changes }) => [others?.predecessor?.digest.year, changes])).toEqual([
      [2023, [change]],
      [undefined, [change]],
    ]);
  });

  test('says nothing where two copies of the year before differ, wherever they lie', async () => {
    const { asked, check } = newCheck();
    await all(checkWithYearBefore(['2023 3:4', '2024 5:1', '2023 3:6'].map(source), OPTIONS, check, nothing));
    expect(asked).toHaveLength(3);
  });

  test('says nothing of years when it was interrupted: a copy may not be known', async () => {
    const { asked, check } = newCheck(() => ({}), 2);
    const names = ['2023 3:4', '2024 5:1', '2023 3:6'];
    const results = await all(checkWithYearBefore(names.map(source), OPTIONS, check, nothing));
    expect(asked).toHaveLength(2);
    expect(results.map(({ report }) => report.path)).toEqual(names.slice(0, 2));
  });

  test('holds so many results and makes the others again, in their order; never one that changed a file', async () => {
    const changed = '2021 0:0';
    const change = { line: 1, column: 1, name: '总计', from: '1', to: '2' };
    const { asked, check } = newCheck(({ path }) => (path === changed ? { changes: [change] } : {}));
    const names = ['2010 0:1', '2012 0:2', '2014 0:3', changed, '2016 0:4'];
    const results = await all(checkWithYearBefore(names.map(source), OPTIONS, check, nothing, 2));
    expect(asked.slice(names.length)).toEqual(['2014 0:3', '2016 0:4']);
    expect(results.map(({ report }) => report.path)).toEqual(names);
    expect(results[3]?.changes).toEqual([change]);
  });
});
