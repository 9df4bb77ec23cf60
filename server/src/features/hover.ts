import type { FailedSum } from '../checks/faults.ts';
import { type Analysis, isSum } from '../checks/finding.ts';
import { type Identity, identitiesOf, includes, outcomeOf, termsOf } from '../checks/identities.ts';
import { SUM_RULES } from '../checks/rules/index.ts';
import type { Locale } from '../checks/wording/index.ts';
import { cellName, columnName, identityPlace, rowLabel, termName } from '../checks/wording/names.ts';
import { writeNumber } from '../checks/wording/sum.ts';
import { type Cell, numberIn, type Row, type Section, type Table } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { hoverEarlier } from './hover-predecessor.ts';
import { hoverWords } from './hover-words.ts';
import { locate } from './locate.ts';
import { hoverClaim } from './prose-hover.ts';

/** Markdown for the place under the cursor, and the place itself. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What is known about the cell, row label, table heading or number of the prose at `offset` (UTF-16). Lines are kept short, one number a
 * line, so that the hover can be read in a narrow window.
 */
export function hoverAt(analysis: Analysis, offset: number, locale: Locale): Hover | undefined {
  const place = locate(analysis.report, offset);
  if (!place) return hoverClaim(analysis, offset, locale);
  const lines =
    place.kind === 'cell'
      ? hoverCell(analysis, place.table, place.cell, locale)
      : place.kind === 'row'
        ? hoverRow(place.table, place.row, locale)
        : hoverTable(place.table, place.section, locale);
  return { span: place.span, markdown: lines.join('\n') };
}

/** The answer first, then the sums. The addends of one that fails stand in its finding, which editors show above. */
function hoverCell(analysis: Analysis, table: Table, cell: Cell, locale: Locale): string[] {
  const fails = (identity: Identity) => outcomeOf(identity).kind === 'unequal';
  const all = identitiesOf(table).filter((identity) => includes(identity, cell));
  const written = all.filter((identity) => identity.total === cell && !fails(identity));
  const listed = all.filter((identity) => !written.includes(identity));
  const suspect = suspicion(analysis, cell);
  return [
    head(table, cell, suspect, locale),
    ...written.flatMap((identity) => ['', ...writtenOut(identity, locale)]),
    ...(listed.length > 0 ? [''] : []),
    ...listed.map((identity) => `- ${oneLine(identity, locale)}`),
    ...hoverEarlier(analysis, cell, locale),
  ];
}

/** `**（一）予以公开·总计**：13，应为 **12**，差 1` */
function head(table: Table, cell: Cell, suspect: FailedSum | undefined, locale: Locale): string {
  const words = hoverWords[locale];
  const value = numberIn(cell);
  const stated = value === undefined ? words.unread(cell.reading.kind) : `${value}`;
  const right = suspect?.suspect?.value;
  const answer =
    suspect && right !== undefined && value !== undefined
      ? words.should(right, Math.abs(right - value), suspect.certain)
      : '';
  return words.named(`**${cellName(table, cell)}**`, stated) + answer;
}

/** A sum that fails by this cell, where it is what its findings point to. */
function suspicion({ findings }: Analysis, cell: Cell): FailedSum | undefined {
  for (const finding of findings) if (isSum(finding) && finding.facts.suspect?.cell === cell) return finding.facts;
  return undefined;
}

/** The sum as one would do it on paper: an addend a line, then the result and what is stated. */
function writtenOut(identity: Identity, locale: Locale): string[] {
  const words = hoverWords[locale];
  const terms = termsOf(identity).flatMap(({ cell, sign }) => {
    const value = cell && numberIn(cell);
    if (value === 0) return [];
    return [{ name: cell ? termName(identity, cell) : words.absent, sign, value }];
  });
  const lines = terms.map(({ name, sign, value }, at) => {
    // Full-width signs: an ASCII plus at the start of a line would make a list in Markdown.
    const operator = sign < 0 ? '－ ' : at > 0 ? '＋ ' : '';
    return `${operator}${name} ${value ?? '?'}  `;
  });
  return [...(lines.length > 0 ? lines : ['0  ']), verdict(identity, locale)];
}

function verdict(identity: Identity, locale: Locale): string {
  const { kind, stated, computed } = outcomeOf(identity);
  const words = hoverWords[locale];
  if (kind === 'equal') return `= **${computed}** ✓`;
  if (kind === 'unknown' || stated === undefined || computed === undefined) {
    return computed === undefined ? words.unknown : `= **${writeNumber(computed)}**${words.blankTotal}`;
  }
  return `= **${writeNumber(computed)}** ✗ ${words.stated(stated, Math.abs(stated - computed))}`;
}

function oneLine(identity: Identity, locale: Locale): string {
  const { kind, stated, computed } = outcomeOf(identity);
  const words = hoverWords[locale];
  const name = listed(identity, locale);
  if (stated === undefined || computed === undefined) return words.named(name, words.unknown);
  if (kind === 'equal') return words.named(name, `${computed} ✓`);
  return words.named(name, `${writeNumber(computed)} ✗ ${words.stated(stated, Math.abs(stated - computed))}`);
}

/** How an identity is called in a list, with the row or column that it holds for. */
function listed(identity: Identity, locale: Locale): string {
  const rule = SUM_RULES.find((each) => each.identity === identity.form.rule);
  return rule?.listed[locale](identityPlace(identity)) ?? '';
}

function hoverRow(table: Table, row: Row, locale: Locale): string[] {
  const sums = identitiesOf(table).filter(({ form, total }) => form.along === 'row' && row.cells.includes(total));
  const values = row.cells.filter((cell) => numberIn(cell) !== 0);
  return [
    `**${rowLabel(row.form) || table.rows[0]?.form.label}**`,
    '',
    ...(row.cells.length === 0 ? [hoverWords[locale].unsure] : []),
    ...(sums.length > 0
      ? sums.flatMap((identity, at) => [...(at > 0 ? [''] : []), ...writtenOut(identity, locale)])
      : values.map((cell) => `- ${columnName(table.form, cell.row, cell.column)} ${numberIn(cell) ?? '—'}`)),
    ...(row.cells.length > 0 && sums.length === 0 && values.length === 0 ? ['0'] : []),
  ];
}

/** The totals of a table: the balance for table 3, the three groups for table 4, each row for table 2. */
function hoverTable(table: Table, section: Section, locale: Locale): string[] {
  const words = hoverWords[locale];
  const own = identitiesOf(table);
  const outcomes = own.map((identity) => outcomeOf(identity).kind);
  const count = (kind: string) => outcomes.filter((outcome) => outcome === kind).length;
  const line = words.outcomes(count('equal'), count('unequal'), count('unknown'));
  return [`**${section.form.title}**`, '', ...mainLines(own, table, locale), ...(own.length > 0 ? ['', line] : [])];
}

function mainLines(own: readonly Identity[], table: Table, locale: Locale): string[] {
  const balance = own.findLast(({ form }) => form.rule === 'carry-balance');
  if (balance) return writtenOut(balance, locale);
  if (own.length > 0) return own.map((identity) => `- ${oneLine(identity, locale)}`);
  return table.rows.flatMap((row) => {
    const values = (row?.cells ?? []).map((cell) => numberIn(cell) ?? '—').join(' / ');
    return row ? [`- ${rowLabel(row.form)} ${values}`] : [];
  });
}
