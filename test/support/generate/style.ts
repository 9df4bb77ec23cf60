import fc from 'fast-check';
import {
  type CommaStyle,
  commaStyle,
  type HtmlStyle,
  htmlStyle,
  type PageStyle,
  type PipeStyle,
  pageStyle,
  pipeStyle,
  plainCommas,
  plainHtml,
  plainPages,
  plainPipes,
} from './style-layouts.ts';

/** How many characters stand on a line where a PDF breaks lines; used by the layout `spaced` only. */
export interface Widths {
  readonly title: number;
  readonly prose: number;
  /** The note in the corner of table 3. */
  readonly note: number;
  /** Labels in the third label column. */
  readonly row: number;
  /** （三）不予公开 and its like. */
  readonly group: number;
  /** 三、本年度办理结果, down the left side. */
  readonly side: number;
  /** Column heads. */
  readonly head: number;
}

/** Everything in which two files of the same layout and the same numbers may differ. */
export interface Style {
  readonly newline: '\n' | '\r\n';
  readonly bom: boolean;
  readonly finalNewline: boolean;
  /** Digits of values and of counts in prose; labels and years keep ASCII digits. */
  readonly digits: 'ascii' | 'fullwidth';
  /** Groups the digits of values; prose never uses the fullwidth comma, which would read as punctuation. */
  readonly thousands: '' | ',' | '，';
  /** （一） or (一). */
  readonly punctuation: 'fullwidth' | 'ascii';
  /** 1. or 1、 before the rows of a group. */
  readonly ordinal: '.' | '、';
  /** A blank after the ordinal of a label: `(一) 予以公开`, `1. 属于国家秘密`. */
  readonly labelSpace: boolean;
  /** Blanks around values. */
  readonly padding: boolean;
  /** Blanks around the numbers of the prose and the year of the title. */
  readonly proseSpace: boolean;
  /** What stands between the heading of an aspect and its text. */
  readonly aspectEnd: 'line' | '。' | '：';
  /** Chooses among the wordings of the prose; any non-negative integer. */
  readonly wording: number;
  /** mdtsv: headings of one rank bear different numbers of `#`. */
  readonly mixedHeadings: boolean;
  /** tsv, mdtsv: rows whose values start one column further left, and the 总计 row one tab shorter still. */
  readonly shift: 'none' | 'offset' | 'short';
  /** tsv, mdtsv: the row of table 3 from which a shifted table has lost its side column, as after a page break. */
  readonly shiftFrom: number;
  /** tsv, mdtsv: an editor has removed the tabs at the ends of lines. */
  readonly trimmed: boolean;
  /** cells: which column heads are broken inside; tsv, mdtsv: `all` leaves `结果 维持` in table 4. */
  readonly brokenHeads: 'none' | 'narrow' | 'all';
  /** spaced: the 总计 of a row with a long wrapped label falls on the next line. */
  readonly totalDrops: boolean;
  /** spaced: 总计 in the head of table 3 runs into the next head: `总计商业`. */
  readonly gluedTotal: boolean;
  /** spaced: no empty line between 第二十条… and its heads. */
  readonly tightTitles: boolean;
  readonly widths: Widths;
  /** How the form of 2019 writes a change other than zero: `+1`, `增加1` or `增1`. */
  readonly change: 'sign' | 'word' | 'short';
  readonly commas: CommaStyle;
  readonly pipes: PipeStyle;
  readonly html: HtmlStyle;
  readonly pages: PageStyle;
}

/** The style of the samples: each layout in its purest form. */
export const plainStyle: Style = {
  newline: '\n',
  bom: false,
  finalNewline: true,
  digits: 'ascii',
  thousands: '',
  punctuation: 'fullwidth',
  ordinal: '.',
  labelSpace: false,
  padding: false,
  proseSpace: false,
  aspectEnd: 'line',
  wording: 0,
  mixedHeadings: false,
  shift: 'none',
  shiftFrom: 19,
  trimmed: false,
  brokenHeads: 'narrow',
  totalDrops: true,
  gluedTotal: true,
  tightTitles: false,
  widths: { title: 40, prose: 40, note: 24, row: 19, group: 4, side: 3, head: 2 },
  change: 'sign',
  commas: plainCommas,
  pipes: plainPipes,
  html: plainHtml,
  pages: plainPages,
};

/** A choice that shrinks to the plain style. */
const plainOr = <T>(plain: T, ...others: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(plain, ...others);

const widthBetween = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const widths: fc.Arbitrary<Widths> = fc.oneof(
  fc.constant(plainStyle.widths),
  fc.record({
    title: widthBetween(20, 40),
    prose: widthBetween(28, 46),
    note: widthBetween(14, 40),
    row: widthBetween(10, 40),
    group: widthBetween(4, 7),
    side: widthBetween(3, 9),
    head: widthBetween(2, 6),
  }),
);

export const style: fc.Arbitrary<Style> = fc.record({
  newline: plainOr<Style['newline']>('\n', '\r\n'),
  bom: fc.boolean(),
  finalNewline: plainOr(true, false),
  digits: plainOr<Style['digits']>('ascii', 'fullwidth'),
  thousands: plainOr<Style['thousands']>('', ',', '，'),
  punctuation: plainOr<Style['punctuation']>('fullwidth', 'ascii'),
  ordinal: plainOr<Style['ordinal']>('.', '、'),
  labelSpace: fc.boolean(),
  padding: fc.boolean(),
  proseSpace: fc.boolean(),
  aspectEnd: plainOr<Style['aspectEnd']>('line', '。', '：'),
  wording: fc.nat(1_000_000),
  mixedHeadings: fc.boolean(),
  shift: plainOr<Style['shift']>('none', 'offset', 'short'),
  // The first row that can lose its side column is the second of （三）不予公开, the last is （六）3.其他.
  shiftFrom: fc.integer({ min: 5, max: 22 }),
  trimmed: fc.boolean(),
  brokenHeads: plainOr<Style['brokenHeads']>('narrow', 'none', 'all'),
  totalDrops: plainOr(true, false),
  gluedTotal: plainOr(true, false),
  tightTitles: fc.boolean(),
  widths,
  change: plainOr<Style['change']>('sign', 'word', 'short'),
  commas: commaStyle,
  pipes: pipeStyle,
  html: htmlStyle,
  pages: pageStyle,
});

const FULLWIDTH_OFFSET = 0xfee0;

const widen = (text: string): string =>
  text.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + FULLWIDTH_OFFSET));

/** The text of a non-negative number as a cell shows it: `1234.5` may be `1,234.5` or `１２３４．５`. */
export function valueText(value: number, { digits, thousands }: Pick<Style, 'digits' | 'thousands'>): string {
  const plain = String(value);
  const point = plain.indexOf('.');
  const whole = point < 0 ? plain : plain.slice(0, point);
  const grouped = thousands === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  const text = point < 0 ? grouped : grouped + plain.slice(point);
  return digits === 'fullwidth' ? widen(text) : text;
}

const SIGNS: Readonly<Record<Style['change'], readonly [up: string, down: string]>> = {
  sign: ['+', '-'],
  word: ['增加', '减少'],
  short: ['增', '减'],
};

/** The text of 本年增/减: `+1`, `减3`, and a zero without a sign. */
export function changeText(value: number, style: Style): string {
  const [up, down] = SIGNS[style.change];
  return (value > 0 ? up : value < 0 ? down : '') + valueText(Math.abs(value), style);
}

/** The text of a count inside prose, with the blanks that some word processors put around numbers. */
export function countText(value: number, { digits, thousands, proseSpace }: Style): string {
  const text = valueText(value, { digits, thousands: thousands === ',' ? ',' : '' });
  return proseSpace ? ` ${text} ` : text;
}

const CHINESE = '零一二三四五六七八九';

/** A count below 100 in Chinese, before a measure word. */
export function chineseText(value: number): string {
  if (value === 2) return '两';
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 && tens > 0 ? '' : CHINESE.charAt(value % 10);
  return `${tens > 1 ? CHINESE.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones}`;
}

/**
 * A label of the form in the punctuation of the style: `（一）予以公开` may be `(一) 予以公开`.
 * A comma is exchanged in labels of rows only: real files keep it in the note of table 3.
 */
export function labelText(label: string, { punctuation, ordinal, labelSpace }: Style): string {
  const blank = labelSpace ? ' ' : '';
  let text = label;
  if (ordinal !== '.' || labelSpace) text = text.replace(/^(\d)\./, `$1${ordinal}${blank}`);
  if (labelSpace) text = text.replace(/^（(.)）/, '（$1） ');
  if (punctuation === 'fullwidth') return text;
  if (/^（.）/.test(text)) text = text.replace(/(?<=.{4})（/, `${blank}（`).replaceAll('，', `,${blank}`);
  return text.replaceAll('（', '(').replaceAll('）', ')');
}
