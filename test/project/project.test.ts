import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { readConfig } from '../../server/src/project/config.ts';
import { addDismissal, removeDismissal } from '../../server/src/project/dismiss.ts';
import { loadProject, toProject } from '../../server/src/project/load.ts';
import { projectOf } from '../../server/src/project/project.ts';
import { describeProblems } from '../../server/src/project/words.ts';
import { workOf } from '../properties/work.ts';

const entry = { path: 'a.txt', code: 'row-total', fingerprint: '1f', reason: '原表如此' };

describe('reading a .zfxxgk.json', () => {
  test('takes all of a good one, with comments and commas at the end', () => {
    const text = `{ "$schema": "x", // 说明
      "rules": { "row-total": "off", }, "ignore": ["a/**"], "dismissed": [${JSON.stringify({ ...entry, by: 'me' })},], }`;
    const { config, problems } = readConfig(text);
    expect(problems).toEqual([]);
    expect(config).toEqual({ $schema: 'x', rules: { 'row-total': 'off' }, ignore: ['a/**'], dismissed: [entry] });
  });

  test.each([
    ['', {}, []],
    ['{', {}, ['']],
    ['3', {}, ['']],
    ['[]', {}, ['']],
    ['null', {}, ['']],
    ['{"rules":[],"ignore":"a"}', {}, ['rules', 'ignore']],
    ['{"rules":{"row-total":1,"cell-blank":"off"}}', { rules: { 'cell-blank': 'off' } }, ['rules.row-total']],
    ['{"ignore":["a",3,"!b",""]}', { ignore: ['a'] }, ['ignore[1]', 'ignore[2]', 'ignore[3]']],
    [`{"dismissed":[{"path":"a"},${JSON.stringify(entry)}]}`, { dismissed: [entry] }, ['dismissed[0]']],
    ['{"rule":{},"ignore":["a"]}', { ignore: ['a'] }, ['rule']],
    ['{"ignore":["a" "b"]}', { ignore: ['a', 'b'] }, ['']],
    ['{"__proto__":{"ignore":["a"]}}', {}, ['__proto__']],
    [`{"ignore":["a","${'*'.repeat(70_000)}"]}`, { ignore: ['a'] }, ['ignore[1]']],
    ['{"ignore":["a","+(b)","{a,b}","!(c)"]}', { ignore: ['a', '{a,b}'] }, ['ignore[1]', 'ignore[3]']],
    [`{"ignore":${'['.repeat(100_000)}`, {}, ['']],
    [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, {}, ['']],
  ])('%.60s', (text, config, places) => {
    const read = readConfig(text);
    expect(read.config).toEqual(config);
    expect(read.problems.map(({ place }) => place)).toEqual(places);
    for (const locale of ['zh', 'en'] as const) {
      if (places.length === 0) continue;
      const words = describeProblems('甲/.zfxxgk.json', read.problems, locale);
      expect(words).toMatch(/^甲\/\.zfxxgk\.json[：:].*1.*[。.]$/);
      expect(words).not.toMatch(/undefined|\n/);
    }
  });

  test.each([
    ['ignore', '"a"', 1000],
    ['dismissed', JSON.stringify(entry), 10_000],
  ])('takes so many entries of %s', (key, one, most) => {
    const text = (count: number) => `{"${key}":[${Array(count).fill(one).join(',')}]}`;
    expect(readConfig(text(most)).problems).toEqual([]);
    const { config, problems } = readConfig(text(100_000));
    expect(config[key as 'ignore' | 'dismissed']).toHaveLength(most);
    expect(problems).toMatchObject([{ place: `${key}[${most}]`, expected: { kind: 'count', most } }]);
    expect(describeProblems('f', problems, 'zh')).toMatch(new RegExp(`太多，只用前 ${most} 个`));
  });

  test.each([
    ['ignore', '0,'],
    ['ignore', '"a",'],
    ['ignore', '"!",'],
    ['dismissed', '0,'],
    ['dismissed', '{},'],
    ['dismissed', `${JSON.stringify(entry)},`],
  ])('takes work in proportion to the length of %s: %s', (key, one) => {
    const work = (length: number) => {
      const text = `{"${key}":[${one.repeat(length / one.length)}]}`;
      return workOf(() => readConfig(text));
    };
    expect(work(400_000)).toBeLessThan(2.5 * work(200_000));
  });

  test('takes work in proportion to the number of unknown names', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `"x${at}":1`).join(',');
    for (const around of [(all: string) => `{${all}}`, (all: string) => `{"rules":{${all}}}`]) {
      const work = (count: number) => workOf(() => readConfig(around(names(count))));
      expect(work(20_000)).toBeLessThan(2.5 * work(10_000));
    }
  });

  test('never throws, whatever the text', () => {
    const names = fc.constantFrom('rules', 'ignore', 'dismissed', '$schema', '__proto__', 'row-total', 'x');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 'off', 'a/**', entry),
        fc.string({ unit: 'binary' }),
        fc.array(tie('value')),
        fc.dictionary(names, tie('value')),
      ),
    }));
    const json = fc.tuple(fc.dictionary(names, value), fc.nat(), fc.string()).map(([all, at, noise]) => {
      const text = JSON.stringify(all);
      return text.slice(0, at % (2 * text.length)) + noise + text.slice(at % (2 * text.length));
    });
    fc.assert(
      fc.property(fc.oneof(json, fc.string({ unit: 'binary' })), (text) => {
        expect(() => loadProject(text).project.ignores('a/b')).not.toThrow();
        expect(() => addDismissal(text, entry)).not.toThrow();
        expect(() => describeProblems('f', readConfig(text).problems, 'zh')).not.toThrow();
      }),
      { numRuns: 2000, seed: 13 },
    );
  });

  test('lists three places and counts the others', () => {
    const { problems } = readConfig('{"ignore":[1,2,3,4,5]}');
    expect(describeProblems('f', problems, 'zh')).toContain('另有 2 处');
    expect(describeProblems('f', problems, 'en')).toContain('and 2 more');
  });
});

describe('what holds for a file', () => {
  const far = toProject({
    rules: { 'row-total': 'off', 'cell-blank': 'hint' },
    profile: { copiedShare: 50, signedBy: '01-31' },
    ignore: ['./旧/', 'x/y.txt'],
    dismissed: [{ ...entry, path: 'x/a.txt' }],
  });
  const near = toProject({
    rules: { 'row-total': 'warning' },
    profile: { copiedShare: 80 },
    dismissed: [{ ...entry, fingerprint: '2e' }],
  });

  test('the nearest wins rule by rule; dismissals and ignored files add up', () => {
    const above = [
      { project: near, path: 'a.txt' },
      { project: far, path: 'x/a.txt' },
    ];
    expect(projectOf(above)).toEqual({
      ignored: false,
      rules: { 'row-total': 'warning', 'cell-blank': 'hint' },
      profile: { copiedShare: 80, signedBy: '01-31' },
      dismissed: [
        { fingerprint: '2e', reason: entry.reason },
        { fingerprint: '1f', reason: entry.reason },
      ],
    });
  });

  test.each([
    ['旧/a.txt', true],
    ['旧/深/.a/b.txt', true],
    ['x/旧/a.txt', false],
    ['旧.txt', false],
    ['x/y.txt', true],
    ['y.txt', false],
  ])('%s is ignored: %s', (path, ignored) => {
    expect(projectOf([{ project: far, path }]).ignored).toBe(ignored);
  });
});

describe('adding a dismissal', () => {
  const added = (text: string) => {
    const edits = addDismissal(text, entry);
    return edits && applyEdits(text, edits);
  };

  test('makes a new file', () => {
    expect(JSON.parse(added('') ?? '')).toEqual({ dismissed: [entry] });
    expect(added('')).toMatch(/^\{\n {2}"dismissed": \[\n {4}\{\n[\s\S]*\n\}\n$/);
  });

  test.each([
    '{}',
    '{ "rules": {}, }',
    '{\n\t// 为什么\n\t"rules": {}, // 这样\n}',
    '{\r\n    "dismissed": []\r\n}\r\n',
    `{\n  "dismissed": [\n    ${JSON.stringify(entry)}, // 一\n  ],\n  "ignore": []\n}`,
    `{\n  "dismissed": [\n    ${JSON.stringify(entry)} // 一\n  ]\n}`,
  ])('to %j keeps comments, line ends and the other entries', (text) => {
    const after = added(text) ?? '';
    const before = readConfig(text).config;
    expect(readConfig(after)).toEqual({
      config: { ...before, dismissed: [...(before.dismissed ?? []), entry] },
      problems: [],
    });
    for (const comment of text.match(/\/\/ .*/g) ?? []) expect(after).toContain(comment);
    expect(after.replaceAll('\r\n', '').includes('\n')).toBe(!text.includes('\r\n') && after.includes('\n'));
    expect(/^\t"dismissed"/m.test(after)).toBe(text.includes('\t'));
  });

  test('is taken back as it was, comments and other entries kept', () => {
    const before =
      '{\n  // 为什么\n  "dismissed": [\n    { "path": "b.txt", "code": "x", "fingerprint": "1f", "reason": "" }\n  ]\n}';
    const with2 = added(before) ?? '';
    const edits = removeDismissal(with2, entry.path, entry.fingerprint) ?? [];
    expect(readConfig(applyEdits(with2, edits)).config).toEqual(readConfig(before).config);
    expect(applyEdits(with2, edits)).toContain('// 为什么');
    expect(removeDismissal(before, entry.path, entry.fingerprint)).toBeUndefined();
    expect(removeDismissal('', 'a', 'b')).toBeUndefined();
    expect(removeDismissal('{ "dismissed": 3 }', 'a', 'b')).toBeUndefined();
  });

  test.each(['{', '[]', '3', '{ "dismissed": {} }', '{ "a" 1 }', '['.repeat(50_000)])('to %.20j is refused', (text) => {
    expect(added(text)).toBeUndefined();
  });
});
