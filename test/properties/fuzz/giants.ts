import { LAYOUTS, plainStyle, type Rendered, render } from '../../support/generate/render.ts';

/** A shape that can be made in any size. */
export interface Giant {
  readonly name: string;
  /** What `size` counts, and how many of these make it as large as the issue asks for. */
  readonly unit: 'characters' | 'rows' | 'tags';
  readonly ofSize: (size: number) => string;
  /** What part of the full size is enough: where every few words are a finding, there are a hundred thousand of them. */
  readonly part?: number;
}

/** 10 MB on one line, 100,000 rows, and tags a hundred thousand deep. */
export const FULL: Readonly<Record<Giant['unit'], number>> = {
  characters: 10 * 1024 * 1024,
  rows: 100_000,
  tags: 100_000,
};

const NUMBERS = {
  agency: '岚汐市人民政府',
  year: 2024,
  table2: [[1, 0, 4], [2, 1, 9], [31], [7], [0], [12.5]],
  table3: Array.from({ length: 25 }, () => [3, 1, 0, 0, 0, 0, 4]),
  table4: Array.from({ length: 15 }, () => 1),
};

const renderings: readonly (readonly [string, Rendered])[] = LAYOUTS.map((layout) => [
  layout,
  render(NUMBERS, layout, plainStyle),
]);

const REPORT = renderings.find(([layout]) => layout === 'tsv')?.[1].text ?? '';

/** Puts something into the plain report before a word that stands in it. */
function before(word: string, put: (size: number) => string): (size: number) => string {
  const at = REPORT.indexOf(word);
  return (size) => REPORT.slice(0, at) + put(size) + REPORT.slice(at);
}

const IN_TABLE_3 = '（二）部分公开';

/** The same few characters over and over, on one line among the rows of table 3. */
const line = (name: string, piece: string, word = IN_TABLE_3): Giant => ({
  name: `one line of ${name}`,
  unit: 'characters',
  ofSize: before(word, (size) => `${piece.repeat(size / piece.length)}\n`),
});

const rows = (name: string, piece: string, word = IN_TABLE_3): Giant => ({
  name,
  unit: 'rows',
  ofSize: before(word, (size) => piece.repeat(size / (piece.split(/\r\n|\r|\n/).length - 1))),
});

const tags = (name: string, opening: string, closing: string, wide = ''): Giant => ({
  name,
  unit: 'tags',
  ofSize: before(IN_TABLE_3, (size) => `${opening.repeat(size)}1 2 3\n${wide.repeat(size)}${closing.repeat(size)}\n`),
});

/** Table 3 of a layout again and again, until it has so many lines. */
function tableOf(layout: string, { text }: Rendered): Giant {
  const from = text.indexOf('\n', text.indexOf('三、收到')) + 1;
  const to = text.indexOf('四、政府');
  const table = text.slice(from, to);
  const lines = table.split('\n').length - 1;
  const ofSize = (size: number) => text.slice(0, from) + table.repeat(Math.ceil(size / lines)) + text.slice(to);
  return { name: `rows in the layout ${layout}`, unit: 'rows', ofSize };
}

/** A whole report without a line end, as often as it takes. */
const flat = (layout: string, { text }: Rendered): Giant => ({
  name: `reports on one line, ${layout}`,
  unit: 'characters',
  ofSize: (size) => REPORT.slice(0, REPORT.indexOf('\n\n') + 2) + text.replaceAll('\n', ' ').repeat(size / text.length),
});

/** A count, parts, a share, a growth, an answer to all, a denial and another year. */
const CLAIMS =
  '全年收到政府信息公开申请14件，其中自然人9件，占64%，较上年的20件下降30%；均已答复，未收到行政复议，2023年结转3件。';

const LINES: readonly Giant[] = [
  line('digits', '1'),
  line('full-width digits', '９'),
  line('digits and commas', '1,'),
  line('thousands', ',000'),
  line('values between blanks', '1 '),
  line('values between tabs', '1\t'),
  line('values between bars', '1 | '),
  line('values between commas', '1, '),
  line('quotes', '"'),
  line('letters for digits', 'lO'),
  line('signs', '-'),
  line('tabs', '\t'),
  line('bars', '|'),
  line('blanks', ' '),
  line('blanks behind a value', '1'.padEnd(10_000)),
  line('ideographic blanks', '\u3000'),
  line('zero-width blanks', '\u200b'),
  line('combining marks', '\u0301'),
  line('lone surrogates', '\ud83d'),
  line('marks of direction', '\u202e'),
  line('line separators', '\u2028'),
  line('NUL', '\0'),
  line('prose', '全年发布信息 123 条，办理依申请公开 45 件。'),
  { ...line('claims of every kind', CLAIMS, '二、主动公开'), part: 1 / 8 },
  line('label text', '公开申请'),
  line('labels', '（一）予以公开 '),
  line('brackets', '（'),
  line('a remark beside a value', '1（其中'),
  line('titles', '2024年政府信息公开工作年度报告', '一、总体情况'),
  line('headings', '三、收到和处理政府信息公开申请情况'),
  line('ordinals', '一、'),
  line('years', '2024年', '一、总体情况'),
  line('page marks', '- 5 -'),
];

const MARKUP: readonly Giant[] = [
  line('opening signs', '<'),
  line('closing signs', '>'),
  line('cells', '<td>1'),
  line('cells that are never ended', '<td '),
  line('tags without names', '</'),
  line('closing tags', '</td>'),
  line('tables', '<table>'),
  line('rows of a table', '<tr>'),
  line('breaks', '1<br />'),
  line('comments', '<!--'),
  line('ampersands', '&'),
  line('blank entities', '&nbsp;'),
  line('cells of blank entities', '<td>&nbsp;&nbsp;&nbsp;</td>'),
  line('huge colspans', '<td colspan="1000">1'),
  line('huge rowspans', '<td rowspan="65534">1'),
  tags('divisions inside each other', '<div>', '</div>'),
  tags('tables inside each other', '<table><tr><td>', '</td></tr></table>'),
  tags('tables that are never closed', '<table><tr><td>', ''),
  tags('cells that are never closed', '<tr><td>', ''),
  tags('tags closed and never opened', '', '</td></tr></table>'),
  tags('marks of Markdown inside each other', '> **', '**'),
  tags('rows below a row as wide', '<td rowspan="9">', '</table>', '<tr>'),
  tags('rows below a huge colspan', '<td colspan="1000" rowspan="1000">', '</table>', '<tr><td>1'),
  tags('rows with cells over them', '<tr><td rowspan="1000">1', '</table>'),
];

const ROWS: readonly Giant[] = [
  rows('rows of the same label', '（一）予以公开\t\t\t8\t0\t0\t0\t4\t0\t12\n'),
  rows('rows of unknown label', '信息公开申请处理说明\t1\t2\t3\n'),
  rows('rows of a label with a slip', '1.不掌屋相关政府信息\t1\t2\t3\n'),
  rows('rows of blanks', '\t\t\t\t\t\t\t\t\t\n'),
  rows('rows without labels', '1\t2\t3\t4\t5\t6\t7\n'),
  rows('rows of bars alone', '| | | | |\n'),
  rows('rules of Markdown', '|---|---|---|\n'),
  rows('labels without values', '信息公开申请\n'),
  rows('one cell a line', '\t1\n'),
  rows('one cell a line, with blank lines', '\t1\n\n'),
  rows('one digit a line', '1\n'),
  rows('one character a line', '三\n、\n本\n年\n度\n'),
  rows('blank lines', '\n'),
  rows('lone carriage returns', '\r'),
  rows('headings', '三、收到和处理政府信息公开申请情况\n'),
  rows('headings of all sections', '一、总体情况\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n'),
  rows('sub-headings', '（一）主动公开情况。\n', '二、主动公开'),
  rows('titles', '岚汐市2024年政府信息公开工作年度报告\n', '一、总体情况'),
  rows('heads of table 4', '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n', '五、存在'),
  rows('values below table 4', '0\t0\n', '五、存在'),
  { ...rows('claims of every kind', `${CLAIMS}\n`, '二、主动公开'), part: 1 / 8 },
  rows('short lines of prose', '甲\n', '二、主动公开'),
  rows('paragraphs of HTML', '<p>全年发布信息 123 条。</p>\n'),
];

/** Every shape that has ever made a reader of such texts slow, and all that we could think of beside these. */
export const GIANTS: readonly Giant[] = [
  ...LINES,
  ...renderings.map(([layout, rendered]) => flat(layout, rendered)),
  ...MARKUP,
  ...ROWS,
  ...renderings.map(([layout, rendered]) => tableOf(layout, rendered)),
];
