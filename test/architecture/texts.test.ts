import { describe, expect, test } from 'vitest';
import { filesIn, read, readJson } from './sources.ts';

const texts = (path: string) => readJson(path) as Readonly<Record<string, string>>;
const keysOf = (path: string) => Object.keys(texts(path)).sort();
/** `{0}`, `{1}` … of a text, in alphabetical order. */
const places = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort();

describe('the manifest’s texts', () => {
  const wanted = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key))].sort();

  test.each(['package.nls.json', 'package.nls.zh-cn.json'])('%s holds every key that is used, and no other', (path) => {
    expect(wanted.length).toBeGreaterThan(20);
    expect(keysOf(path)).toEqual(wanted);
    expect(Object.entries(texts(path)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the client’s texts', () => {
  const client = filesIn('client/src', '.ts').map(read).join('\n');
  const wanted = [...new Set([...client.matchAll(/\bl10n\.t\(\s*'([^'\\]*)'/g)].map(([, text = '']) => text))].sort();

  test('are all written where this test can read them', () => {
    expect(wanted.length).toBeGreaterThan(0);
    expect(client.match(/\bl10n\.t\(/g)?.length).toBe(client.match(/\bl10n\.t\(\s*'[^'\\]*'/g)?.length);
  });

  test.each(['l10n/bundle.l10n.json', 'l10n/bundle.l10n.zh-cn.json'])('%s holds each of them, and no other', (path) => {
    expect(keysOf(path)).toEqual(wanted);
  });

  test('the translations keep the places for numbers', () => {
    for (const [text, translated] of Object.entries(texts('l10n/bundle.l10n.zh-cn.json')))
      expect(places(translated), text).toEqual(places(text));
  });
});
