import type { Cell, Report } from '../report/report.ts';
import { digitOf, halfWidth } from '../text/characters.ts';
import type { Span } from '../text/span.ts';

/** A replacement of `span` (UTF-16 offsets) in the text that was analysed. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** The text with all edits made; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Writes a number into a cell the way numbers are written there: full-width digits stay full-width, thousands
 * separators are set as in the rest of the report, and a remark beside the number (`22（其中修订16件）`) stays.
 */
export function writeValue(report: Report, cell: Cell, value: number): Edit {
  const extra = cell.reading.kind === 'number' ? (cell.reading.extra?.length ?? 0) : 0;
  const span = { start: cell.span.start, end: cell.span.end - extra };
  const written = report.text.slice(span.start, span.end);
  const { wide, separator } = digitStyle(report, cell, written);
  const [whole = '', decimals] = String(value).split('.');
  const grouped = separator ? groupThousands(whole, separator) : whole;
  const digits = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  return { span, newText: wide ? toWide(digits) : digits };
}

interface DigitStyle {
  readonly wide: boolean;
  readonly separator: string;
}

/** How a cell writes its digits; a blank or short one is like the other cells of its table. */
function digitStyle(report: Report, cell: Cell, written: string): DigitStyle {
  const own = readStyle(written);
  if (own.digits > 3) return own;
  const same = report.tables.filter((each) => each.number === cell.table);
  const others = [...same, ...report.tables]
    .flatMap(({ rows }) => rows.flatMap((row) => row?.cells ?? []))
    .map(({ span }) => report.text.slice(span.start, span.end));
  const long = others.map(readStyle).find(({ digits }) => digits > 3);
  const wide = own.digits > 0 ? own.wide : others.some((text) => readStyle(text).wide);
  return { wide, separator: long?.separator ?? '' };
}

function readStyle(written: string): DigitStyle & { digits: number } {
  let wide = false;
  let separator = '';
  let digits = 0;
  for (const character of written) {
    const code = character.charCodeAt(0);
    if (digitOf(code) >= 0) {
      digits++;
      wide ||= halfWidth(code) !== code;
    } else if (halfWidth(code) === 0x2c) separator = character;
    else if (halfWidth(code) === 0x2e) break;
  }
  return { wide, separator, digits };
}

function groupThousands(digits: string, separator: string): string {
  let grouped = '';
  for (const [at, digit] of [...digits].entries()) {
    if (at > 0 && (digits.length - at) % 3 === 0) grouped += separator;
    grouped += digit;
  }
  return grouped;
}

/** ASCII digits and the decimal point as their full-width twins. */
export function toWide(text: string): string {
  return text.replace(/[0-9.]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
