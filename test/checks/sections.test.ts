import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { ALL, expectMarked, messages, mustAnalyse, severities } from '../support/analysis.ts';
import { checkFix, findFix } from '../support/check-fix.ts';
import { compare, readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

const ONE = '一、总体情况';
const TWO = '二、主动公开政府信息情况';
const THREE = '三、收到和处理政府信息公开申请情况';
const SIX = '六、其他需要报告的事项';
const MISSING = '⟦⟧{section-missing}';

describe('section-missing', () => {
  test('stands before the section that follows, at the start and in the middle', () => {
    expectMarked({ headings: { 1: undefined, 2: `${MISSING}${TWO}` } });
    expectMarked({ headings: { 2: undefined, 3: `${MISSING}${THREE}` } });
    expectMarked({ headings: { 5: undefined, 6: `${MISSING}${SIX}` } });
  });

  test('is silent where a page lost the line end before the heading', () => {
    expectMarked({ headings: { 1: '本报告由六部分组成。一、总体情况' } });
    expectMarked({ headings: { 1: '本报告由一、总体情况等组成。', 2: `${MISSING}${TWO}` } });
  });

  test('stands behind the last visible character when the last section is absent', () => {
    for (const layout of ALL) {
      for (const end of ['', '\n', '\r\n \u3000\r\n']) {
        const text = report({ layout, headings: { 6: undefined } }).trimEnd();
        const { found, expected } = compare(text + MISSING + end);
        expect(found).toEqual(expected);
      }
    }
  });

  test('comes once for each section that is absent', () => {
    expectMarked({
      headings: { 2: undefined, 3: undefined, 4: `⟦⟧{section-missing section-missing}四、行政复议、行政诉讼情况` },
    });
  });

  test('is silent for the usual other wordings', () => {
    expectMarked({
      headings: {
        1: '一、总体概述',
        2: '二、行政机关主动公开政府信息情况',
        3: '三、行政机关收到和处理政府信息公开申请情况',
        4: '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        5: '五、政府信息公开工作存在的主要问题及改进情况',
        6: '六、其它需要说明的事项',
      },
    });
  });

  test.each(['政府信息公开概况', '基本工作情况', '工作基本情况', '工作开展总体情况', '年度总体情况', '2024年整体情况'])(
    'is silent for %s',
    (words) => expectMarked({ headings: { 1: `一、${words}` } }),
  );

  test('is silent for 政府主动公开信息情况', () => {
    expectMarked({ headings: { 2: '二、政府主动公开信息情况' } });
  });

  test('is silent for 不足 instead of 问题', () => {
    expectMarked({ headings: { 5: '五、存在的不足及改进情况' } });
  });

  test('names the section and asks for it; it is an error', () => {
    const parts = { headings: { 5: undefined } };
    expect(messages(parts, 'section-missing')[0]).toContain('五、存在的主要问题及改进情况');
    expect(messages(parts, 'section-missing')[0]).toContain('补上');
    expect(severities(parts)).toEqual(['section-missing error']);
  });
});

describe('section-order', () => {
  /** A report with the last two sections exchanged. */
  const swapped = (five: string, six: string) => {
    const text = report({ headings: { 5: five, 6: six } });
    const [from, to] = [text.indexOf(five), text.indexOf(six)];
    return `${text.slice(0, from)}${text.slice(to)}\n${text.slice(from, to)}`;
  };

  test('stands on the fewest headings that would have to move', () => {
    const { found, expected } = compare(swapped('五、存在的主要问题及改进情况', `⟦${SIX}⟧{section-order}`));
    expect(found).toEqual(expected);
  });

  test('says where the section belongs; it is a warning', () => {
    const { findings } = mustAnalyse(readMarked(swapped('五、存在的主要问题及改进情况', SIX)).text);
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['section-order warning']);
  });

  test('is silent when a section is merely absent', () => {
    expect(severities({ headings: { 3: undefined } })).toEqual(['section-missing error']);
  });
});

describe('section-numbering', () => {
  test.each([
    ['an Arabic numeral', '⟦6、⟧{section-numbering}其他需要报告的事项'],
    ['a full-width numeral', '⟦６．⟧{section-numbering}其他需要报告的事项'],
    ['an Arabic numeral in brackets', '⟦（6）⟧{section-numbering}其他需要报告的事项'],
    ['a lost numeral', '⟦、⟧{section-numbering}其他需要报告的事项'],
    ['a lost ordinal', '⟦其他需要报告的事项⟧{section-numbering}'],
    ['the ordinal of another section', '⟦五、⟧{section-numbering}其他需要报告的事项'],
  ])('stands on %s', (_, six) => {
    expectMarked({ headings: { 6: six } });
  });

  test('stands on the second of two sections 一、', () => {
    expectMarked({ headings: { 2: '⟦一、⟧{section-numbering}主动公开政府信息情况' } });
    expectMarked({ headings: { 2: '⟦、⟧{section-numbering}主动公开政府信息情况' } });
  });

  test('is silent for blanks, a stop instead of the comma, Markdown signs and what follows the heading', () => {
    for (const heading of [
      `  ${SIX}`,
      '六、 其他需要报告的事项：',
      '六.其他需要报告的事项',
      '六 其他需要报告的事项',
      `**${SIX}**`,
      `${SIX}\f`,
      `${SIX} |`,
    ])
      expectMarked({ headings: { 6: heading } });
    expectMarked({ headings: { 1: ONE, 3: `# ${THREE}`, 4: '### 四、行政复议、行政诉讼情况', 6: `#### ${SIX}` } });
  });

  test('says what is written and what should be; it is a warning', () => {
    const parts = { headings: { 6: '6、其他需要报告的事项' } };
    expect(messages(parts, 'section-numbering')[0]).toMatch(/“6、”.*“六、”/);
    expect(severities(parts)).toEqual(['section-numbering warning']);
  });
});

describe('table-unreadable', () => {
  const [first, ...others] = [
    '1.属于国家秘密',
    '3.危及“三安全一稳定”',
    '4.保护第三方合法权益',
    '5.属于三类内部事务信息',
  ];
  const COLUMNS = [
    '一、本年新收政府信息公开申请数量 9 1 0 0 4 0 14',
    '二、上年结转政府信息公开申请数量 2 0 0 0 0 1 3',
    '（一）予以公开 8 0 0 0 4 0 12',
    // Four rows, their labels first, then their values column by column.
    [first, ...others].join('\n'),
    ...Array.from({ length: 7 }, () => '1\n0\n0\n2'),
    '（七）总计 10 1 0 0 4 1 16',
    '四、结转下年度继续办理 1 0 0 0 0 0 1',
  ].join('\n');

  test('is all that is said where values come column by column, apart from their labels', () => {
    expectMarked({ raw: { 3: COLUMNS }, headings: { 3: `⟦${THREE}⟧{table-unreadable}` } }, ['spaced']);
    expect(severities({ layout: 'spaced', raw: { 3: COLUMNS } })).toEqual(['table-unreadable warning']);
  });

  test.each(['![表](a.png)', '<p><img src="a.png"></p>', '[TABLE]', '【图片】'])(
    'says that %j may be the picture of a table',
    (picture) => {
      expectMarked({ raw: { 3: picture }, headings: { 3: `⟦${THREE}⟧{table-unreadable}` } });
      expect(messages({ raw: { 3: picture } }, 'table-unreadable')[0]).toMatch(/可能是图片/);
    },
  );
});

describe('table-missing', () => {
  test('stands on the heading of the section without a table', () => {
    expectMarked({ two: '', headings: { 2: `⟦${TWO}⟧{table-missing}` } });
    expectMarked({ three: '', headings: { 3: `⟦${THREE}⟧{table-missing}` } });
    expectMarked({ four: '', headings: { 4: '⟦四、行政复议、行政诉讼情况⟧{table-missing}' } });
  });

  test('does not take numbers in the prose for a table', () => {
    expectMarked({ raw: { 3: '本年度收到申请 14 件，办结 16 件。' }, headings: { 3: `⟦${THREE}⟧{table-missing}` } });
  });

  test.each(['tsv', 'spaced', 'cells', 'mdtsv'] as const)(
    'is mended by the table of the form in the layout %s',
    (layout) => {
      const { text } = readMarked(report({ four: '', layout }));
      const fix = findFix(mustAnalyse(text), '补上空表');
      const fixed = applyEdits(text, fix.edits);
      expect(mustAnalyse(fixed).findings).toEqual([]);
      expect(fixed.replace(fix.edits[0]?.newText ?? '', '')).toBe(text);
    },
  );

  test('is not mended where the table would make a heading of what is none now', () => {
    const torn = '三、收到和处理政府<table><tr><td colspan="9">87信息公开申请情况';
    const { text } = readMarked(report({ four: '', layout: 'tsv', headings: { 3: torn } }));
    expect(() => findFix(mustAnalyse(text), '补上空表')).toThrow('no fix is called');
  });

  test('names the section and asks for the table; it is an error', () => {
    expect(messages({ three: '' }, 'table-missing')[0]).toMatch(/收到和处理政府信息公开申请情况.*请补上/);
    expect(severities({ three: '' })).toEqual(['table-missing error']);
  });
});

describe('aspect-missing', () => {
  test('reads a sub-heading that has lost its second bracket, and one of two aspects', () => {
    expectMarked({
      one: '（一主动公开情况\n略。\n（二）依申请公开情况。略。\n（三）政府信息及平台管理。略。\n（五）监督保障情况。略。',
    });
    expectMarked({
      one: '（一）依申请公开。略。\n（二）主动做好重点信息公开。略。\n（三）信息管理。略。\n（四）平台。略。\n（五）监督保障。略。',
    });
  });

  test('knows the third and the first aspect by other words', () => {
    for (const management of ['加强信息发布管理', '政府信息公开管理', '规范信息资源']) {
      expectMarked({
        one: `（一）加大公开力度。逐项刊出。\n（二）依申请公开。照章。\n（三）${management}。有序。\n（四）平台。运行。\n（五）监督。到位。`,
      });
    }
  });

  test('stands on the heading of section 一, once for all aspects that no sub-heading names', () => {
    const one = '（一）主动公开。发布消息若干。\n（二）依申请公开。已搭建平台。\n（三）政府信息管理。层层监督把关。';
    expectMarked({ one, headings: { 1: `⟦${ONE}⟧{aspect-missing}` } });
    expect(messages({ one }, 'aspect-missing')[0]).toContain('没有写“政府信息公开平台建设”“监督保障”。');
  });

  test('looks into the whole section when it has no sub-headings', () => {
    const one = '全年主动公开信息若干，依申请公开有章可循，信息管理到位，平台运行平稳';
    expectMarked({ one: `${one}，监督有力。` });
    expectMarked({ one: `${one}。`, headings: { 1: `⟦${ONE}⟧{aspect-missing}` } });
  });

  test('knows the usual wordings and ways of numbering', () => {
    expectMarked({
      one: '1.主动公开情况：略。\n2、依申请公开方面\n略。\n一是信息管理规范。\n(四) 网站建设。\n### 五、监督保障',
    });
  });

  test('is mended by sub-headings like those that are there', () => {
    const one = '（一）主动公开。发布消息若干。\n（二）依申请公开。照章办理。\n（三）政府信息管理。逐月登记。';
    checkFix(report({ one }), '补上小标题', report({ one: `${one}\n（四）政府信息公开平台建设\n（五）监督保障` }));
  });

  test('is information, and names all five aspects', () => {
    expect(severities({ one: '略。' })).toEqual(['aspect-missing information']);
    expect(messages({ one: '略。' }, 'aspect-missing')[0]).toContain('监督保障五个方面');
  });
});
