import { expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { expectMarked, mustAnalyse, WITH_BLANKS } from '../support/analysis.ts';
import { checkFix, findFix } from '../support/check-fix.ts';
import { readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

const SIX = '其他需要报告的事项';

test.each(['第六部分：', '第六部分、', '第六部分 ：', '(六) ', '（六）、'])(
  'the ordinal %j is replaced with its mark',
  (six) => {
    expectMarked({ headings: { 6: `⟦${six}⟧{section-numbering}${SIX}` } });
    checkFix(report({ headings: { 6: six + SIX } }), '序号改为“六、”', report({ headings: { 6: `六、${SIX}` } }));
  },
);

test.each(WITH_BLANKS)(
  'two words in a row, or one beside a blank, leave the other cells their columns in %s',
  (layout) => {
    const three = (cells: string) => ({ three: `（一）予以公开 | 8 ${cells} 0 4 0 12` });
    expectMarked(three('⟦八⟧{cell-invalid} ⟦约8⟧{cell-invalid}'), [layout]);
    expectMarked({ three: '（一）予以公开 | 8 ⟦八⟧{cell-invalid} ⟦⟧{cell-blank} 0 4 0 12' }, [layout]);
  },
);

test.each(['\n', ''])(
  'a heading inserted into a page of HTML is closed, and stands inside its body (%j)',
  (newline) => {
    const lines = [
      '<h1>砚泠市档案局2024年政府信息公开工作年度报告</h1>',
      '<h2>五、存在的主要问题及改进情况</h2>',
      '<p>略。</p>',
    ];
    const text = `<html><body>${newline}${lines.join(newline)}${newline}</body></html>${newline}`;
    const analysis = mustAnalyse(text);
    const six = analysis.findings.find(
      ({ code, span }) => code === 'section-missing' && span.start === text.indexOf('略。</p>') + 6,
    );
    expect(six).toBeDefined();
    const after = applyEdits(text, findFix(analysis, '补上“六、').edits);
    expect(after).toContain(`<p>略。</p>\n\n<h2>六、${SIX}</h2>\n`);
    expect(after.trimEnd()).toMatch(/<\/body><\/html>$/);
  },
);

test.each(['**', '__', '## **'])('headings in bold are read, and one that is inserted is closed: %s', (sign) => {
  const close = sign.replace('## ', '');
  const bold = readMarked(report()).text.replace(/^([一二三四五六]、(?!本年|上年|结转).*)$/gm, `${sign}$1${close}`);
  expect(mustAnalyse(bold).findings).toEqual([]);
  const without = bold.replace(/.*五、存在的主要问题[\s\S]*?\n(?=.*六、)/, '');
  expect(applyEdits(without, findFix(mustAnalyse(without), '补上“五、').edits)).toContain(
    `\n${sign}五、存在的主要问题及改进情况${close}\n`,
  );
});
