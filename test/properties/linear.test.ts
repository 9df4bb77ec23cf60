import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { plainStyle, render } from '../support/generate/render.ts';
import { workOf } from './work.ts';

const ZEROS = {
  agency: '岚汐市人民政府',
  year: 2024,
  table2: [[0, 0, 0], [0, 0, 0], [0], [0], [0], [0]],
  table3: Array.from({ length: 25 }, () => Array.from({ length: 7 }, () => 0)),
  table4: Array.from({ length: 15 }, () => 0),
};
const REPORT = render(ZEROS, 'tsv', plainStyle).text;
const INSIDE_3 = REPORT.slice(0, REPORT.indexOf('（二）部分公开'));
const BELOW_4 = REPORT.slice(0, REPORT.indexOf('五、存在'));
const HEAD_OF_4 = BELOW_4.slice(0, BELOW_4.lastIndexOf('\n0\t') + 1);

/** Prose in section 一. */
const claims = (text: string, times: number) =>
  REPORT.replace('（一）主动公开', `${text.repeat(times)}\n（一）主动公开`);

const SHAPES: readonly (readonly [string, (size: number) => string])[] = [
  ['whole reports', (size) => REPORT.repeat(size / 100)],
  ['prose', (size) => REPORT + '全年发布信息 123 条，办理依申请公开 45 件。\n'.repeat(size)],
  [
    'claims',
    (size) => claims('全年收到政府信息公开申请14件，其中自然人9件，占64%，较上年的20件下降30%；均已答复。\n', size / 4),
  ],
  ['claims in one paragraph', (size) => claims('收到政府信息公开申请14件，其中自然人9件、', size / 2)],
  ['brackets', (size) => claims('（其中自然人9件', size)],
  ['quotes', (size) => claims('“', size * 4)],
  ['numerals in Chinese', (size) => claims('一二三', size * 2)],
  ['broken lines', (size) => claims('全年收到政府信息公开申请十四件上年结转三件办结十六\n', size)],
  ['words of titles in the preamble', (size) => '政府信息公开府'.repeat(size / 6) + REPORT.slice(REPORT.indexOf('\n'))],
  ['headings', (size) => REPORT + '三、收到和处理政府信息公开申请情况\n'.repeat(size)],
  ['rows of unknown label', (size) => INSIDE_3 + '信息公开申请处理说明\t1\t2\t3\n'.repeat(size / 4)],
  ['rows of the same label', (size) => INSIDE_3 + '（一）予以公开\t\t\t8\t0\t0\t0\t4\t0\t12\n'.repeat(size)],
  ['labels without values', (size) => INSIDE_3 + '信息公开申请\n'.repeat(size)],
  ['values on one line', (size) => INSIDE_3 + '1 '.repeat(size)],
  ['tabs on one line', (size) => INSIDE_3 + '1\t'.repeat(size)],
  ['bars on one line', (size) => INSIDE_3 + '1 | '.repeat(size)],
  [
    'a drawn row as wide as it is high',
    (size) => `${INSIDE_3}\n\n${'+---+\n'.repeat(4)}${'| '.repeat(size)}\n${'| 甲 |\n'.repeat(size)}`,
  ],
  ['drawn rows', (size) => `${INSIDE_3}\n\n${'+---+---+\n| 信息 | 1 |\n| 公开 | |\n'.repeat(size / 4)}`],
  ['one cell a line', (size) => INSIDE_3 + '\t1\n'.repeat(size)],
  ['one long number', (size) => INSIDE_3 + '1'.repeat(size * 4)],
  ['blanks', (size) => INSIDE_3 + ' '.repeat(size * 4)],
  ['lone carriage returns', (size) => REPORT + '\r'.repeat(size)],
  ['bare rows below table 4', (size) => BELOW_4 + '0\t0\n'.repeat(size)],
  ['empty rows in table 4', (size) => HEAD_OF_4 + '\t\t\n'.repeat(size)],
  ['open tags', (size) => INSIDE_3 + '<td>1'.repeat(size)],
  ['tags that are never ended', (size) => INSIDE_3 + '<td '.repeat(size / 8)],
  ['rows below a row as wide', (size) => `${INSIDE_3}<table>${'<td rowspan="9">'.repeat(size)}${'<tr>'.repeat(size)}`],
];

describe('reading and judging takes time in proportion to the text:', () => {
  // What is built once is built here.
  beforeAll(() => void analyse(claims('全年收到政府信息公开申请14件。', 1)));

  test.each(SHAPES)('%s', (_, text) => {
    const [small, large] = [text(2000), text(4000)];
    const ratio = workOf(() => analyse(large)) / workOf(() => analyse(small));
    expect(ratio).toBeLessThan((2.2 * large.length) / (2 * small.length));
  });
});
