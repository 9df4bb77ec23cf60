import { expect, test } from 'vitest';
import { fold, withoutOrdinal } from '../../server/src/text/fold.ts';

test.each([
  ['（一） 予以公开', '一予以公开'],
  ['(一)予以公开', '一予以公开'],
  ['１．属于　国家秘密', '1属于国家秘密'],
  ['其它\u200b需要\u00a0报告的事项：', '其他需要报告的事项'],
  ['3.危及“三安全一稳定”', '3危及三安全一稳定'],
  ['本年增/减', '本年增减'],
  ['## **二、**', '二'],
  ['ＡＢc', 'ABc'],
  ['〔2021〕〇', '2021〇'],
  ['——', ''],
])('fold(%j) is %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('fold looks only at its own stretch', () => {
  expect(fold('一、总计', 2)).toBe('总计');
  expect(fold('一、总计', 0, 3)).toBe('一总');
});

test.each([
  ['七总计', '总计'],
  ['3其他', '其他'],
  ['十二其他', '其他'],
  ['其他', '其他'],
  ['12', '12'],
  ['', ''],
])('withoutOrdinal(%j) is %j', (folded, rest) => {
  expect(withoutOrdinal(folded)).toBe(rest);
});
