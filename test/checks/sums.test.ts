import { describe, expect, test } from 'vitest';
import { expectMarked, messages, severities, WITH_BLANKS } from '../support/analysis.ts';

const RECEIVED = '一、本年新收政府信息公开申请数量';
const CARRIED_IN = '二、上年结转政府信息公开申请数量';
const CARRIED_OUT = '四、结转下年度继续办理';
/** A total that is 1 too high breaks its row and the column of totals. */
const HIGH = '（一）予以公开 | 8 0 0 0 4 0 ⟦13⟧{row-total}\n（七）总计 | 10 1 0 0 4 1 ⟦16⟧{outcome-total}';

describe('row-total', () => {
  test('stands on the 总计 of the row', () => {
    expectMarked({ three: HIGH });
  });

  test('is found in the first and in the last row', () => {
    expectMarked({
      three: `${RECEIVED} | 9 1 0 0 4 0 ⟦15⟧{row-total}\n${CARRIED_OUT} | 1 0 0 0 0 0 ⟦1⟧{carry-balance}`,
    });
    expectMarked({ three: `${CARRIED_OUT} | 1 0 0 0 0 0 ⟦0⟧{row-total carry-balance}` });
  });

  test('is unknown, and silent, when a term is blank, unreadable or merely a dash', () => {
    expectMarked({ three: '（一）予以公开 | 8 ⟦⟧{cell-blank} 0 0 4 0 12' }, WITH_BLANKS);
    expectMarked({ three: '（一）予以公开 | 8 ⟦/⟧{cell-blank} 0 0 4 0 12' });
    expectMarked({
      three:
        '（一）予以公开 | 8 ⟦O⟧{cell-invalid} 0 0 4 0 ⟦13⟧{cell-suspect}\n（七）总计 | 10 1 0 0 4 1 ⟦16⟧{outcome-total}',
    });
  });

  test('takes full-width digits and thousands separators for the same numbers', () => {
    expectMarked({ three: '（一）予以公开 | ８ 0 ０ 0 4 0 １２' });
    const large = (total: string) =>
      `${RECEIVED} | 1,234 1 0 0 4 0 ${total}\n（一）予以公开 | １，２３３ 0 0 0 4 0 1237\n（七）总计 | 1,235 1 0 0 4 1 1,241`;
    expectMarked({ three: large('1239') });
    expectMarked({ three: large('１，２３９') });
    expectMarked({ three: `${large('⟦1,238⟧{row-total}')}\n${CARRIED_OUT} | 1 0 0 0 0 0 ⟦1⟧{carry-balance}` });
  });

  test('says how the sum is made up, what is written and by how much they differ', () => {
    const [message] = messages({ three: HIGH }, 'row-total');
    expect(message).toMatch(/^“（一）予以公开”行总计写 13，应为 12，差 1：自然人 8 \+ 法律服务机构 4 = 12。/);
  });

  test('is the one error where its total is the only wrong cell; the other sum is for information', () => {
    expect(severities({ three: HIGH })).toEqual(['row-total error', 'outcome-total information']);
  });
});

describe('outcome-total', () => {
  test('stands on （七）总计 of the column, and names the addend that is wrong', () => {
    const three =
      '（一）予以公开 | ⟦9⟧{cell-suspect} 0 0 0 4 0 ⟦12⟧{row-total}\n（七）总计 | ⟦10⟧{outcome-total} 1 0 0 4 1 16';
    expectMarked({ three });
    const [message] = messages({ three }, 'outcome-total');
    expect(message).toMatch(/^“自然人”列（七）总计写 10，各项相加得 11，差 1。/);
    expect(severities({ three })).toEqual(['cell-suspect error', 'row-total information', 'outcome-total information']);
    expect(message).toContain('错在“予以公开”，写 9，应为 8。');
  });

  test('takes both columns when two slips in one row cancel out', () => {
    expectMarked({
      three: '（一）予以公开 | 9 0 0 0 3 0 12\n（七）总计 | ⟦10⟧{outcome-total} 1 0 0 ⟦4⟧{outcome-total} 1 16',
    });
  });

  test('is unknown when a row of the outcomes is absent', () => {
    expectMarked({
      three:
        '（二）部分公开（区分处理的，只计这一情形，不计其他情形） |\n（一）予以公开 => ⟦（一）予以公开⟧{row-missing} | 8 0 0 0 4 0 12',
    });
  });

  test('takes the last outcome and the first alike', () => {
    expectMarked({
      three: '3.其他 | 0 0 0 ⟦1⟧{cell-suspect} 0 0 ⟦0⟧{row-total}\n（七）总计 | 10 1 0 ⟦0⟧{outcome-total} 4 1 16',
    });
  });
});

describe('carry-balance', () => {
  const three = `${CARRIED_OUT} | ⟦2⟧{carry-balance} 0 0 0 0 0 ⟦2⟧{carry-balance}`;

  test('stands on 四、结转下年度继续办理', () => {
    expectMarked({ three });
  });

  test('writes the balance with its sign', () => {
    const [message] = messages({ three }, 'carry-balance');
    expect(message).toContain(
      '“自然人”列结转下年度写 2，按各项应为 1，差 1：本年新收 9 + 上年结转 2 − （七）总计 10 = 1。',
    );
    expect(message).toContain('有 3 种改法都只改 2 格，单看表格分不清。请核对');
  });

  test('advises no negative number when more was settled than had come in', () => {
    const negative = `${CARRIED_IN} | 0 0 0 0 0 1 1\n${CARRIED_OUT} | ⟦1⟧{carry-balance} 0 0 0 0 0 ⟦1⟧{carry-balance}`;
    expectMarked({ three: negative });
    const said = messages({ three: negative }, 'carry-balance');
    expect(said[0]).toContain('写 1，按各项应为 −1，差 2：本年新收 9 − （七）总计 10 = −1。');
    for (const message of said) {
      expect(message).toContain('请核对');
      expect(message).not.toMatch(/应改为/);
    }
  });

  test('writes addends of 0 where the rest would not read as a sum', () => {
    const none = `${RECEIVED} | 8 0 0 0 4 0 12\n（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 1 0 0 0 0 2\n（七）总计 | 10 1 0 0 4 1 16`;
    const said = messages({ three: `${none}\n${CARRIED_IN} | 2 0 0 0 0 1 3` }, 'carry-balance');
    expect(said.join()).toContain('本年新收 0 + 上年结转 0 − （七）总计 1 = −1');
  });

  test('is unknown without 上年结转', () => {
    expectMarked({ three: `${CARRIED_IN} |\n${RECEIVED} => ⟦${RECEIVED}⟧{row-missing} | 9 1 0 0 4 0 14` });
  });
});

describe('review-total', () => {
  test('stands on the 总计 of each of the three groups', () => {
    expectMarked({
      four: ' | 1 0 0 1 ⟦3⟧{review-total} 0 0 0 0 ⟦1⟧{review-total} 0 1 0 0 ⟦0⟧{review-total}',
    });
  });

  test('says which group, and the sum', () => {
    const [message] = messages({ four: ' | 1 0 0 1 3 0 0 0 0 0 0 1 0 0 1' }, 'review-total');
    expect(message).toContain('行政复议');
    expect(message).toContain('总计写 3，按各项应为 2，差 1：结果维持 1 + 尚未审结 1 = 2。');
    expect(message).toContain('是总计写错还是某一项写错，单看表格分不清，请核对。');
  });

  test('takes 复议 and 诉讼 apart', () => {
    const [message] = messages({ four: ' | 1 0 0 1 2 0 0 0 0 0 0 1 0 0 2' }, 'review-total');
    expect(message).toContain('行政诉讼·复议后起诉');
    expect(severities({ four: ' | 1 0 0 1 2 0 0 0 0 0 0 1 0 0 2' })).toEqual(['review-total error']);
  });

  test('is unknown for a group of dashes, and known for the others', () => {
    expectMarked({ four: ' | 1 0 0 1 ⟦3⟧{review-total} - - - - ⟦-⟧{cell-blank} 0 1 0 0 1' });
  });
});

describe('a message on a sum', () => {
  test('says whether it is certain which cell is wrong, and what beside the table agrees', () => {
    const slip = '（一）予以公开 | 9 0 0 0 4 0 12';
    const said = (three: string, one = '') => messages({ three, ...(one ? { one } : {}) }, 'cell-suspect')[0];
    expect(said(slip)).toBe('“（一）予以公开·自然人”写 9，应为 8，差 1：改正后本行和“自然人”列都对得上。');
    expect(said(slip, '（二）依申请公开。予以公开12件，其中自然人8件。')).toMatch(/都对得上，与正文一致。$/);
    // A blank hides the sum of its row.
    const alone = said(`${CARRIED_IN} | 5 _ 0 0 0 1 6`);
    expect(alone).toMatch(
      /^“二、上年结转·自然人”写 5，可能应为 2，差 3：改正后“自然人”列对得上。仅凭这些不能断定，请核对。$/,
    );
  });

  test('counts the addends of a long sum, which stand beside it as places', () => {
    const rows = [
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 3 0 0 0 0 4',
      '1.属于国家秘密 | 0 1 0 0 0 0 1',
    ];
    const more = ['2.重复申请 | 0 1 0 0 0 0 1', '3.其他 | 0 1 0 0 0 0 1', '1.信访举报投诉类申请 | 0 1 0 0 0 0 1'];
    const three = [...rows, ...more, `${RECEIVED} | 9 7 0 0 4 0 20`, '（七）总计 | 10 17 0 0 4 1 32'].join('\n');
    expect(messages({ three }, 'outcome-total').join()).toContain('：5 个不为 0 的项相加得 7。');
  });

  const SLIPS = [
    HIGH,
    '（一）予以公开 | 9 0 0 0 4 0 12',
    `${CARRIED_OUT} | 2 0 0 0 0 0 2`,
    '5.要求行政机关确认或重新出具已获取信息 | 0 0 0 0 0 0 1',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 0 0 0 0 0 1',
  ];

  test.each(SLIPS)('names the place, both numbers and the difference within 40 characters: %s', (three) => {
    for (const code of ['row-total', 'outcome-total', 'carry-balance', 'cell-suspect']) {
      for (const message of messages({ three }, code)) {
        const answer =
          /^“[^”]+”[^，]*写 \d+，(?:应为|可能应为|按各项应为|各项相加得|推算得) −?\d+，差 \d+/.exec(message)?.[0] ??
          message;
        expect(answer.length, message).toBeLessThanOrEqual(40);
      }
    }
  });
});
