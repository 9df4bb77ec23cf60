import fc from 'fast-check';
import { numbers } from '../support/generate/numbers.ts';
import { LAYOUTS, render, style } from '../support/generate/render.ts';

/** The text of a generated report, in any layout and style. */
export const reportText: fc.Arbitrary<string> = fc
  .tuple(numbers, fc.constantFrom(...LAYOUTS), style)
  .map(([given, layout, look]) => render(given, layout, look).text);

const PIECES = [
  '2024年政府信息公开工作年度报告',
  '一、总体情况',
  '## 二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '6、其他需要报告的事项',
  '（一）予以公开',
  '（七）总计',
  '3.其他',
  '行政事业性收费',
  '结果维持',
  '规章',
  '总计',
  '\t',
  '\t\t\t',
  ' ',
  '|',
  '<td>',
  '\n',
  '\r\n',
  '\r',
  '\f',
  '\u200b',
  '\u00a0',
  '\ufeff',
  '0',
  '1,234',
  '１，２３４',
  '-5',
  '1.5',
  '12件',
  '22（其中修订16件）',
  '万元',
  '-',
  '/',
  '1O',
  '+3',
  '- 5 -',
  '。',
  '\ud83d',
];

/** Pieces of a report and of its traps in any order. */
export const jumble: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 120,
  })
  .map((pieces) => pieces.join(''));

/** A report with a stretch cut out, doubled, moved to the front, or with something put in. */
export const damaged: fc.Arbitrary<string> = fc
  .tuple(reportText, fc.nat(), fc.nat(400), fc.nat(3), jumble)
  .map(([text, at, length, kind, other]) => {
    const from = at % (text.length + 1);
    const cut = text.slice(from, from + length);
    const [before, after] = [text.slice(0, from), text.slice(from + length)];
    return [
      before + after,
      before + cut + cut + after,
      cut + before + after,
      before + other.slice(0, 60) + cut + after,
    ][kind] as string;
  });

/** Half a report, and two halves that do not belong together. */
export const torn: fc.Arbitrary<string> = fc
  .tuple(reportText, reportText, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
  .map(([one, other, part, spliced]) => {
    const cut = (text: string) => Math.floor(text.length * part);
    return spliced ? one.slice(0, cut(one)) + other.slice(cut(other)) : one.slice(0, cut(one));
  });

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  jumble,
  damaged,
  torn,
  reportText,
);
