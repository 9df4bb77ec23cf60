import { describe, expect, it, test } from 'vitest';
import { expectColours, expectColoursAfterTable, runs, strip, tokenize } from './marked.ts';

describe('title', () => {
  test.each([
    '⟦云岭县林业局2024年政府信息公开工作年度报告⟧{title}',
    '# ⟦云岭县林业局 2024 年度政府信息公开工作报告⟧{title}',
    '⟦2024年云岭县林业局政府信息公开工作年报⟧{title}',
    '⟦政府信息公开工作年度报告（2024年度）⟧{title}',
    '\n\n⟦云岭县林业局2024年政府信息公开工⟧{title}\n⟦作年度报告⟧{title}\n\n⟦一、总体情况⟧{section}',
    '## ⟦云岭县林业局⟧{title}\n## ⟦2024年度政府信息公开工作年度报告⟧{title}',
    '<h1>⟦云岭县林业局2024年政府信息公开工作年度报告⟧{title}</h1>',
  ])('%s', (marked) => {
    // The number signs and tags before a title belong to its line but not to its name.
    const named = runs(tokenize(strip(marked)).filter(({ text }) => !/^\s*(?:#+|<[^>]*>)?\s*$/.test(text)));
    const titles = marked.match(/(?<=⟦)[^⟧]+(?=⟧\{title\})/g);
    expect(named.filter(({ kind }) => kind === 'title').map(({ text }) => text)).toEqual(titles);
  });

  it('is coloured again as the head of a later page, but not inside a sentence', () => {
    expectColours(
      `⟦一、总体情况⟧{section}
⟦云岭县林业局2024年政府信息公开工作年度报告⟧{title}
云岭县林业局
现将⟦2024⟧{number}年政府信息公开工作年度报告
本报告为云岭县林业局⟦2024⟧{number}年政府信息公开工作年度报告，共六部分。`,
    );
  });

  it('does not reach over the first sentence', () => {
    expectColours('我们去年写过一份报告。\n云岭县林业局\n⟦2024⟧{number}年政府信息公开工');
  });
});

describe('section headings', () => {
  const headings = [
    '一、总体情况',
    '一、总体概述',
    '二、主动公开政府信息情况',
    '二、行政机关主动公开政府信息情况',
    '、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '三、行政机关收到和处理政府信息公开申请情况',
    '三、依申请公开政府信息情况',
    '3、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '四、政府信息公开行政复议和行政诉讼情况',
    '四、政府信息公开行政复议行政诉讼情况',
    '四、政府信息公开行政复议及行政诉讼情况',
    '四、因政府信息公开工作被申请行政复议和提起行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '五、政府信息公开工作存在的主要问题和改进措施',
    '五、存在问题及改进措施',
    '五、存在的问题',
    '六、其他需要报告的事项',
    '六、其它需要报告的事项',
    '六、其他需要报告事项',
    '一、其他需要说明的事项',
    '6、 其他需要报告的事项',
    '６．其他需要报告的事项',
    '总体情况',
    '其他需要报告的事项',
  ];

  test.each(headings)('%s, at the start and after a table', (heading) => {
    expectColours(`\n⟦${heading}⟧{section}`);
    expectColoursAfterTable(`⟦${heading}⟧{section}`);
  });

  test.each(['## H', '#### H', '  H', 'H |', 'H：', '**H**', '<p>H</p>', 'H\f'])('set as %s', (setting) => {
    for (const heading of ['四、政府信息公开行政复议、行政诉讼情况', '六、其他需要报告的事项']) {
      const named = tokenize(setting.replace('H', heading)).filter(({ kind }) => kind === 'section');
      expect(named.map(({ text }) => text).join('')).toContain(heading);
    }
  });

  it('are not rows, sub-headings or sentences that sound like them', () => {
    expectColoursAfterTable(`⟦一、本年新收政府信息公开申请数量⟧{main} ⟦3⟧{value}
⟦四、结转下年度继续办理⟧{main} ⟦3⟧{value}
行政复议、行政诉讼情况见下表。
⟦五、存在的主要问题及改进情况⟧{section}
⟦1.存在的主要问题⟧{sub}
⟦（二）改进情况⟧{sub}
⟦一、⟧{point}其他需要报告的事项见附件，请查收
一般存在的问题`);
  });
});
