import type { Analysis } from '../checks/analysis.ts';
import type { Locale } from '../checks/wording/index.ts';
import { writeNumber } from '../checks/wording/sum.ts';
import type { Figure, Predecessor } from '../digest/digest.ts';
import { makeDigest } from '../digest/make-digest.ts';
import { type Cell, findTable, numberIn } from '../report/report.ts';
import { markdownText } from '../text/foreign.ts';
import { hoverWords } from './hover-words.ts';

/** Lines on what the report of the year before has to say of a cell, a blank one first; none where it has nothing. */
export function hoverEarlier(analysis: Analysis, cell: Cell, locale: Locale): string[] {
  const { predecessor: before } = analysis;
  if (!before) return [];
  if (cell.table === 2) return inForce(analysis, before, cell, locale);
  const row = findTable(analysis.report, cell.table)?.form.rows[cell.row];
  return row?.id === 'carried-in' ? carriedOut(before, cell, locale) : [];
}

function carriedOut(before: Predecessor, cell: Cell, locale: Locale): string[] {
  const words = hoverWords[locale];
  const source = before.digest.carriedOut[cell.column];
  if (!source) return [];
  const stated = numberIn(cell);
  const value = source.value ?? undefined;
  const line = words.carriedOut(before.digest.year, linkTo(before, source), value);
  if (value === undefined || stated === undefined) return ['', line];
  return ['', `${line} ${value === stated ? '✓' : `✗ ${words.stated(stated, Math.abs(stated - value))}`}`];
}

function inForce(analysis: Analysis, before: Predecessor, cell: Cell, locale: Locale): string[] {
  const own = makeDigest(analysis)?.documents.find(({ valid }) => valid.start === cell.span.start);
  const source = before.digest.documents.find(({ row }) => row === own?.row)?.valid;
  const [old, issued, abolished] = [source, own?.issued, own?.abolished].map((figure) => figure?.value ?? undefined);
  if (!source || old === undefined || issued === undefined || abolished === undefined) return [];
  const words = hoverWords[locale];
  const value = old + issued - abolished;
  const sum = `${old} + ${issued} − ${abolished} = **${writeNumber(value)}**`;
  const stated = numberIn(cell);
  const verdict =
    stated === undefined ? '' : stated === value ? ' ✓' : ` ✗ ${words.stated(stated, Math.abs(stated - value))}`;
  return ['', words.inForce(before.digest.year, linkTo(before, source), sum) + verdict];
}

/** A link in Markdown that opens the other report at the line of a number; editors count lines from 1 there. */
function linkTo({ file: { uri, name } }: Predecessor, { line }: Figure): string {
  const address = uri.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  return `[${markdownText(name)}](${address}#L${line + 1})`;
}
