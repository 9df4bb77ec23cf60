import { describe, expect, test } from 'vitest';
import { ALL, messages, WITH_BLANKS } from '../support/analysis.ts';
import { checkFix, titles } from '../support/check-fix.ts';
import { report } from '../support/report.ts';

const GIVEN = '（一）予以公开';
const SETTLED = '（七）总计';

describe.each(ALL)('in the layout %s', (layout) => {
  const three = (rows: string) => report({ layout, three: rows });

  test('the suspect is repaired, be it an addend', () => {
    const wrong = three(`${GIVEN} | 9 0 0 0 4 0 12`);
    const fix = checkFix(wrong, `改正“${GIVEN}·自然人”：9 → 8`, report({ layout }));
    expect(fix.preferred).toBe(true);
    expect(titles(wrong)).toEqual([`*改正“${GIVEN}·自然人”：9 → 8（改后全部相符）`]);
    expect(titles(wrong, 1).map((title) => title.replace(/（(将改|改).*）/, ''))).toEqual([
      `*改正“${GIVEN}·自然人”：9 → 8`,
      `重算“${GIVEN}·总计”：12 → 13`,
      '重算本表全部总计',
      '重算全部总计',
    ]);
  });

  test('the suspect is repaired, be it a total', () => {
    const wrong = three(`${GIVEN} | 8 0 0 0 4 0 13`);
    expect(checkFix(wrong, `重算“${GIVEN}·总计”：13 → 12`, report({ layout })).preferred).toBe(true);
    checkFix(wrong, `改正“${GIVEN}·总计”：13 → 12`, report({ layout }));
  });

  test('one 总计 is recomputed, and what does not agree with it then is found', () => {
    checkFix(
      three(`${GIVEN} | 9 0 0 0 4 0 12`),
      `重算“${GIVEN}·总计”：12 → 13`,
      three(`${GIVEN} | 9 0 0 0 4 0 13\n${SETTLED} | ⟦10⟧{outcome-total} 1 0 0 4 1 ⟦16⟧{outcome-total}`),
    );
  });

  test('the totals of a row are recomputed', () => {
    checkFix(three(`${SETTLED} | 7 7 0 0 4 1 7`), '重算本行全部总计', three(`${SETTLED} | 10 1 0 0 4 1 16`));
  });

  test('the totals of the table are recomputed, and no others', () => {
    const four = ' | 1 0 0 1 3 0 0 0 0 0 0 1 0 0 1';
    checkFix(
      report({ layout, three: `${GIVEN} | 8 0 0 0 4 0 1\n${SETTLED} | 1 1 0 0 4 1 1`, four }),
      '重算本表全部总计',
      report({ layout, four: four.replace('3', '⟦3⟧{review-total}') }),
    );
  });

  test('the totals of the report are recomputed, 结转下年度 excepted', () => {
    const left = '四、结转下年度继续办理 | 5 0 0 0 0 0 5';
    checkFix(
      report({ layout, three: `${SETTLED} | 1 1 0 0 4 1 1\n${left}`, four: ' | 1 0 0 1 3 0 0 0 0 1 0 1 0 0 2' }),
      '重算全部总计',
      three(`${SETTLED} | 10 1 0 0 4 1 16\n${left.replaceAll('5', '⟦5⟧{carry-balance}')}`),
    );
  });

  test('an unreadable number is replaced by what was probably meant', () => {
    checkFix(three(`${SETTLED} | 1O 1 0 0 4 1 16`), '把“1O”改为“10”', report({ layout }));
    checkFix(three(`${GIVEN} | 8 0 0 0 4 0 12件`), '把“12件”改为“12”', report({ layout }));
    checkFix(three(`${GIVEN} | 8 0 0 0 4 0 12（含延期1件）`), '改为“12”', report({ layout }));
    checkFix(three(`${GIVEN} | -8 0 0 0 4 0 12`), '把“-8”改为“8”', report({ layout }));
    checkFix(report({ layout, two: '行政事业性收费 | 125000元' }), '把“125000元”改为“12.5”', report({ layout }));
  });

  test('the ordinal of a heading is corrected and the rest of it kept', () => {
    const heading = (six: string) => report({ layout, headings: { 6: six } });
    for (const lost of ['6、', '６．', '、', '', '五、', '6. '])
      checkFix(heading(`${lost}其他需要报告的事项`), '序号改为“六、”', heading('六、其他需要报告的事项'));
    checkFix(heading('**6、其他需要报告的事项**'), '序号改为“六、”', heading('**六、其他需要报告的事项**'));
  });

  test('a fix keeps the line ends', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    checkFix(crlf(three(`${GIVEN} | 9 0 0 0 4 0 12`)), '改正', crlf(report({ layout })));
    checkFix(crlf(three(`${SETTLED} | 7 7 0 0 4 1 7`)), '重算本行', crlf(report({ layout })));
  });

  test('a fix keeps full-width digits', () => {
    checkFix(three(`${GIVEN} | ９ 0 0 0 4 0 12`), '改正', three(`${GIVEN} | ８ 0 0 0 4 0 12`));
    checkFix(three(`${GIVEN} | ８ 0 0 0 ４ 0 １３`), '重算', three(`${GIVEN} | ８ 0 0 0 ４ 0 １２`));
  });

  test.each([',', '，'])('a fix keeps thousands separators (%s)', (comma) => {
    const rows = (given: string, total: string) =>
      `一、本年新收政府信息公开申请数量 | 1${comma}009 1 0 0 4 0 1${comma}014\n${GIVEN} | ${given} 0 0 0 4 0 1${comma}012\n${SETTLED} | 1${comma}010 1 0 0 4 1 ${total}`;
    checkFix(three(rows(`1${comma}008`, '999')), '重算', three(rows(`1${comma}008`, `1${comma}016`)));
    checkFix(three(rows('8', `1${comma}016`)), '改正', three(rows(`1${comma}008`, `1${comma}016`)));
    checkFix(three(rows(`１${comma}００９`, `1${comma}016`)), '改正', three(rows(`１${comma}００８`, `1${comma}016`)));
  });
});

describe.each(WITH_BLANKS)('in the layout %s', (layout) => {
  test('a blank 总计 is filled in', () => {
    const three = `${GIVEN} | 8 0 0 0 4 0 _`;
    expect(titles(report({ layout, three }))).toEqual([`*填入“${GIVEN}·总计”：12`]);
    // The prose and the column know nothing of an addend that is wrong.
    const unsure = report({ layout, three: `${GIVEN} | 9 0 0 0 4 0 _` });
    expect([0, 1, 2].flatMap((at) => titles(unsure, at))).toContain(`填入“${GIVEN}·总计”：13`);
    checkFix(report({ layout, three }), '填入', report({ layout }));
    checkFix(report({ layout, three: `${GIVEN} | 8 0 0 0 4 0 -` }), '填入', report({ layout }));
    checkFix(report({ layout, four: ' | 1 0 0 1 _ 0 0 0 0 0 0 1 0 0 1' }), '填入', report({ layout }));
  });

  test('a blank 总计 is filled in as the others are written', () => {
    const three = (total: string) => `3.其他 | ０ ０ ０ ０ ０ ０ ${total}`;
    checkFix(report({ layout, three: three('_') }), '填入', report({ layout, three: three('０') }));
  });

  test('the blanks around a number stay', () => {
    const three = (total: string) => `${GIVEN} | 8 0 0 0 4 0 ~~${total}~`;
    checkFix(report({ layout, three: three('13') }), '重算', report({ layout, three: three('12') }));
    checkFix(report({ layout, three: `${SETTLED} | 1~0 1 0 0 4 1 16` }), '把“1 0”改为“10”', report({ layout }));
  });

  test('nothing is offered for a blank addend, nor for a 总计 that cannot be computed', () => {
    expect(titles(report({ layout, three: `${GIVEN} | 8 _ 0 0 4 0 12` }))).toEqual([]);
    expect(titles(report({ layout, three: `${GIVEN} | 8 _ 0 0 4 0 _` }))).toEqual([]);
  });
});

test('a balance that would be negative is not recomputed', () => {
  const three = '二、上年结转政府信息公开申请数量 | 0 0 0 0 0 1 1';
  expect(titles(report({ three })).filter((title) => /[重填].*结转下年度/.test(title))).toEqual([]);
  expect(titles(report({ three })).join()).not.toMatch(/→ [-−]/);
});

describe('two wrong cells', () => {
  const three = `一、本年新收政府信息公开申请数量 | 9 1 0 0 40 0 14
2.重复申请 | 0 0 3 0 0 0 0`;

  test('are each repaired by a fix of its own when each has its own row and column', () => {
    for (let finding = 0; finding < 4; finding++) expect(titles(report({ three }), finding)[0]).toMatch(/^\*改正/);
    const one = '一、本年新收政府信息公开申请数量 | 9 1 0 0 4 0 14';
    const other =
      '2.重复申请 | 0 0 ⟦3⟧{cell-suspect} 0 0 0 ⟦0⟧{row-total}\n（七）总计 | 10 1 ⟦0⟧{outcome-total} 0 4 1 16';
    const fix = checkFix(report({ three }), '法律服务机构”：40 → 4', report({ three: `${one}\n${other}` }));
    expect(fix.edits).toHaveLength(1);
    expect(fix.title).not.toContain('改后全部相符');
  });

  test('are each named by the messages of the sums that they break, and only there', () => {
    const received = '错在“法律服务机构”，写 40，应为 4';
    const repeated = '错在“科研机构”，写 3，应为 0';
    expect(messages({ three }, 'carry-balance').join()).toContain('错在“本年新收”，写 40，应为 4');
    expect(messages({ three }, 'outcome-total').join()).toContain('错在“重复申请”，写 3，应为 0');
    const rows = messages({ three }, 'row-total');
    expect(rows.map((said) => [said.includes(received), said.includes(repeated)])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('are left to the reader when several corrections are equally small', () => {
    // 自然人 and 法律服务机构 of one row off by 1 each way could as well be those of any other row.
    const twice = `${GIVEN} | 9 0 0 0 3 0 12`;
    expect(titles(report({ three: twice })).filter((title) => title.startsWith('*改正'))).toEqual([]);
  });
});

test('no thousands separator is written between commas that part cells', () => {
  const rows = (total: string) => {
    const given = '一、本年新收政府信息公开申请数量 | 1,009 1 0 0 4 0 1,014\n（一）予以公开 | 1,008 0 0 0 4 0 1,012';
    const text = report({ layout: 'tsv', three: `${given}\n（七）总计 | 1010 1 0 0 4 1 ${total}` });
    const half = text.indexOf('\n', text.indexOf('（五）不予处理'));
    const end = text.indexOf('四、政府信息公开行政复议');
    const commas = `\n${text.slice(half, end)}`.replaceAll('\t', ',');
    return [text.slice(0, half), commas, text.slice(end)].join('');
  };
  checkFix(rows('999'), '重算“（七）总计·总计”', rows('1016'));
});
