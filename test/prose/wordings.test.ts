import { describe, expect, test } from 'vitest';
import { analysisOf } from '../support/analysis.ts';

/** The outcome of each claim in a paragraph under 依申请公开: its value, or the words that say it, and `=`, `≠` or `~`. */
function claimsIn(sentence: string, title?: string): string[] {
  const { report, prose } = analysisOf({ one: `（二）依申请公开情况。${sentence}`, ...(title ? { title } : {}) });
  const signs = { equal: '=', unequal: '≠', unknown: '~' } as const;
  return prose.comparisons.map(({ claim: { span, value, writing }, outcome }) => {
    const words = writing === 'words' ? report.text.slice(span.start, span.end) : '';
    return `${words}${writing === 'words' && value === 0 ? '' : value}${signs[outcome]}`;
  });
}

/** By what they count; the numbers are those of `report.ts`, as `claims.test.ts` lists them. */
const WORDINGS: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'new requests': [
    ['收到依申请公开信息14件。', '14='],
    ['受理依申请公开政府信息14件。', '14='],
    ['依申请公开信息14件。'],
    ['2024共收到政府信息公开申请14件。', '14='],
    ['收到政府信息公开申请数14件。', '14='],
    ['收到政府信息申请公开共计14件。', '14='],
    ['收到14条公众提交的政府信息公开申请。', '14='],
    ['接收到申请书14份。', '14='],
    ['受理依申请公开14件次。', '14='],
    ['新收申请14件，上年结转3件，合计17件。', '14=', '3=', '17='],
  ],
  'settled ones': [
    ['收到申请14件，现已办结16件。', '14=', '16='],
    ['收到申请14件，当年办结13件。', '14=', '13='],
    ['收到申请14件，当年办结11件。', '14=', '11≠'],
    ['收到申请14件，公开答复16件。', '14=', '16='],
    ['收到申请14件，已完成答复15件。', '14=', '15≠'],
    ['在办结的16件申请中，予以公开12件。', '16=', '12='],
  ],
  'carried over': [
    ['收到申请14件，除1件结转下年办理外，均已答复。', '14=', '1='],
    ['答复16件，另有1件顺延到下年度答复。', '16=', '1='],
    ['收到申请14件，1件转至下年继续办理。', '14=', '1='],
    ['结转下年度办结数2件。', '2≠'],
    ['有2件申请因未到答复期限，结转下年度继续办理。', '2≠'],
    ['无下年度结转。', '无下年度结转≠'],
    ['去年结转3件，延至次年办理1件。', '3=', '1='],
    ['无结转2025年继续办理件。', '无结转2025年≠'],
  ],
  results: [
    ['其中1件属于本机关不掌握相关信息而无法提供。', '1='],
    ['因属于行政查询事项不予公开1件。', '1='],
    ['作其他处理（含申请人撤回）0件。', '0='],
    ['其中12件按申请事项全部予以公开，2件公开部分内容。', '12=', '2='],
    ['不予公开1件，其中属于行政查询事项1件、国家秘密0件。', '1=', '1=', '0='],
  ],
  applicants: [
    ['收到申请14件，均来自自然人。', '14=', '均来自自然人14≠'],
    ['收到申请17件（县政府5件、各部门12件），其中，自然人申请9件。', '17≠', '9='],
  ],
  'reviews and suits': [
    ['收到因政府信息公开申请引起的行政复议2件，收到行政诉讼案件1件。', '2=', '1='],
    ['全年收到行政复议2件，维持结果1件，尚未办结1件。', '2=', '1=', '1='],
    ['办理因政府信息公开提起的行政诉讼案件1起。', '1='],
    ['依法办理甲厅为被申请人的政府信息公开类行政复议2件。', '2='],
    ['未经复议直接诉讼0件，复议后诉讼1件。', '0=', '1='],
  ],
  denials: [
    ['未收到过政府信息公开申请。', '未收到过政府信息公开申请≠'],
    ['未收到个人、法人或者其他组织向本机关申请公开政府信息。', '未收到个人、法人或者其他组织向本机关申请公开政府信息≠'],
    ['未收到行政复议申请及行政诉讼。', '未收到行政复议申请及行政诉讼≠'],
    ['未发生因依申请公开而引起的行政复议情况。', '未发生因依申请公开而引起的行政复议≠'],
    ['未出现行政复议、行政诉讼等现象。', '未出现行政复议、行政诉讼≠'],
    ['未发生针对本机关政府信息公开事务的行政诉讼和申诉。', '未发生针对本机关政府信息公开事务的行政诉讼≠'],
    ['未发生依申请公开行政复议或行政诉讼情况。', '未发生依申请公开行政复议或行政诉讼≠'],
    ['无行政诉讼败诉情况。', '无行政诉讼败诉情况≠'],
    ['行政复议2件，未被复议纠错；行政诉讼1件，无败诉。', '2=', '未被复议纠错=', '1=', '无败诉≠'],
    ['收到申请0，行政复议和行政诉讼均为零。', '0≠', '0≠'],
    ['未收到依申请公开事项.全年无行政复议.', '未收到依申请公开事项≠', '无行政复议≠'],
    ['未发生行政复议被纠错。', '未发生行政复议被纠错='],
  ],
  documents: [
    ['新发布的行政规范性文件3件，确定继续有效的行政规范性文件12件。', '3=', '12='],
    ['未制定发布、废止行政规范性文件。', '未制定发布、废止行政规范性文件≠', '未制定发布、废止行政规范性文件≠'],
  ],
};

describe.each(Object.entries(WORDINGS))('%s', (_, cases) => {
  test.each(cases)('%s', (sentence, ...expected) => {
    expect(claimsIn(sentence)).toEqual(expected);
  });
});

describe('numbers that are none of the tables’', () => {
  test.each([
    ['答复12件，不予受理1件，本机关不掌握相关政府信息1件。', '收到申请14件，'],
    ['主动公开行政许可93件、行政处罚37件。', ''],
    ['其中县政府本级收到政府信息公开申请5件。', ''],
    ['清理规范性文件40件，继续有效30件。', ''],
    ['因属于行政查询事项不予公开1件。', ''],
  ])('%s', (sentence, before) => {
    const found = claimsIn(`${before}${sentence}`, '砚泠县人民政府 2024年政府信息公开工作年度报告');
    expect(found.filter((claim) => claim.endsWith('≠'))).toEqual([]);
  });
});

test('a zone is the organ itself', () => {
  const title = '砚泠高新技术产业开发区管理委员会 2024年政府信息公开工作年度报告';
  expect(claimsIn('高新区共收到政府信息公开申请15件。', title)).toEqual(['15≠']);
  expect(claimsIn('我区收到政府信息公开申请15件。', title)).toEqual(['15≠']);
  expect(claimsIn('我区收到政府信息公开申请15件。', '砚泠区人民政府 2024年政府信息公开工作年度报告')).toEqual(['15~']);
});

test('traditional characters are read as simplified ones', () => {
  const sentence =
    '全年新收政府信息公開申請15件，上年結轉3件，答覆16件，結轉下年度1件；被申請行政複議2件，複議後起訴1件。';
  expect(claimsIn(sentence)).toEqual(['15≠', '3=', '16=', '1=', '2=', '1=']);
});

test('that all was answered is not held against what the sentence leaves out', () => {
  const codes = (sentence: string) =>
    analysisOf({ one: `（二）依申请公开情况。${sentence}` }).findings.map(({ code }) => code);
  expect(codes('收到申请14件，均已答复。')).toContain('contradiction');
  expect(codes('收到申请14件，除1件结转下年办理外，均已答复。')).not.toContain('contradiction');
  expect(codes('办结申请16件，均已按时答复。另有1件申请结转到下年度。')).not.toContain('contradiction');
});
