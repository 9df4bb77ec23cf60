import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeFrame } from '../../server/src/cli/code-frame.ts';
import { prepareDisplayWidth } from '../../server/src/cli/display-width.ts';

beforeAll(() => prepareDisplayWidth('👨‍👩‍👧'));

/** The line with ⟦⟧ around the part that is to be pointed at. */
function framed(marked: string, width = 60): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const { text, carets } = codeFrame(marked.replace(/[⟦⟧]/g, ''), start, end, width);
  return [text, carets];
}

describe('codeFrame', () => {
  test('places carets by width: a Chinese character takes two columns', () => {
    expect(framed('（七）总计 ⟦12⟧ 0')).toEqual([
      '（七）总计 12 0', //
      '           ^^',
    ]);
    expect(framed('予以公开 ⟦１２⟧')).toEqual([
      '予以公开 １２', //
      '         ^^^^',
    ]);
  });

  test('shows a tab as two blanks', () => {
    expect(framed('\t总计\t\t⟦12⟧\t0')).toEqual([
      '  总计    12  0', //
      '          ^^',
    ]);
  });

  test('counts an emoji and a character beyond the BMP as the terminal shows them', () => {
    expect(framed('👨‍👩‍👧 𠮷 ⟦7⟧')).toEqual(['👨‍👩‍👧 𠮷 7', '      ^']);
    expect(framed('e\u0301 ⟦7⟧')).toEqual(['e\u0301 7', '  ^']);
  });

  test('puts one caret where a value is missing, also at the end of the line', () => {
    expect(framed('总计\t⟦⟧\t3')).toEqual(['总计    3', '      ^']);
    expect(framed('总计⟦⟧')).toEqual(['总计', '    ^']);
    expect(framed('⟦⟧')).toEqual(['', '^']);
  });

  test('cuts a long line around the cell', () => {
    const [text, carets] = framed(`${'甲'.repeat(500)} ⟦123⟧ ${'乙'.repeat(500)}`, 40);
    expect(text).toBe(`…${'甲'.repeat(11)} 123 ${'乙'.repeat(5)}…`);
    expect(carets).toBe(`${' '.repeat(24)}^^^`);
  });

  test('uses the room on the other side when the cell is near an end', () => {
    expect(framed(`${'a'.repeat(80)}⟦1⟧`, 40)).toEqual([`…${'a'.repeat(37)}1`, `${' '.repeat(38)}^`]);
    expect(framed(`⟦1⟧${'a'.repeat(80)}`, 40)).toEqual([`1${'a'.repeat(37)}…`, '^']);
  });

  test('lets nothing of the file command the terminal', () => {
    const { text } = codeFrame('a\u001b[31m\u0007\u009b2J\u202e\ud800b', 0, 1, 60);
    expect(text).toBe('a [31m  2J  b');
  });

  test('is never wider than asked, and the carets stand under the cell', () => {
    const piece = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '总', '　', '👍🏽', 'e\u0301', '\u200b', '１'),
      maxLength: 80,
    });
    fc.assert(
      fc.property(piece, piece, piece, fc.integer({ min: 10, max: 80 }), (before, cell, after, width) => {
        const line = `${before}${cell}${after}`;
        const { text, carets } = codeFrame(line, before.length, before.length + cell.length, width);
        expect(stringWidth(text)).toBeLessThanOrEqual(width);
        expect(carets.length).toBeLessThanOrEqual(Math.max(width, 1));
        expect(carets).toMatch(/^ *\^+$/);
      }),
      { numRuns: 500 },
    );
    const visible = fc.string({ unit: fc.constantFrom('a', '总', '0', '，'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(visible, visible, fc.integer({ min: 20, max: 60 }), (before, after, width) => {
        const { text, carets } = codeFrame(`${before}#${after}`, before.length, before.length + 1, width);
        expect(stringWidth(text.slice(0, text.indexOf('#')))).toBe(carets.indexOf('^'));
      }),
    );
  });

  test('does not read all of a line of a million characters', () => {
    const line = '总计 12 '.repeat(200_000);
    const begin = performance.now();
    for (let at = 0; at < 200; at++) codeFrame(line, at * 6000, at * 6000 + 2, 100);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
