import { describe, expect, test } from 'vitest';
import { readLines } from '../../server/src/text/lines.ts';
import { beginSplitting, splitNext, layoutOf as wholeLayout } from '../../server/src/text/splitters/index.ts';
import { isPageMark } from '../../server/src/text/splitters/spaced.ts';
import { BLANK, ROW_END, TEXT, Tokens, tokenAt, VALUE } from '../../server/src/text/tokens.ts';

function split(text: string) {
  const lines = readLines(text);
  const tokens = new Tokens();
  const splitting = beginSplitting(text, lines, 0, lines.length);
  while (splitNext(splitting, tokens));
  const layout = wholeLayout(splitting);
  return { layout, tokens: Array.from({ length: tokens.length }, (_, at) => tokenAt(tokens, at)) };
}

/**
 * Tokens as a line of text: `“label”`, the number, `_` for a blank cell, `;` for the end of a row. Pieces of label text
 * that follow each other are written as one: whoever matches them joins them too.
 */
function tokensOf(text: string): string {
  return split(text)
    .tokens.map(({ kind, start, end }) => {
      const written = text.slice(start, end);
      if (kind === TEXT) return `“${written}”`;
      return kind === VALUE ? written : kind === ROW_END ? ';' : '_';
    })
    .join(' ')
    .replaceAll('” “', ' ');
}

const layoutOf = (text: string) => split(text).layout;

describe('text of a PDF', () => {
  test.each([
    ['（一）予以公开 8 0 0', '“（一）予以公开” 8 0 0 ;'],
    ['1.属于国家秘密 0 0 0', '“1.属于国家秘密” 0 0 0 ;'],
    ['8 0\n0', '8 0 ; 0 ;'],
    ['在 2024 年 12 月', '“在 2024 年 12 月”'],
    ['规章 0 0 0 备注', '“规章” 0 0 0 “备注”'],
    ['\u3000规章\u00a00\u200b0\f0', '“规章” 0 0 0 ;'],
    ['规章  0   0', '“规章” 0 0 ;'],
    ['规章 1O 2', '“规章” 1O 2 ;'],
    ['', ''],
    [' \u3000 ', ''],
  ])('%j gives %s', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
    expect(layoutOf(text)).toBe('spaced');
  });

  test.each(['- 5 -', '— 12 —', '－ 3 －', '第 5 页', '第5页，共12页', '-5-'])('%s is the mark of a page', (line) => {
    expect(isPageMark(line, { start: 0, end: line.length })).toBe(true);
    expect(tokensOf(`规章 0 0\n${line}\n0`)).toBe('“规章” 0 0 ; 0 ;');
  });

  test.each(['-5', '5', '- -', '— —', '-12345-', '第五页纸', '- 规章 -'])('%s is not', (line) => {
    expect(isPageMark(line, { start: 0, end: line.length })).toBe(false);
  });
});

describe('tabs', () => {
  test.each([
    ['规章\t0\t0\t0', '“规章” 0 0 0 ;'],
    ['规章\t\t 0 \t', '“规章” _ 0 _ ;'],
    ['0\t', '0 _ ;'],
    ['规章\t0\t', '“规章” 0 _ ;'],
    ['规章\t0\r\n许可\t1\r\n', '“规章” 0 ; “许可” 1 ;'],
    ['规章\t0\r许可\t1', '“规章” 0 ; “许可” 1 ;'],
    ['规章\t2 0\t１，２３４', '“规章” 2 0 １，２３４ ;'],
    ['\ufeff规章\t\u200b0', '“规章” 0 ;'],
  ])('%j gives %s', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });

  test('a blank cell is the place where its first character would go', () => {
    const text = '规章\t\t  \t1';
    const blanks = split(text).tokens.filter(({ kind }) => kind === BLANK);
    expect(blanks.map(({ start, end, column }) => [start, end, column])).toEqual([
      [3, 3, 1],
      [4, 4, 2],
    ]);
  });
});

describe('commas', () => {
  test.each([
    ['规章,0,0,0', '“规章” 0 0 0 ;'],
    ['规章,"1,234",,0', '“规章” 1,234 _ 0 ;'],
    ['"说""明""",0,0,0,', '“说""明""” 0 0 0 _ ;'],
    ['"1.属于\n国家秘密",0,0,0\n许可,1', '“1.属于\n国家秘密” 0 0 0 ; “许可” 1 ;'],
    ['"规章,0,0,0,0\n许可,1', '“"规章” 0 0 0 0 ; “许可” 1 ;'],
    ['规章, 0 ,\u30000,0\r\n许可,1', '“规章” 0 0 0 ; “许可” 1 ;'],
  ])('%j gives %s', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
    expect(layoutOf(text)).toBe('csv');
  });

  test.each([
    ['规章 1,234,567,890 0 0', '“规章” 1,234,567,890 0 0 ;'],
    ['规章\t1,234\t0\t1,0', '“规章” 1,234 0 1,0 ;'],
  ])('%j is none of it', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });
});

describe('a cell on each line', () => {
  test.each([
    ['\t规章\n\t0\n\t  1\n\n\t许可\n\t2\n', '“规章” 0 1 ; “许可” 2 ;'],
    ['\t商业\n企业\n\t0', '“商业 企业” 0 ;'],
    ['\t\n\t0\n\t', '_ 0 _ ;'],
    ['\t规章\r\n\t0\r\n\r\n\t许可\r\n\t1', '“规章” 0 ; “许可” 1 ;'],
  ])('%j gives %s', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
    expect(layoutOf(text)).toBe('cells');
  });
});

test('each block of lines is read in the layout that it shows by itself', () => {
  expect(tokensOf('规章\t0\t0\n\n许可 1 2\n\n\t收费\n\t3')).toBe('“规章” 0 0 ; “许可” 1 2 ; “收费” 3 ;');
});
