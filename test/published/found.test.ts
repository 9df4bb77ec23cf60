import { describe, expect, test } from 'vitest';
import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import { describe as word } from '../../server/src/checks/wording/index.ts';
import { findTable, numberIn } from '../../server/src/report/report.ts';
import { compareWith, mustAnalyse } from '../support/analysis.ts';
import { foundCase, missing } from './pages.ts';

/** A small report on which the program was seen to be wrong, and what is expected of it instead. */
interface Case {
  /** The beginning of its file's name. */
  readonly file: string;
  readonly expects: string;
  readonly check: (analysis: Analysis) => void;
}

/** These reports are cut short, so that sections of a few words are no mistake of theirs. */
const told = ({ findings }: Analysis) => findings.filter(({ code }) => code !== 'section-empty');
const codes = (analysis: Analysis) => told(analysis).map(({ code }) => code);
const problems = (analysis: Analysis) =>
  told(analysis).flatMap(({ code, severity }) => (severity === 'error' || severity === 'warning' ? [code] : []));
const quiet = (analysis: Analysis) => expect(problems(analysis)).toEqual([]);
const onlyBlanks = ({ findings }: Analysis) => {
  expect(findings.map(({ code, severity }) => `${code} ${severity}`)).not.toEqual([]);
  expect(new Set(findings.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
    new Set(['cell-blank information']),
  );
};
const titled = (agency: string, year: number) => (analysis: Analysis) =>
  expect(analysis.report.title).toMatchObject({ agency, year });
/** Values of the claims that were held against the tables. */
const compared = ({ prose }: Analysis) =>
  prose.comparisons.flatMap(({ claim, outcome }) => (outcome === 'unknown' ? [] : [claim.value]));
/** Of the line that holds these words: the values of the claims that differ from the tables. */
function differing({ report, prose }: Analysis, line: string): number[] {
  const start = report.text.indexOf(line);
  const end = start + line.length;
  return prose.comparisons.flatMap(({ claim, outcome }) =>
    outcome === 'unequal' && claim.span.start >= start && claim.span.end <= end ? [claim.value] : [],
  );
}

const CASES: readonly Case[] = [
  { file: '01', expects: 'a row named with its group is that row only', check: quiet },
  { file: '02', expects: 'no reviews and suits says nothing of new requests', check: quiet },
  { file: '03', expects: 'answered is one part beside others', check: quiet },
  { file: '04', expects: 'published items are no decisions', check: quiet },
  { file: '05', expects: 'the government proper is a part of its area', check: quiet },
  {
    file: '06',
    expects: 'organ and year from the introduction, and the findings that follow',
    check: (analysis) => {
      expect(analysis.report).toMatchObject({ agency: '寅市人民政府', year: 2024 });
      expect(codes(analysis)).toContain('year-mismatch');
    },
  },
  {
    file: '06',
    expects: 'parts that do not add up, though the year before them is wrong',
    check: (analysis) => expect(codes(analysis)).toContain('parts-mismatch'),
  },
  { file: '07', expects: 'a breadcrumb is no title', check: titled('甲县水务局', 2024) },
  { file: '08_furniture_glued_2024', expects: 'furniture is no organ', check: titled('丁县水务局', 2024) },
  {
    file: '09_pagenumber_before_title_2024',
    expects: 'a page number is no organ',
    check: titled('戊县水务局', 2024),
  },
  { file: '10', expects: 'a title goes on below a blank line', check: titled('己县水务局', 2024) },
  { file: '11_', expects: 'lone bars are blank cells', check: onlyBlanks },
  { file: '11b', expects: 'lone bars are blank cells', check: onlyBlanks },
  { file: '12', expects: 'lone bars are blank cells', check: onlyBlanks },
  {
    file: '13',
    expects: 'nothing is concluded from cells that come column by column',
    check: ({ findings }) => {
      expect(findings.length).toBeLessThanOrEqual(3);
      expect(findings.filter(({ code }) => /^(row|cell|outcome|carry|review|form)-/.test(code))).toEqual([]);
    },
  },
  {
    file: '14',
    expects: '161 numbers, the old form and two wrong totals',
    check: (analysis) => {
      const cells = findTable(analysis.report, 3)?.rows.flatMap((row) => row?.cells ?? []) ?? [];
      expect(cells.filter((cell) => numberIn(cell) !== undefined)).toHaveLength(161);
      // Besides, as rules of their own: a label that has lost two characters, and a section that says next to nothing.
      const told = analysis.findings.filter(({ code }) => !['label-altered', 'section-empty'].includes(code));
      expect(told.map(({ code }) => code).sort()).toEqual(['form-outdated', 'review-total', 'review-total']);
    },
  },
  {
    file: '15_',
    expects: 'headings in rows of pipes',
    check: (analysis) => {
      expect(analysis.report.sections).toHaveLength(6);
      expect(codes(analysis)).not.toContain('section-missing');
    },
  },
  {
    file: '16',
    expects: 'the old form with blank tables',
    check: (analysis) => {
      expect(analysis.report.form.year).toBe('2019');
      expect(analysis.report.tables.map((table) => table.number)).toEqual([2, 3, 4]);
      // Its sections 五 and 六 say next to nothing, which is told; nothing else is wrong.
      expect(problems(analysis).filter((code) => code !== 'section-empty')).toEqual([]);
      expect(codes(analysis)).toContain('cell-blank');
    },
  },
  {
    file: '17',
    expects: 'three rows are missing, and the form is the new one',
    check: (analysis) => expect(codes(analysis)).toEqual(['row-missing', 'row-missing', 'row-missing']),
  },
  {
    file: '18',
    expects: 'an abridged label is that of its row',
    check: (analysis) => expect(codes(analysis)).toEqual([]),
  },
  {
    file: '19',
    expects: 'ten numbers around a list of units in brackets',
    check: (analysis) =>
      expect(compared(analysis)).toEqual(
        expect.arrayContaining([3607, 3493, 114, 1191, 328, 142, 1078, 406, 341, 121]),
      ),
  },
  {
    file: '22',
    expects: 'a zone is the organ itself',
    check: (analysis) => expect(compared(analysis)).toEqual([85, 85]),
  },
  {
    file: '25',
    expects: 'traditional characters are read alike, down to where the text is cut off',
    check: (analysis) => {
      expect(analysis.report).toMatchObject({ agency: '己鎮', year: 2024 });
      expect(codes(analysis)).toEqual(['prose-mismatch', 'text-cut-off']);
    },
  },
  {
    file: '26',
    expects: 'an aspect without its bracket, and two in one',
    check: (analysis) => expect(codes(analysis)).not.toContain('aspect-missing'),
  },
  {
    file: '27',
    expects: 'two wrong totals; neither alone mends all',
    check: ({ findings }) => {
      expect(findings.map(({ code }) => code)).toEqual(['review-total', 'review-total']);
      expect(findings.map((finding) => word(finding, 'zh')).join()).not.toContain('使全部勾稽关系成立');
    },
  },
  { file: '28', expects: 'a blank total of blank columns is no problem', check: onlyBlanks },
  {
    file: '30',
    expects: 'the second item after 、',
    check: (analysis) => expect(compared(analysis)).toEqual([3, 3, 2, 1]),
  },
];

/** Of 20: what differs from the tables in each line. */
const NUMBERS: readonly (readonly [string, readonly number[]])[] = [
  ['收到依申请公开信息12件。', [12]],
  ['受理依申请公开政府信息12件。', [12]],
  ['2024共收到政府信息公开申请12件。', [12]],
  ['收到政府信息公开申请数12件。', [12]],
  ['收到政府信息申请公开共计12件。', [12]],
  ['收到12条公众提交的政府信息公开申请。', [12]],
  ['接收到申请书12份。', [12]],
  ['受理依申请公开12件次。', [12]],
  ['收到政府信息公开申请12件,现已办结11件。', [12, 11]],
  ['收到政府信息公开申请12件,公开答复11件。', [12, 11]],
  ['收到政府信息公开申请12件,已完成答复11件。', [12, 11]],
  ['收到政府信息公开申请12件,其中11件在法定期限内完成答复,2件转至下年继续办理。', [12, 11]],
  ['收到政府信息公开申请12件,除2件结转下年办理外,均已答复。', [12]],
  ['收到政府信息公开申请12件,结转下年度办结数2件;办结上年度结转1件。', [12]],
  ['答复11件,另有2件顺延到下年度答复。', [11]],
  ['收到政府信息公开申请12件,均为自然人提交。', [12]],
  ['在办结的11件申请中,予以公开6件。', [11, 6]],
  ['其中11件属于本机关不掌握相关政府信息而无法提供。', [11]],
  ['其中6件按申请事项全部予以公开,1件公开部分内容。', [6, 1]],
  ['收到因政府信息公开申请引起的行政复议1件,收到行政诉讼案件1件。', [1, 1]],
  ['全年共收到行政复议1件,维持结果1件;未经复议直接诉讼1件,复议后诉讼0件。', [1, 1, 1]],
  ['办理因政府信息公开提起行政诉讼案件1起;办理因政府信息公开提出行政复议案件1起。', [1, 1]],
  ['依法办理甲厅为被申请人的政府信息公开类行政复议1件。', [1]],
  ['新发布的行政规范性文件2件,确定继续有效的行政规范性文件9件。', [2, 9]],
];

/** Of 21: each line says that there were none of something that a table counts. */
const DENIALS: readonly string[] = [
  '未收到过政府信息公开申请。',
  '未收到个人、法人或者其他组织向本机关申请公开政府信息。',
  '未收到行政复议申请及行政诉讼。',
  '未收到因政府信息公开申请引起的行政诉讼。',
  '未发生因依申请公开而引起的行政复议、行政诉讼情况。',
  '没有因申请信息公开而发生行政复议、行政诉讼的情况。',
  '未出现行政复议、行政诉讼等现象。',
  '未发生针对本机关政府信息公开事务的行政诉讼和申诉。',
  '无因政府信息公开问题被提起行政诉讼或复议情况。',
  '无结转2025年继续办理件。',
  '未制定发布、废止行政规范性文件。',
];

describe.skipIf(missing !== '')(`reports that were read wrongly${missing}`, () => {
  for (const { file, expects, check } of CASES) test(`${file}: ${expects}`, () => check(mustAnalyse(foundCase(file))));

  test('20: every number of every line is compared', () => {
    const analysis = mustAnalyse(foundCase('20'));
    const open = NUMBERS.filter(
      ([line, numbers]) => !numbers.every((each, at) => differing(analysis, line)[at] === each),
    );
    expect(open).toEqual([]);
    // What was received, 13, without what is carried on, 2: it agrees.
    expect(differing(analysis, '收到政府信息公开申请12件,当年办结11件。')).toEqual([12]);
    expect(compared(analysis).filter((value) => value === 11)).toHaveLength(8);
  });

  test('21: every denial is compared', () => {
    const analysis = mustAnalyse(foundCase('21'));
    const open = DENIALS.filter((line) => differing(analysis, line).length === 0);
    expect(open.length).toBeLessThanOrEqual(0);
  });

  test('23 and 24: statistics of half a year and an explanation are no reports', () => {
    expect([analyse(foundCase('23')), analyse(foundCase('24'))]).toEqual([undefined, undefined]);
  });

  test.each(['08_furniture_glued', '09_pagenumber_before_title'])('%s: two years of one organ', (name) => {
    const analysis = compareWith(mustAnalyse(foundCase(`${name}_2024`)), foundCase(`${name}_2023`));
    expect(codes(analysis)).toContain('carryover-mismatch');
  });

  test('29: growth by last year’s report', () => {
    const analysis = compareWith(mustAnalyse(foundCase('29_growth_2024')), foundCase('29_growth_2023'));
    expect(codes(analysis)).toContain('ratio-mismatch');
  });
});
