import { NUMBERS, positionAt, textIn } from '../lsp/sample.ts';
import { type Layout, plainStyle, type Rendered, render } from '../support/generate/render.ts';

export const KB = 1024;
export const MB = 1024 * KB;

/** A text of the bench, and where digits of table 3 can be typed over. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  /** Its length in UTF-8, by which sizes and MB/s are counted. */
  readonly bytes: number;
  /** Offsets (UTF-16) of values of table 3 that have one digit; none where there is no table. */
  readonly digits: readonly number[];
}

/** A kind of text that can be made in any size. */
export interface Shape {
  readonly name: string;
  /** A text of at least this many bytes, one paragraph or table over at most. */
  readonly ofSize: (bytes: number) => Sample;
}

/** Prose with numbers, commas and brackets in it, as reports have it; no word of it makes a text a report. */
const PARAGRAPHS = [
  '全年开放阅览室312天，接待读者48,210人次，新购图书1,204册，其中少儿读物386册，旧书修补97册。每周三下午闭馆整理，遇节假日顺延。',
  '（一）值班安排。上午由两人值班，下午由三人值班；读者较多时，从编目组临时抽调1至2人支援，交接须当面点清钥匙和登记簿。',
  '读者来信共收到56封，答复56封，平均用时2.5天。来信多问借期（30天）、续借次数（2次）和座位预约，少数建议延长夜间开放时间。',
  '二是目录颗粒度偏粗，检索一本书平均要翻3页；三是个别书架标签脱落，读者不易找到。下一步，将逐架核对，缺一补一，月底前完成。',
  '门户网站专人值守，链接、附件每周点检；公众号与网站同源发布，全年推送88篇，阅读量累计15.6万次，转载授权均留有记录。',
];

const paragraph = (index: number): string => `${PARAGRAPHS[index % PARAGRAPHS.length]}\n`;

/** As many pieces as it takes to fill this many bytes. */
function fill(bytes: number, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let left = bytes; left > 0; ) {
    const next = piece(pieces.length);
    pieces.push(next);
    left -= Buffer.byteLength(next);
  }
  // Joined, not added up: the string is flat before anyone measures the reading of it.
  return pieces.join('');
}

/** The report with pieces put in just before a heading, until it has the size. */
function grow(
  name: string,
  report: Rendered,
  heading: string,
  bytes: number,
  piece: (index: number) => string,
): Sample {
  const at = report.text.indexOf(heading);
  const inserted = fill(bytes - Buffer.byteLength(report.text), piece);
  const text = [report.text.slice(0, at), inserted, report.text.slice(at)].join('');
  const digits = report.cells
    .filter(({ table, start, end }) => table === 3 && end - start === 1)
    .map(({ start }) => (start < at ? start : start + inserted.length));
  return { name, text, bytes: Buffer.byteLength(text), digits };
}

/** A report like those that are published, its prose in section 一. */
export function report(layout: Layout, bytes: number, name: string = layout): Sample {
  return grow(name, render(NUMBERS, layout, plainStyle), '二、主动公开', bytes, paragraph);
}

/** A report whose section 三 holds its table over and over again. */
function tables(layout: 'cells' | 'spaced', bytes: number): Sample {
  const rendered = render(NUMBERS, layout, plainStyle);
  const heading = '四、政府信息公开';
  const start = rendered.text.indexOf('\n', rendered.text.indexOf('三、收到和处理')) + 1;
  const table = rendered.text.slice(start, rendered.text.indexOf(heading));
  return grow(`tables, ${layout}`, rendered, heading, bytes, () => table);
}

function plain(bytes: number): Sample {
  const text = `图书馆开放情况\n\n${fill(bytes, paragraph)}`;
  return { name: 'no report', text, bytes: Buffer.byteLength(text), digits: [] };
}

/** Reports of the usual size, in the ways of writing tables that are most often met. */
export const SMALL: readonly Sample[] = [
  report('spaced', 6 * KB),
  report('cells', 6 * KB),
  report('mdtable', 6 * KB, 'pipes'),
  report('html', 6 * KB),
];

export const SHAPES: readonly Shape[] = [
  { name: 'prose', ofSize: (bytes) => report('tsv', bytes, 'prose') },
  { name: 'tables, cells', ofSize: (bytes) => tables('cells', bytes) },
  { name: 'tables, spaced', ofSize: (bytes) => tables('spaced', bytes) },
  { name: 'no report', ofSize: plain },
];

/** An edit that types over one digit: `8` becomes `9`; made again, the text is as it was. */
export function digitEdits({ text, digits }: Sample) {
  return digits.flatMap((at) => {
    const range = { start: positionAt(text, at), end: positionAt(text, at + 1) };
    const digit = Number(textIn(text, range));
    return [String((digit + 1) % 10), String(digit)].map((newText) => ({ range, newText }));
  });
}
