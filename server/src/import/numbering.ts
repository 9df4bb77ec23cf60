import { readXml } from './xml.ts';

/** One level of a list: `（%1）` in Chinese numerals, beginning with 1. */
interface Level {
  format: string;
  text: string;
  start: number;
}

/** Automatic numbering as Word defines it: by style and by list. */
export interface Numbering {
  /** The label of the next paragraph of this list and level, or of the style; it is counted by asking. */
  readonly next: (list: ListReference | undefined, style: string | undefined) => string;
}

export interface ListReference {
  readonly id: string;
  readonly level: number;
}

const LEVELS = 9;
/** A label of some characters may stand before each paragraph: `第%1条`. */
const LONGEST_LABEL = 32;

/**
 * @param numbering the part word/numbering.xml, where there is one
 * @param styles the part word/styles.xml, where there is one
 */
export function readNumbering(numbering: Uint8Array | undefined, styles: Uint8Array | undefined): Numbering {
  const { abstracts, lists } = readLists(numbering);
  const byStyle = readStyles(styles);
  const counts = new Map<string, number[]>();
  const next = (own: ListReference | undefined, style: string | undefined): string => {
    const list = own ?? (style === undefined ? undefined : byStyle.get(style));
    const abstract = list && lists.get(list.id);
    const levels = abstract === undefined ? undefined : abstracts.get(abstract);
    const level = list && levels?.[list.level];
    if (!list || !levels || !level) return '';
    // Lists that share their definition go on counting together.
    const key = abstract as string;
    const count = counts.get(key) ?? [];
    counts.set(key, count);
    count.length = Math.min(count.length, list.level + 1);
    for (let at = 0; at < list.level; at++) count[at] ??= levels[at]?.start ?? 1;
    count[list.level] = (count[list.level] ?? level.start - 1) + 1;
    return labelOf(levels, level, count);
  };
  return { next };
}

function labelOf(levels: readonly Level[], { format, text }: Level, count: readonly number[]): string {
  if (format === 'none' || format === 'bullet') return '';
  return text.replace(/%([1-9])/g, (_all, digit: string) => {
    const at = Number(digit) - 1;
    return numeral(levels[at]?.format ?? 'decimal', count[at] ?? 1);
  });
}

function readLists(part: Uint8Array | undefined) {
  const abstracts = new Map<string, Level[]>();
  const lists = new Map<string, string>();
  let levels: Level[] | undefined;
  let level: Level | undefined;
  let list: string | undefined;
  const open = ({ name, attributes }: { name: string; attributes: Readonly<Record<string, string>> }) => {
    const value = attributes.val ?? '';
    if (name === 'abstractNum') {
      levels = [];
      abstracts.set(attributes.abstractNumId ?? '', levels);
    } else if (name === 'num') list = attributes.numId;
    else if (name === 'abstractNumId' && list !== undefined) lists.set(list, value);
    else if (name === 'lvl' && list === undefined && levels) {
      level = { format: 'decimal', text: '', start: 1 };
      const at = Number(attributes.ilvl);
      if (at >= 0 && at < LEVELS) levels[at] = level;
    } else if (level && name === 'numFmt') level.format = value;
    else if (level && name === 'lvlText') level.text = value.slice(0, LONGEST_LABEL);
    else if (level && name === 'start') level.start = Number(value) || 1;
  };
  const close = ({ name }: { name: string }) => {
    if (name === 'lvl') level = undefined;
    if (name === 'abstractNum') levels = undefined;
    if (name === 'num') list = undefined;
  };
  if (part) readXml(part, { open, close, text: () => undefined });
  return { abstracts, lists };
}

/** The list that a style brings along. */
function readStyles(part: Uint8Array | undefined): Map<string, ListReference> {
  const found = new Map<string, ListReference>();
  let style: string | undefined;
  let id = '';
  let level = 0;
  if (!part) return found;
  readXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'style') [style, id, level] = [attributes.styleId, '', 0];
      else if (name === 'numId') id = attributes.val ?? '';
      else if (name === 'ilvl') level = Number(attributes.val) || 0;
    },
    close: ({ name }) => {
      if (name === 'style' && style !== undefined && id !== '') found.set(style, { id, level });
    },
    text: () => undefined,
  });
  return found;
}

const CHINESE = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A number in the format of this name in ECMA-376, 17.18.59 (ST_NumberFormat). */
function numeral(format: string, value: number): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return chinese(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLED[value - 1] ?? String(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    default:
      return String(value);
  }
}

/** Headings and items of a report do not go beyond 99. */
function chinese(value: number): string {
  if (value < 10) return CHINESE[value] ?? String(value);
  if (value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : CHINESE[tens]}十${ones === 0 ? '' : CHINESE[ones]}`;
}

function letter(value: number): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(0x60 + value) : String(value);
}
