import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';

const syntaxes = new URL('../../syntaxes/', import.meta.url);

describe('language configuration', () => {
  interface Configuration {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly brackets: readonly (readonly [string, string])[];
    readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
    readonly surroundingPairs: readonly (readonly [string, string])[];
  }
  const path = new URL('language-configuration.json', syntaxes);
  const configuration = JSON.parse(readFileSync(path, 'utf8')) as Configuration;
  const words = (text: string): string[] => {
    const { pattern, flags } = configuration.wordPattern;
    return text.match(new RegExp(pattern, `g${flags}`)) ?? [];
  };

  test.each([
    ['总计 1,234 43.788', ['总计', '1,234', '43.788']],
    ['１２，３４５	１２', ['１２，３４５', '１２']],
    ['1.属于国家秘密 0', ['1', '属于国家秘密', '0']],
    ['收到申请176件，上年结转16件。', ['收到申请', '176', '件', '上年结转', '16', '件']],
    ['《办法》（国办函〔2020〕109号）', ['办法', '国办函', '2020', '109', '号']],
    ['2023，2024年，12,34', ['2023', '2024', '年', '12', '34']],
    ['二〇二四年𬭎 5G', ['二〇二四年𬭎', '5', 'G']],
  ])('the words of %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('never takes nothing for a word, which would hang the editor', () => {
    expect(words('，。')).toEqual([]);
    expect(''.match(new RegExp(configuration.wordPattern.pattern, configuration.wordPattern.flags))).toBeNull();
  });

  test.each(['()', '[]', '（）', '“”', '‘’', '《》', '〈〉', '〔〕', '【】'])('%s is a pair', ([open, close]) => {
    expect(configuration.brackets).toContainEqual([open, close]);
    expect(configuration.surroundingPairs).toContainEqual([open, close]);
    expect(configuration.autoClosingPairs).toContainEqual({ open, close });
  });
});
