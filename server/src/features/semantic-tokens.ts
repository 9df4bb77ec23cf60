import type { FailedSum } from '../checks/faults.ts';
import { type Analysis, type Finding, isSum } from '../checks/finding.ts';
import type { TableForm } from '../report/forms/form.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { overlaps, type Span } from '../text/span.ts';
import { aspectHeadings } from './aspect-headings.ts';

/** Types that LSP knows, so that every editor has a colour for them, in the order of their numbers. */
export const TOKEN_TYPES = ['namespace', 'property', 'number'] as const;
/**
 * Our own: `heading` of a title, a section or an aspect, `rowLabel`, `zero`, `total`, `suspect` for a value that is probably
 * wrong, `compared` for a number of the prose that was held against its cells.
 */
export const TOKEN_MODIFIERS = ['heading', 'rowLabel', 'zero', 'total', 'suspect', 'compared'] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A stretch of the text with a meaning (UTF-16 offsets). */
export interface SemanticToken extends Span {
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly TokenModifier[];
}

/**
 * Headings, labels of rows, values and the numbers of the prose, in the order of the text, none over another.
 *
 * @param shown the findings that the user sees: a dismissed one makes no suspect
 * @param within where tokens are wanted
 */
export function semanticTokens(
  { report, prose }: Analysis,
  shown: readonly Finding[],
  within: Span = { start: 0, end: report.text.length },
): SemanticToken[] {
  const suspects = suspectsOf(shown);
  const compared = prose.comparisons.filter(({ outcome }) => outcome !== 'unknown');
  const tokens = [
    ...headings(report),
    ...report.tables.flatMap((table) => [...labels(table), ...values(table, suspects)]),
    ...compared.map(({ claim }) => token(claim.span, 'number', 'compared')),
  ].filter((each) => each.end > each.start && overlaps(each, within));
  return apart(tokens.sort((a, b) => a.start - b.start));
}

function token({ start, end }: Span, type: SemanticToken['type'], ...modifiers: TokenModifier[]): SemanticToken {
  return { start, end, type, modifiers };
}

/** Merged cells stand at one place, and a heading may be read twice. */
function apart(tokens: readonly SemanticToken[]): SemanticToken[] {
  let end = 0;
  return tokens.filter((each) => {
    const free = each.start >= end;
    if (free) end = each.end;
    return free;
  });
}

function suspectsOf(shown: readonly Finding[]): Set<Cell> {
  const cells = new Set<Cell>();
  for (const finding of shown) {
    const suspect = isSum(finding) ? (finding.facts as FailedSum).suspect : undefined;
    if (suspect) cells.add(suspect.cell);
  }
  return cells;
}

function headings(report: Report): SemanticToken[] {
  const spans = [...(report.title ? [report.title.span] : []), ...report.sections.map((each) => each.heading)];
  return [...spans, ...aspectHeadings(report)].map((span) => token(span, 'namespace', 'heading'));
}

function labels({ rows, form }: Table): SemanticToken[] {
  const { rows: totals } = totalsOf(form);
  return rows.flatMap((row) =>
    (row?.label ?? []).map((span) =>
      token(span, 'property', 'rowLabel', ...(totals.has(row?.index) ? ['total' as const] : [])),
    ),
  );
}

function values({ rows, form }: Table, suspects: ReadonlySet<Cell>): SemanticToken[] {
  const totals = totalsOf(form);
  return rows.flatMap((row) =>
    (row?.cells ?? []).flatMap((cell) => {
      const { reading, span } = cell;
      if (reading.kind !== 'number') return [];
      const modifiers: TokenModifier[] = [];
      if (suspects.has(cell)) modifiers.push('suspect');
      else if (reading.value === 0) modifiers.push('zero');
      if (totals.rows.has(cell.row) || totals.columns.has(cell.column)) modifiers.push('total');
      return token(span, 'number', ...modifiers);
    }),
  );
}

/** The rows and columns of a form that add up others; 结转下年度, which follows from a balance, is none. */
function totalsOf({ identities }: TableForm) {
  const sums = identities.filter(({ rule }) => rule !== 'carry-balance');
  const of = (along: string) =>
    new Set<number | undefined>(sums.filter((each) => each.along === along).map(({ total }) => total));
  return { rows: of('column'), columns: of('row') };
}
