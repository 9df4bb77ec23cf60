import { describe, expect, test } from 'vitest';
import { parseReport } from '../../server/src/report/parse.ts';
import { mustAnalyse } from '../support/analysis.ts';
import { readMarked } from '../support/marked.ts';
import { type Parts, report } from '../support/report.ts';

const read = (parts: Parts = {}) => readMarked(report(parts)).text;
const sections = (text: string) => parseReport(text)?.sections.map(({ form }) => form.number);
const SIX = [1, 2, 3, 4, 5, 6];

/** Every line in a row of a table around the whole page. */
const inBars = (text: string) => text.replace(/^(?!.*\|)(.*\S.*)$/gm, '| $1 |  |');

describe('a heading', () => {
  test('in a row of pipes is one, and the row of a table is none', () => {
    const raw = { 2: '', 3: '', 4: '' };
    expect(sections(inBars(read({ raw })))).toEqual(SIX);
    const rows = '| 一、本年新收政府信息公开申请数量 |  |  |\n| 四、结转下年度继续办理 |  |  |';
    expect(sections(inBars(read({ raw, headings: { 4: '' } })).replace('| 五、', `${rows}\n| 五、`))).toEqual([
      1, 2, 3, 5, 6,
    ]);
  });

  test.each([
    [3, '三、申请情况'],
    [5, '五、下一步工作打算'],
    [6, '六、其他'],
    [2, '第二部分 公开统计'],
  ])('of section %i may have other words behind its own ordinal: %s', (number, heading) => {
    const text = read({ headings: { [number]: heading } });
    const found = parseReport(text)?.sections.find(({ form }) => form.number === number);
    expect(sections(text)).toEqual(SIX);
    expect(text.slice(found?.heading.start, found?.heading.end)).toBe(heading);
    expect(found?.byPlace).toBe(true);
  });

  test.each([
    ['stands elsewhere', { 5: '', 6: '六、其他需要报告的事项\n略。\n五、下一步工作打算' }],
    ['has another ordinal', { 5: '七、下一步工作打算' }],
    ['is a sentence', { 5: '五、下一步，将逐栏补齐。' }],
  ])('that %s is no section', (_, headings) => {
    expect(sections(read({ headings }))).not.toContain(5);
  });

  test('in traditional characters is read alike', () => {
    const traditional = read()
      .replace('一、总体情况', '一、總體情況')
      .replace('二、主动公开政府信息情况', '二、主動公開政府信息情況')
      .replace('五、存在的主要问题及改进情况', '五、存在的主要問題及改進情況');
    expect(sections(traditional)).toEqual(SIX);
  });
});

describe('a text is no report', () => {
  test.each([
    '2022年上半年政府信息公开数据统计\n一、公文类政府信息公开情况\n略。\n三、政府信息公开相关行政复议、诉讼情况\n略。',
    '2024年第一季度政府信息公开工作报告\n一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。',
    '文字解读：砚泠市档案局2022年政府信息公开工作年度报告\n一、编制背景\n略。\n第三部分：收到和处理政府信息公开申请情况。',
    '一图读懂砚泠市档案局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n略。',
    '《砚泠市档案局2022年政府信息公开工作年度报告》解读\n二、主动公开政府信息情况\n略。',
    '关于做好2024年政府信息公开工作年度报告编制工作的通知\n一、总体要求\n略。',
    '砚泠市档案局2022年政府信息公开工作年度报告 2023-01-10\n砚泠市水利局2022年政府信息公开工作年度报告 2023-01-11',
  ])('%j', (text) => {
    expect(parseReport(text)).toBeUndefined();
  });

  test('but one below a link to its explanation is', () => {
    expect(parseReport(`图解链接：点击查看图解\n相关解读：文字解读\n${read()}`)?.agency).toBe('砚泠市档案局');
    expect(parseReport(`解读：砚泠市档案局2024年政府信息公开工作年度报告\n${read()}`)?.agency).toBe('砚泠市档案局');
  });
});

describe('two reports in one text', () => {
  const first = read();
  const other = read({ title: '禾墨县水利局 2023年政府信息公开工作年度报告', six: '收取信息处理费3元。' });

  test('are parted, and only the first is read', () => {
    const { report: both } = mustAnalyse(`${first}\n${other}`);
    const alone = mustAnalyse(first).report;
    expect([both.agency, both.year]).toEqual(['砚泠市档案局', 2024]);
    expect(both.tables).toEqual(alone.tables);
    expect(both.sections.map(({ heading }) => heading)).toEqual(alone.sections.map(({ heading }) => heading));
    expect(both.text.slice(both.second?.start).startsWith('禾墨县水利局')).toBe(true);
    expect(both.sections.at(-1)?.span.end).toBe(both.second?.start);
  });

  test('without a second title are parted at the first heading that comes again', () => {
    const { report: both } = mustAnalyse(`${first}\n${other.slice(other.indexOf('一、'))}`);
    expect(both.text.slice(both.second?.start).startsWith('一、总体情况')).toBe(true);
  });

  test('a table of contents makes no second report', () => {
    const contents = first
      .split('\n')
      .filter((line) => /^[一二三四五六]、/.test(line) && !line.includes('\t'))
      .join('\n');
    expect(parseReport(`${contents}\n${first}`)?.second).toBeUndefined();
  });
});
