import { describe, test } from 'vitest';
import { expectMarked } from '../support/analysis.ts';
import { checkFix } from '../support/check-fix.ts';
import { report } from '../support/report.ts';

/** Section 一 with this paragraph on requests. */
const says = (text: string) =>
  `（一）主动公开。逐月登记。\n（二）依申请公开。${text}\n（三）信息管理。照旧。\n（四）平台。照旧。\n（五）监督。照旧。`;

describe('year-mismatch', () => {
  test('a sentence speaks of a neighbouring year as the one reported on', () => {
    expectMarked({ one: `2024年，本局照章办理。\n${says('⟦2023⟧{year-mismatch}年，本局收到政府信息公开申请14件。')}` });
    expectMarked({ six: '⟦2023⟧{year-mismatch}年度没有收取信息处理费。' });
    expectMarked({
      one: `所列数据自⟦2023⟧{year-mismatch}年1月1日起至2023年12月31日止。\n2024年，本局照章办理。\n${says('略。')}`,
    });
  });

  test('the title alone names another year', () => {
    expectMarked({
      title: '砚泠市档案局 ⟦2024⟧{year-mismatch}年政府信息公开工作年度报告',
      one: `2025年，本局照章办理。\n${says('2025年，本局收到政府信息公开申请14件。')}`,
    });
  });

  test('the title, where period, prose and signature agree on another year; the fix writes that year', () => {
    const old = '砚泠市档案局 ⟦2024⟧{year-mismatch}年政府信息公开工作年度报告';
    const period = '所列数据自2025年1月1日起至2025年12月31日止。';
    const six = '2025年没有收取信息处理费。\n\n砚泠市档案局\n2026年1月15日';
    expectMarked({ title: `${old}\n${period}`, six });
    expectMarked({ title: old, one: `${period}\n${says('略。')}`, six: '没有收取信息处理费。\n\n2026年1月15日' });
    const title = '砚泠市档案局 2024年政府信息公开工作年度报告';
    const right = { title: `${title.replace('2024', '2025')}\n${period}`, six };
    checkFix(report({ title: `${title}\n${period}`, six }), '年份改为 2025', report(right));
  });

  test('the period, where the signature agrees with the title', () => {
    const period = '所列数据自⟦2023⟧{year-mismatch}年1月1日起至2023年12月31日止。';
    expectMarked({ one: `${period}\n${says('略。')}`, six: '没有收取信息处理费。\n\n砚泠市档案局\n2025年1月15日' });
  });

  test.each([
    '结转到2025年继续办理1件。',
    '2023年结转3件。',
    '较2023年减少6件。',
    '2023年印发的目录继续使用。',
    '2023年12月，本局搬迁新址。',
    '2023年以来，本局逐月登记。',
    '2025年，本局将逐栏细化目录。',
    '下一步，2025年逐栏细化目录。',
    '按照《2023年政务公开工作要点》逐项落实。',
    '2023年度报告已按时发布。',
    '2023年收到申请20件，2024年收到申请14件。',
    '2023年，本局迁入新址。',
  ])('%s', (sentence) => {
    expectMarked({ one: says(`2024年照章办理。${sentence}`) }, ['tsv']);
    expectMarked({ one: `2024年，本局照章办理。\n${says(sentence)}` }, ['tsv']);
  });

  test('section 五 may speak of any year', () => {
    expectMarked({ five: '2023年，解读材料偏少。2025年，本局逐栏补齐。' });
  });
});

test('a year in a title is that of its words, not digits of a tag in it', () => {
  const title = '砚泠市档案局<td rowspan=65534>⟦2034⟧{year-mismatch} 年政府信息公开工作年度报告';
  const period = '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。2024年，本局照章办理。';
  expectMarked({ title, one: `${period}\n${says('2024年，新收申请14件。')}` }, ['tsv']);
});
