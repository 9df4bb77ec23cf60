import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/edits/edit.ts';
import { expectMarked, mustAnalyse } from '../support/analysis.ts';
import { checkFix, findFix } from '../support/check-fix.ts';
import { compare, readMarked } from '../support/marked.ts';
import { report } from '../support/report.ts';

const NAMES = ['主动公开情况', '依申请公开情况', '政府信息管理情况', '平台建设情况', '监督保障情况', '责任追究情况'];
const NUMERALS = [...'一二三四五六'];

/** So many aspects, each with its ordinal. */
const aspects = (count: number, ordinal: (numeral: string) => string) =>
  NAMES.slice(0, count)
    .map((name, at) => `${ordinal(NUMERALS[at] ?? '')}${name}\n全年照章办理，逐月登记。`)
    .join('\n');

const PROMOTED = (count: number) => aspects(count, (numeral) => `${numeral}、`);
const RIGHT = (count: number) => aspects(count, (numeral) => `（${numeral}）`);
const MARKED = (count: number) => PROMOTED(count).replace('一、', '⟦一、⟧{aspect-numbering}');

const TITLES = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

/** The sections without 一、总体情况, numbered from 一 again. */
const again = (one: string) => {
  const headings = Object.fromEntries(TITLES.slice(1).map((title, at) => [at + 2, `${NUMERALS[at]}、${title}`]));
  return report({ layout: 'tsv', one, headings }).replace('一、总体情况\n', '');
};

/** Aspects in brackets, with the ordinals in the order of these numerals. */
const inBrackets = (numerals: string) =>
  [...numerals].map((numeral, at) => `（${numeral}）${NAMES[at]}\n全年照章办理，逐月登记。`).join('\n');

describe('an ordinal in brackets', () => {
  test.each([
    ['一二三三四', 3],
    ['一一二三四', 1],
    ['一二三四四', 4],
    ['一二四五六', 2],
  ])('is wrong where one comes twice or is left out: %s', (numerals, at) => {
    const one = inBrackets(numerals);
    const place = one.split('（', at + 1).join('（').length + 1;
    const marked = `${one.slice(0, place)}⟦${one[place]}⟧{aspect-numbering}${one.slice(place + 1)}`;
    expectMarked({ one: marked });
    checkFix(report({ one }), '小标题的序号改为', report({ one: inBrackets('一二三四五') }));
  });

  test.each([
    inBrackets('一二三四五'),
    inBrackets('一二三四五').replace('（三）', '　　（三）'),
    inBrackets('一二四五六').replace('逐月登记', '逐月登记，（三）另行公布'),
    `${inBrackets('一二三四五')}\n（一）月度清单\n照录。\n（二）季度清单\n照录。`,
    inBrackets('一二三四五')
      .replaceAll('（', '')
      .replaceAll('）', '、')
      .replaceAll(/^[一二三四五]、/gm, '（一）'),
  ])('is right otherwise', (one) => {
    expectMarked({ one });
  });
});

describe('aspect-numbering', () => {
  test.each([5, 6])('stands once on %i aspects that are numbered like sections; one fix renumbers all', (count) => {
    expectMarked({ one: MARKED(count) });
    checkFix(report({ one: PROMOTED(count) }), '小标题的序号改为', report({ one: RIGHT(count) }));
  });

  test('renumbers the sections that begin at 一 again with the same fix, and says it once', () => {
    const text = again(PROMOTED(5));
    const { found } = compare(text);
    expect(found.map((each) => each.split(' ')[1])).toEqual(['section-missing', 'aspect-numbering']);
    const fixed = applyEdits(text, findFix(mustAnalyse(text), '小标题的序号改为').edits);
    expect(fixed).toBe(readMarked(report({ layout: 'tsv', one: RIGHT(5) }).replace('一、总体情况\n', '')).text);
    expect(mustAnalyse(fixed).findings.map(({ code }) => code)).toEqual(['section-missing']);
  });

  test('lets 一、总体情况 be inserted above the aspects', () => {
    const text = again(PROMOTED(5));
    const titled = applyEdits(text, findFix(mustAnalyse(text), '补上“一、总体情况”').edits);
    expect(titled.indexOf('一、总体情况')).toBeLessThan(titled.indexOf('一、主动公开情况'));
    const after = mustAnalyse(applyEdits(titled, findFix(mustAnalyse(titled), '小标题的序号改为').edits));
    expect(after.findings).toEqual([]);
  });

  test('finds aspects above 一、总体情况, and does not miss them in it', () => {
    const text = report({ layout: 'tsv', one: '照章办理，没有其他情况。' });
    const { found, expected } = compare(text.replace('一、总体情况', `${MARKED(6)}\n一、总体情况`));
    expect(found).toEqual(expected);
  });

  test('says what is written and what should be', () => {
    const { findings } = mustAnalyse(report({ layout: 'tsv', one: PROMOTED(5) }));
    const [finding] = findings;
    expect(finding?.severity).toBe('warning');
    expect(finding?.rule.message.zh(finding.facts)).toMatch(/“一、”至“五、”.*“（一）”至“（五）”/);
    expect(finding?.rule.message.en(finding.facts)).toContain('（一） to （五）');
    expect(finding?.rule.related?.(finding.facts, 'zh')).toHaveLength(4);
  });

  test('is silent for aspects numbered as they should be, or by 1. and 一是', () => {
    expectMarked({ one: RIGHT(6) });
    expectMarked({ one: aspects(5, (numeral) => `${NUMERALS.indexOf(numeral) + 1}.`) });
    expectMarked({ one: aspects(5, (numeral) => `${numeral}是`) });
  });
});
