import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { fixesFor } from '../../server/src/features/fixes.ts';
import { ALL, expectMarked, messages, mustAnalyse, severities, WITH_BLANKS } from '../support/analysis.ts';
import { checkFix, titles } from '../support/check-fix.ts';
import { compare, readMarked } from '../support/marked.ts';
import { report, writeTables } from '../support/report.ts';

/** What clerks write beside the form: each test failed before the engine learnt to read it. */

const GIVEN = '（一）予以公开';
const SIX = '其他需要报告的事项';

describe('a heading numbered in another way', () => {
  test.each(['第六部分 ', '第六部分', '第6部分 ', '（六）', '(六)'])(
    '%s is a wrong ordinal, no absent section',
    (six) => {
      expectMarked({ headings: { 6: `⟦${six}⟧{section-numbering}${SIX}` } });
      checkFix(report({ headings: { 6: six + SIX } }), '序号改为“六、”', report({ headings: { 6: `六、${SIX}` } }));
    },
  );

  test('is corrected with all others when several are wrong', () => {
    const wrong = report({ headings: { 1: '1、总体情况', 2: '（二）主动公开政府信息情况', 6: `第六部分 ${SIX}` } });
    for (const finding of [0, 1, 2])
      expect(titles(wrong, finding)).toEqual([expect.stringMatching(/^\*序号改为/), '改正全部标题的序号']);
    expect(checkFix(wrong, '改正全部标题的序号', report()).edits).toHaveLength(3);
  });

  test('alone is offered no correction of all', () => {
    expect(titles(report({ headings: { 6: `6、${SIX}` } }))).toEqual(['*序号改为“六、”']);
  });
});

describe('prose behind a heading', () => {
  test.each([`六、${SIX}。`, `## 六、${SIX}。`])('belongs to the section of %s', (six) => {
    const text = report({ headings: { 6: `${six}2024年，没有收取信息处理费。` }, six: '另无其他。' });
    const section = mustAnalyse(text).report.sections.at(-1);
    expect(compare(text)).toEqual({ found: [], expected: [] });
    expect(text.slice(section?.heading.start, section?.heading.end)).toBe(`六、${SIX}`);
    expect(text.slice(section?.body.start).trim()).toBe('。2024年，没有收取信息处理费。\n\n另无其他。');
  });

  test('makes no heading of a sentence without the right ordinal', () => {
    expectMarked({ five: `材料偏少。\n${SIX}。2024年另行说明。\n存在的主要问题及改进情况。见上文。` });
  });
});

test.each([
  '（一）总体情况\n略。\n（二）主动公开\n略。\n（三）依申请公开\n（四）信息管理\n（五）平台\n（六）监督',
  '（一）信息管理。略。\n（二）主动公开政府信息。略。\n（三）依申请公开。略。\n（四）行政复议、行政诉讼情况。略。\n（五）平台。\n（六）监督。',
  '(一) 信息管理\n(二) 主动公开情况\n略。\n(三) 依申请公开情况\n略。\n(四) 平台建设\n(五) 监督保障',
])('sub-headings in brackets take no section: %j', (one) => {
  expectMarked({ one });
});

test.each(ALL)('a heading that comes twice makes no second section, in the layout %s', (layout) => {
  const text = report({ layout });
  for (const heading of [/((?:## )?五、.*\n)/, /((?:## )?六、.*\n)/, /((?:## )?三、收到.*\n)/]) {
    for (const twice of ['$1$1', '$1\n$1', '$1\n续表见下页。\n\n$1'])
      expect(compare(text.replace(heading, twice))).toEqual({ found: [], expected: [] });
  }
});

describe.each(WITH_BLANKS)('a word in a cell, in the layout %s', (layout) => {
  test.each(['八', '约8', '约~8', '若干', '８件左右', '十二件', '见附件'])(
    '%s leaves the other cells their columns',
    (word) => {
      const rest =
        '（七）总计 | 10 1 0 0 4 1 ⟦17⟧{row-total outcome-total}\n四、结转下年度继续办理 | 1 0 0 0 0 0 ⟦1⟧{carry-balance}';
      expectMarked({ three: `${GIVEN} | 8 ⟦${word}⟧{cell-invalid} 0 0 4 0 12\n${rest}` }, [layout]);
      expectMarked({ three: `${GIVEN} | 8 0 0 0 4 ⟦${word}⟧{cell-invalid} 12` }, [layout]);
      expectMarked({ two: `行政规范性文件 | 3 ⟦${word}⟧{cell-invalid} 12` }, [layout]);
      expectMarked({ four: ` | 1 0 0 ⟦${word}⟧{cell-invalid} 2 0 0 0 0 0 0 1 0 0 1` }, [layout]);
    },
  );
});

test('a word in a cell is quoted, and no number is guessed from it', () => {
  const three = `${GIVEN} | 8 约8 0 0 4 0 12`;
  expect(messages({ three }, 'cell-invalid')[0]).toMatch(
    /“（一）予以公开·商业企业”写的是“约8”：不是数字.*请改为数字。$/,
  );
  expect(severities({ three })).toEqual(['cell-invalid error']);
  expect(titles(report({ three }))).toEqual([]);
});

describe('a blank cell', () => {
  test('with a mark is quoted', () => {
    expect(messages({ three: `${GIVEN} | 8 / - 0 4 0 12` }, 'cell-blank')[0]).toContain(
      '有 2 格没有填数（商业企业“/”、科研机构“-”）',
    );
    expect(messages({ three: '3.其他 | _ _ _ _ _ _ _' }, 'cell-blank')[0]).toContain('“3.其他”一行全部没有填数');
  });

  test.each(WITH_BLANKS)('of the row （七）总计 is filled in from the outcomes, in the layout %s', (layout) => {
    const three = '（七）总计 | ⟦⟧{cell-blank} 1 0 0 4 1 16';
    expectMarked({ three }, [layout]);
    expect(severities({ layout, three: '（七）总计 | _ 1 0 0 4 1 16' })).toEqual(['cell-blank warning']);
    expect(checkFix(report({ layout, three }), '填入“（七）总计·自然人”：10', report({ layout })).preferred).toBe(true);
  });
});

test.each(['备注 1 2 3', '备注\t1\t2\t3', '注：1 2 3', '说明 1 2 3'])('%j below a table is no row', (note) => {
  for (const layout of ALL) {
    const text = report({ layout }).replace(/((?:## )?四、政府)/, `${note}\n\n$1`);
    expect(compare(text), layout).toEqual({ found: [], expected: [] });
  }
});

test('a note in cells of their own below a table is no row', () => {
  const text = report({ layout: 'cells' }).replace(/(四、政府)/, '\t备注\n\t1\n\t2\n\t3\n\n$1');
  expect(compare(text)).toEqual({ found: [], expected: [] });
});

test.each(['5', '12', '\f6'])('the page number %j on a line of its own changes nothing below any full row', (page) => {
  const text = report({ layout: 'spaced' });
  const [from, to] = [text.indexOf('三、收到'), text.indexOf('四、政府')];
  const ends = [...text.matchAll(/ \d+\n/g)].map((match) => match.index + match[0].length);
  const places = ends.filter((at) => at > from && at < to);
  expect(places).toHaveLength(25);
  for (const at of places) {
    const torn = `${text.slice(0, at)}${page}\n${text.slice(at)}`;
    expect(compare(torn), text.slice(at - 30, at)).toEqual({ found: [], expected: [] });
  }
});

describe('a 总计 at the top of its cell, above the line of the other values,', () => {
  /** Columns of spaces; a long label takes two lines and has its values on the second, or on one between them. */
  const drawn = (between: boolean) => (cells: readonly string[]) => {
    const [label = '', ...values] = cells;
    const line = (words: string, ...shown: string[]) =>
      words.padEnd(40, '\u3000') + shown.map((each) => `  ${each.padStart(6)}`).join('');
    if (values.length !== 7 || label.length < 20) return line(label, ...values);
    const [total = '', ...others] = [...values].reverse();
    const [first, second] = [label.slice(0, 14), label.slice(14)];
    const rest = between ? [line('', ...others.reverse()), second] : [line(second, ...others.reverse())];
    return [line(first, ...Array(6).fill(''), total), ...rest].join('\n');
  };

  test.each([
    ['beside the end of the label', false],
    ['between its lines', true],
  ])('belongs to its row: %s', (_, between) => {
    const label = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
    const high = `${label} | 1 1 0 0 0 0 ⟦3⟧{row-total}\n（七）总计 | 10 1 0 0 4 1 ⟦16⟧{outcome-total}`;
    for (const three of ['\n', high]) {
      const { found, expected } = compare(report({ raw: writeTables(drawn(between), three) }));
      expect(found).toEqual(expected);
    }
  });
});

test('a 总计 that fell on the next line still ends its row', () => {
  expectMarked({ raw: { 4: '尚未审结 总计\n1 0 0 1 2 0 0 0 0 0 0 1 0 0\n⟦2⟧{review-total}' } }, ['spaced']);
  const high = `${GIVEN} | 8 0 0 0 4 0 ⟦13⟧{row-total}\n（七）总计 | 10 1 0 0 4 1 ⟦16⟧{outcome-total}`;
  const { found, expected } = compare(report({ layout: 'spaced', three: high }).replace(' ⟦13', '\n⟦13'));
  expect(found).toEqual(expected);
});

describe('two wrong cells', () => {
  /** Applies each fix called 改正 of the first finding, and says what is found then. */
  const outcomes = (marked: string) => {
    const { text } = readMarked(marked);
    const analysis = mustAnalyse(text);
    const [first] = analysis.findings;
    const fixes = first ? fixesFor(analysis, first, 'zh').filter(({ title }) => title.startsWith('改正')) : [];
    return fixes.map(({ edits, preferred }) => ({
      cells: edits.length,
      preferred,
      left: mustAnalyse(applyEdits(text, edits)).findings.map(({ code }) => code),
    }));
  };

  test('that share no sum are certain each by itself: its preferred fix leaves the other', () => {
    const three = '一、本年新收政府信息公开申请数量 | 9 1 0 0 40 0 14\n2.重复申请 | 0 0 3 0 0 0 0';
    const other = ['cell-suspect', 'row-total', 'outcome-total'];
    for (const layout of ALL)
      expect(outcomes(report({ layout, three })), layout).toEqual([{ cells: 1, preferred: true, left: other }]);
  });

  test('with several corrections alike are left to choose, each mends all and none is preferred', () => {
    const three = '四、结转下年度继续办理 | 2 0 0 0 0 0 2';
    const choice = { cells: 2, preferred: false, left: [] };
    for (const layout of ALL) expect(outcomes(report({ layout, three })), layout).toEqual([choice, choice, choice]);
  });
});
