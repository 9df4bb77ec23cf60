import { describe, expect, test } from 'vitest';
import { expectMarked, messages, severities, WITH_BLANKS } from '../support/analysis.ts';

describe('cell-missing', () => {
  test('stands on the whole row, whose numbers then have no sure column', () => {
    expectMarked({ three: '⟦（一）予以公开 | 8 0 0 0 4 12⟧{cell-missing}' });
    expectMarked({ three: '⟦一、本年新收政府信息公开申请数量 | 9 1 0 0 4 14⟧{cell-missing}' });
    expectMarked({ four: ' | ⟦1 0 0 1 2 0 0 0 0 0 0 1 0 0⟧{cell-missing}' });
    expectMarked({ two: '⟦行政规范性文件 | 3 12⟧{cell-missing}' });
  });

  test('counts blanks that the layout drops', () => {
    expectMarked({ three: '⟦（一）予以公开 | 8 0 0 0 4 0⟧{cell-missing} _' }, ['spaced']);
  });

  test('counts what should be there, what is and what lacks; it is an error', () => {
    const parts = { three: '（一）予以公开 | 8 0 0 0 4 12' };
    expect(messages(parts, 'cell-missing')[0]).toMatch(/应有 7 个数，只读到 6 个，缺 1 个.*请补齐/);
    expect(severities(parts)).toEqual(['cell-missing error']);
  });
});

describe('cell-extra', () => {
  test('stands on the whole row', () => {
    expectMarked({ three: '⟦（一）予以公开 | 8 0 0 0 0 4 0 12⟧{cell-extra}' });
    expectMarked({ three: '⟦四、结转下年度继续办理 | 1 0 0 0 0 0 0 1⟧{cell-extra}' });
    expectMarked({ four: ' | ⟦1 0 0 1 2 0 0 0 0 0 0 1 0 0 1 0⟧{cell-extra}' });
    expectMarked({ two: '⟦行政许可 | 1 205⟧{cell-extra}' });
  });

  test('stands where a number was split and no sum, or more than one way, shows it', () => {
    expectMarked({ three: '⟦（七）总计 | 1~1 1 0 0 4 1 16⟧{cell-extra}' }, ['spaced']);
    expectMarked({ two: '⟦行政处罚 | 1~0⟧{cell-extra}' }, ['spaced']);
  });

  test('counts, and asks whether a number was split; it is an error', () => {
    const parts = { two: '行政许可 | 1 205' };
    expect(messages(parts, 'cell-extra')[0]).toMatch(/应有 1 个数，读到 2 个，多 1 个.*拆成了两个/);
    expect(severities(parts)).toEqual(['cell-extra error']);
  });
});

describe('cell-blank', () => {
  test('stands on a blank 总计 of a row that holds other numbers', () => {
    expectMarked({ three: '（一）予以公开 | 8 0 0 0 4 0 ⟦⟧{cell-blank}' }, WITH_BLANKS);
    expectMarked({ three: '四、结转下年度继续办理 | 1 0 0 0 0 0 ⟦⟧{cell-blank}' }, WITH_BLANKS);
    expectMarked({ four: ' | 1 0 0 1 ⟦⟧{cell-blank} 0 0 0 0 0 0 1 0 0 1' }, WITH_BLANKS);
  });

  test('comes once for a row, on its first blank cell', () => {
    expectMarked({ three: '3.其他 | 0 ⟦⟧{cell-blank} 0 _ 0 0 0' }, WITH_BLANKS);
    expectMarked({ three: '3.其他 | ⟦⟧{cell-blank} _ _ _ _ _ _' }, WITH_BLANKS);
    expectMarked({ four: ' | 1 0 0 1 2 0 ⟦⟧{cell-blank} 0 0 0 0 1 0 0 1' }, WITH_BLANKS);
    expectMarked({ two: '规章 | 0 ⟦⟧{cell-blank} 0' }, WITH_BLANKS);
  });

  test.each(['-', '--', '/', '—', '——', '无', '＊'])('takes %s for blank and not for zero', (mark) => {
    expectMarked({ three: `（一）予以公开 | 8 ⟦${mark}⟧{cell-blank} 0 0 4 0 12` });
    expectMarked({ two: `行政事业性收费 | ⟦${mark}⟧{cell-blank}` });
  });

  test('is a warning for a blank 总计 beside numbers, otherwise information', () => {
    expect(severities({ three: '（一）予以公开 | 8 0 0 0 4 0 _' })).toEqual(['cell-blank warning']);
    expect(severities({ three: '（一）予以公开 | 8 0 0 0 4 0 -' })).toEqual(['cell-blank warning']);
    expect(severities({ three: '（一）予以公开 | 8 _ 0 0 4 0 12' })).toEqual(['cell-blank information']);
    expect(severities({ three: '3.其他 | _ _ _ _ _ _ _' })).toEqual(['cell-blank information']);
    expect(severities({ three: '3.其他 | - - - - - - -' })).toEqual(['cell-blank information']);
  });

  test('says what the 总计 should be, or which cells to fill in', () => {
    const [total] = messages({ three: '（一）予以公开 | 8 0 0 0 4 0 _' }, 'cell-blank');
    expect(total).toBe('“（一）予以公开”一行“总计”没有填，应填 12：其余各项之和为 12。');
    const [other] = messages({ three: '3.其他 | 0 _ 0 _ 0 0 0' }, 'cell-blank');
    expect(other).toBe(
      '“3.其他”一行有 2 格没有填数（商业企业、社会公益组织），没有数据的请填 0。空白不当作 0，有关的总计没有核算。',
    );
  });
});

test('of table 2 cell-blank speaks of no totals, of table 4 it names each group once', () => {
  expect(messages({ two: '规章 | 0 _ 0' }, 'cell-blank')).toEqual([
    '“规章”一行有 1 格没有填数（本年废止件数），没有数据的请填 0。',
  ]);
  const [message] = messages({ four: ' | 1 0 0 1 2 _ _ _ _ _ 0 1 0 0 1' }, 'cell-blank');
  expect(message).toContain(
    '本表这一行有 5 格没有填数（行政诉讼·未经复议直接起诉：结果维持、结果纠正、其他结果、尚未审结、总计）',
  );
});

describe('cell-invalid', () => {
  test.each([
    ['1O', /数字中混有字母.*本意是 10/],
    ['l2', /数字中混有字母.*本意是 12/],
    ['-5', /不能带正负号.*本意是 5/],
    ['+5', /不能带正负号.*本意是 5/],
    ['－５', /不能带正负号.*本意是 5/],
    ['1.5', /应为整数.*请改/],
    ['1,2,3', /千位分隔符.*本意是 123/],
    ['1,23', /千位分隔符.*本意是 123/],
    ['9999999999999999', /位数过多/],
  ])('stands on %s in a column of whole numbers, and says why', (written, message) => {
    expectMarked({ three: `（一）予以公开 | 8 ⟦${written}⟧{cell-invalid} 0 0 4 0 12` });
    const parts = { three: `（一）予以公开 | 8 ${written} 0 0 4 0 12` };
    expect(messages(parts, 'cell-invalid')[0]).toContain(`“（一）予以公开·商业企业”写的是“${written}”`);
    expect(messages(parts, 'cell-invalid')[0]).toMatch(message);
    expect(severities(parts)).toEqual(['cell-invalid error']);
  });

  test('stands on digits that a blank splits, where the layout keeps cells apart', () => {
    expectMarked({ three: '（一）予以公开 | 8 0 0 0 4 0 ⟦1~2⟧{cell-invalid}' }, WITH_BLANKS);
    expectMarked({ two: '行政许可 | ⟦1~205⟧{cell-invalid}' }, WITH_BLANKS);
    expect(messages({ two: '行政许可 | 1~205' }, 'cell-invalid')[0]).toMatch(/中间有空格.*本意是 1205/);
  });

  test('stands on the first cell of a row and on the last one', () => {
    expectMarked({ three: '（七）总计 | ⟦1O⟧{cell-invalid} 1 0 0 4 1 16' });
    expectMarked({ four: ' | 1 0 0 1 2 0 0 0 0 0 0 1 0 0 ⟦l⟧{cell-invalid}' });
  });

  test.each([
    ['12件', '件'],
    ['12（其中修订6件）', '（其中修订6件）'],
    ['12(含1件延期)', '(含1件延期)'],
    ['12件（含1件延期）', '件（含1件延期）'],
  ])('of %s is information, for the number was read', (written, extra) => {
    expectMarked({ three: `（一）予以公开 | 8 0 0 0 4 0 ⟦${written}⟧{cell-invalid}` });
    const parts = { three: `（一）予以公开 | 8 0 0 0 4 0 ${written}` };
    expect(messages(parts, 'cell-invalid')[0]).toContain(`还有“${extra}”，已按 12 核算`);
    expect(severities(parts)).toEqual(['cell-invalid information']);
  });

  test('still compares a number that has a unit', () => {
    expectMarked({
      three:
        '（一）予以公开 | 8 0 0 0 4 0 ⟦13件⟧{cell-invalid row-total}\n（七）总计 | 10 1 0 0 4 1 ⟦16⟧{outcome-total}',
    });
  });

  test.each(['12.5', '１２．５', '0.123456', '1,234.5', '0', '43'])('is silent for a fee of %s', (fee) => {
    expectMarked({ two: `行政事业性收费 | ${fee}` });
  });

  test.each([
    ['43.788万元', /还有“万元”，已按 43.788 核算/, 'information'],
    ['184719元', /单位应为万元.*本意是 18.4719/, 'information'],
    ['-3', /正负号.*本意是 3/, 'error'],
    ['12,5.5', /千位分隔符/, 'error'],
  ])('stands on a fee of %s', (fee, message, severity) => {
    expectMarked({ two: `行政事业性收费 | ⟦${fee}⟧{cell-invalid}` });
    expect(messages({ two: `行政事业性收费 | ${fee}` }, 'cell-invalid')[0]).toMatch(message);
    expect(severities({ two: `行政事业性收费 | ${fee}` })).toEqual([`cell-invalid ${severity}`]);
  });

  test('is silent for full-width digits, thousands separators and leading zeros', () => {
    expectMarked({ two: '行政许可 | １２０５\n行政处罚 | 1,046\n行政强制 | １，０４６' });
    expectMarked({ three: '（一）予以公开 | 08 00 0 0 4 0 12' });
  });
});
