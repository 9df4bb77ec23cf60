import type { TableNumber } from '../report/forms/form.ts';
import type { Cell, Report } from '../report/report.ts';
import { digitOf, halfWidth, skipSpaces, trimEnd } from '../text/characters.ts';
import { onceFor } from '../text/once-for.ts';
import type { Span } from '../text/span.ts';
import { tagsIn, withoutTags } from '../text/tags.ts';
import { textWidth } from '../text/width.ts';

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
 * separators are set as in the rest of the report, and a remark beside the number (`22（其中修订16件）`) stays, as do tags within it.
 */
export function writeValue(report: Report, cell: Cell, value: number): Edit {
  const extra = cell.reading.kind === 'number' ? (cell.reading.extra?.length ?? 0) : 0;
  const span = { start: cell.span.start, end: cell.span.end - extra };
  const written = report.text.slice(span.start, span.end);
  const { wide, separator } = digitStyle(report, cell, withoutTags(written));
  const [whole = '', decimals] = String(value).split('.');
  const grouped = separator ? groupThousands(whole, separator) : whole;
  const digits = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  // The tags between the digits of a number stay, or others would be open.
  const newText = (wide ? toWide(digits) : digits) + tagsIn(written);
  return span.start === span.end ? fillIn(report.text, span.start, newText) : { span, newText };
}

/**
 * Writes into an empty place. It takes the room of the blanks behind it, as far as they are enough to keep the next
 * value apart, so that what stands in columns of spaces stays there.
 */
function fillIn(text: string, at: number, digits: string): Edit {
  const width = digits.length * (digits.charCodeAt(0) > 0xff ? 2 : 1);
  let end = at;
  while (end - at < width + GAP && text.charCodeAt(end) === 0x20) end++;
  const span = { start: at, end: Math.max(at, Math.min(at + width, end - GAP)) };
  return { span, newText: setApart(text, at, digits) };
}

/**
 * The edit with as many blanks more or fewer behind it as keep what follows in its column; the same edit where no blank
 * follows, or where that would leave too few.
 */
export function keepWidth(text: string, { span, newText }: Edit): Edit {
  const change = textWidth(newText) - textWidth(text.slice(span.start, span.end));
  if (change === 0 || text.charCodeAt(span.end) !== 0x20) return { span, newText };
  if (change < 0) return { span, newText: newText + ' '.repeat(-change) };
  let end = span.end;
  while (end - span.end < change + GAP && text.charCodeAt(end) === 0x20) end++;
  return end - span.end < change + GAP
    ? { span, newText }
    : { span: { start: span.start, end: span.end + change }, newText };
}

/** Blanks that are left between two values. */
const GAP = 2;

/** What is written into an empty place between two values must run into neither. */
function setApart(text: string, at: number, digits: string): string {
  const before = digitOf(text.charCodeAt(at - 1)) >= 0 ? '  ' : '';
  return before + digits + (digitOf(text.charCodeAt(at)) >= 0 ? '  ' : '');
}

interface DigitStyle {
  readonly wide: boolean;
  readonly separator: string;
}

/**
 * How a cell writes its digits; a blank or short one is like the other cells of its table. Where commas part the cells,
 * none of them may come into a number that does not stand in quotation marks; a damaged table may have such rows among others.
 */
function digitStyle(report: Report, cell: Cell, written: string): DigitStyle {
  const own = readStyle(written);
  if (own.digits > 3) return own;
  const usual = usualStyle(report, cell.table);
  const separator = isBeside(report.text, cell.span, usual.separator) ? '' : usual.separator;
  return { wide: own.digits > 0 ? own.wide : usual.wide, separator };
}

/** Whether a cell stands beside this comma, not in quotation marks. */
function isBeside(text: string, { start, end }: Span, comma: string): boolean {
  return text[trimEnd(text, 0, start) - 1] === comma || text[skipSpaces(text, end, text.length)] === comma;
}

/** Read once for all the edits of a report, of which there may be one for every total. */
const usualStyles = onceFor((_: Report) => new Map<TableNumber, DigitStyle>());

/** How a table writes its digits; of what it does not show, as the other tables do. */
function usualStyle(report: Report, number: TableNumber): DigitStyle {
  const known = usualStyles(report);
  const found = known.get(number) ?? readUsualStyle(report, number);
  known.set(number, found);
  return found;
}

function readUsualStyle({ text, tables }: Report, number: TableNumber): DigitStyle {
  const same = tables.filter((each) => each.number === number);
  const styles = [...same, ...tables]
    .flatMap(({ rows }) => rows.flatMap((row) => row?.cells ?? []))
    .map(({ span }) => readStyle(withoutTags(text.slice(span.start, span.end))));
  const long = styles.find(({ digits }) => digits > 3);
  return { wide: styles.some(({ wide }) => wide), separator: long?.separator ?? '' };
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
