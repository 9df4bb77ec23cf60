import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { displayWidth, prepareDisplayWidth } from '../../server/src/cli/display-width.ts';

describe('displayWidth', () => {
  beforeAll(() => prepareDisplayWidth('👨‍👩‍👧'));

  test('is that of string-width for every character of the first 65,536, also beside others', () => {
    const wrong: string[] = [];
    for (let unit = 0x20; unit < 0x10000; unit++) {
      if (unit >= 0xd800 && unit < 0xe000) continue;
      const one = String.fromCharCode(unit);
      const text = `${one}a${one}${one}政${one}`;
      if (displayWidth(text) !== stringWidth(text)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('is that of string-width for any text', () => {
    const character = fc.oneof(
      fc.constantFrom(...'政府０１２abc（）“”—…　\u0301\u200d\ufe0f\u20e3👨👩👧🇨🇳1#한글ᄀ가ﾞｶ①㈠'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    const text = fc.array(character, { maxLength: 12 }).map((all) => all.join('').replace(/\p{C}/gu, ''));
    fc.assert(
      fc.property(text, (given) => {
        expect(displayWidth(given)).toBe(stringWidth(given));
      }),
      { numRuns: 3000 },
    );
  });
});
