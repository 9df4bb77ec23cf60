import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../server/src/checks/analysis.ts';
import { sample } from '../lsp/sample.ts';
import { workOf } from '../properties/work.ts';

/** What stands in reports, right and wrong, and what parts it. */
const PIECES = [
  '全年收到政府信息公开申请14件',
  '，其中自然人9件',
  '，占64%',
  '，较上年的20件下降30%',
  '；均已答复。',
  '未收到行政复议。',
  '上年结转3件，',
  '结转下年度继续办理1件。',
  '（一）予以公开\t8\t0\t0\t0\t4\t0\t12\n',
  '（二）部分公开 1 2\n',
  '| 1 | 2 | ',
  '<td>1</td>',
  '<table><tr><td rowspan="3">',
  '</table>',
  '三、收到和处理政府信息公开申请情况\n',
  '（一）主动公开。',
  '2024年',
  '岚汐市2024年政府信息公开工作年度报告\n',
  '1,234 ',
  '十二',
  '１',
  '行政许可 12\n',
  '制发规范性文件3件，现行有效12件。',
  '收取信息处理费0元。',
  '（',
  '“',
  '：',
  '、',
  ' ',
  '\t',
  '\n',
  '\n\n',
];

const base = sample().text;
const PLACES = ['\n二、', '（二）部分公开', '四、政府', '五、存在', '\n六、'].map((word) => base.indexOf(word));

/** `npm run attack` tries thousands. */
const COUNT = Number(process.env.ZFXXGK_MIXTURES ?? 60);
const SIZE = 2400;
/** Twice as much more text is twice as much more work, of a square four times; steps lie between. */
const MOST = 3;

test(`the work of ${COUNT} random mixtures grows in proportion to their length`, { timeout: 900_000 }, () => {
  const mixture = fc.tuple(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }),
    fc.constantFrom(...PLACES),
  );
  // What is remembered from text to text is there from the beginning.
  analyse(base + PIECES.join('').repeat(20), { always: true });
  fc.assert(
    fc.property(mixture, ([pieces, at]) => {
      const unit = pieces.join('');
      const work = (size: number) => {
        const text = base.slice(0, at) + unit.repeat(Math.ceil(size / unit.length)) + base.slice(at);
        return workOf(() => analyse(text, { always: true }));
      };
      work(SIZE);
      const [one, two, four] = [work(SIZE), work(2 * SIZE), work(4 * SIZE)];
      expect((four - two) / Math.max(two - one, SIZE), JSON.stringify(pieces)).toBeLessThan(MOST);
    }),
    { numRuns: COUNT, seed: 13 },
  );
});
