import { describe, expect, test } from 'vitest';
import { toChinese } from '../../server/src/edits/prose.ts';
import { explain } from '../../server/src/features/explain.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { mustAnalyse } from '../support/analysis.ts';
import { checkFix, titles } from '../support/check-fix.ts';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

/** Section 一 with this paragraph on requests. */
const says = (text: string) =>
  report({ one: `（一）主动公开。照旧。\n（二）依申请公开。${text}\n（三）信息管理。\n（四）平台。\n（五）监督。` });

describe('changing the prose to the number of the table', () => {
  test.each([
    ['收到政府信息公开申请15件。', '“15件”改为“14件”', '收到政府信息公开申请14件。'],
    ['收到政府信息公开申请１５ 件。', '“１５件”改为“１４件”', '收到政府信息公开申请１４ 件。'],
    ['收到政府信息公开申请十五件。', '“十五件”改为“十四件”', '收到政府信息公开申请十四件。'],
    ['因政府信息公开引发行政复议三件。', '“三件”改为“两件”', '因政府信息公开引发行政复议两件。'],
    ['办理行政许可1,206件。', '改为“1,205件”', '办理行政许可1,205件。'],
    ['行政事业性收费12.8万元。', '改为“12.5万元”', '行政事业性收费12.5万元。'],
    ['行政事业性收费126000元。', '改为“125000元”', '行政事业性收费125000元。'],
    ['未收到政府信息公开申请。', '改为“收到政府信息公开申请14件”', '收到政府信息公开申请14件。'],
  ])('%s', (before, title, after) => {
    expect(checkFix(says(before), title, says(after)).preferred).toBe(false);
  });

  test('a wording with two meanings may become either', () => {
    expect(titles(says('受理政府信息公开申请15件。'))).toEqual([
      '把正文的“15件”改为“14件”',
      '把正文的“15件”改为“17件”',
    ]);
  });

  test('two things denied at once are left to the writer', () => {
    expect(titles(says('没有因政府信息公开引发行政复议、行政诉讼。'))).toEqual([]);
  });

  test('a stale year is changed in its own digits', () => {
    const all = (year: string) => says(`${year}年，收到政府信息公开申请14件。`);
    checkFix(all('2023'), '年份改为 2024', all('2024'));
    checkFix(all('２０２３'), '年份改为 2024', all('２０２４'));
    checkFix(all('二〇二三'), '年份改为 2024', all('二〇二四'));
  });
});

test('numbers in Chinese', () => {
  const written = [0, 2, 10, 12, 20, 103, 110, 1005, 2018, 10_000].map((value) => toChinese(value, '件'));
  expect(written).toEqual([
    '零',
    '两',
    '十',
    '十二',
    '二十',
    '一百零三',
    '一百一十',
    '一千零五',
    '二千零一十八',
    '10000',
  ]);
});

/** The lines of the hover where the cursor `‸` stands. */
function hoverIn(text: string): string[] {
  const [before, after = ''] = readMarked(says(text)).text.split('‸') as [string, string?];
  return hoverAt(mustAnalyse(before + after), before.length, 'zh')?.markdown.split('\n') ?? [];
}

describe('hover on a number of the prose', () => {
  test('shows the cell that it was compared with', () => {
    expect(hoverIn('收到政府信息公开申请1‸4件。')).toEqual([
      '正文：**14件**',
      '',
      '- 一、本年新收·总计：14 ✓',
      '',
      '✓ 相符',
    ]);
  });

  test('shows every meaning, and the cells of a sum', () => {
    expect(hoverIn('受理政府信息公开申请15‸件。')).toEqual([
      '正文：**15件**',
      '',
      '- 一、本年新收·总计：14',
      '- 一、本年新收·总计 + 二、上年结转·总计：17',
      '  - 一、本年新收政府信息公开申请数量·总计 14',
      '  - 二、上年结转政府信息公开申请数量·总计 3',
      '',
      '✗ 不符',
    ]);
  });

  test('says why a number was not compared, and nothing beside numbers', () => {
    expect(hoverIn('收到政府信息公开申请约2‸0件。').at(-1)).toBe('? 未核对（约数）');
    expect(hoverIn('收到政府‸信息公开申请14件。')).toEqual([]);
  });
});

test('the explanation lists the claims with their meaning', () => {
  const text = says('收到政府信息公开申请14件，办结15件；全市收到申请140件。');
  const lines = explain(mustAnalyse(text), 'zh').trimEnd().split('\n');
  expect(lines.slice(lines.indexOf('正文中与统计表核对的数'))).toEqual([
    '正文中与统计表核对的数',
    '    6  14件  一、本年新收·总计 14  ✓ 相符',
    '    6  15件  （七）总计·总计 16  ✗ 不符',
    '    6  140件  一、本年新收·总计 14  ? 未核对（可能是全市（县、区）的数）',
  ]);
  expect(
    explain(mustAnalyse(says('照章办理。')), 'zh')
      .trimEnd()
      .split('\n')
      .at(-1),
  ).toBe('    —  没有读到');
});
