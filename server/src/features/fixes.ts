import type { Analysis } from '../checks/analysis.ts';
import { type Finding, isSum, type SumFinding } from '../checks/finding.ts';
import { isCrossChecked } from '../checks/identities.ts';
import { type Repair, recompute, recomputeOne, repairCell, safeRepairs, takeCarriedOver } from '../checks/repair.ts';
import type { Correction } from '../checks/suspect.ts';
import type { Locale } from '../checks/wording/index.ts';
import { applicant, cellName } from '../checks/wording/names.ts';
import type { Edit } from '../edits/edit.ts';
import { needsTable, sectionSkeleton } from '../edits/table-writer.ts';
import { type Cell, numberIn, type Table } from '../report/report.ts';
import { lineAt } from '../text/lines.ts';
import { fixWords } from './fix-words.ts';
import { proseFixes } from './prose-fixes.ts';

/** Source actions beside the quick fixes; `source.fixAll.zfxxgk` runs on save when the user wants it. */
export const FIX_ALL = 'source.fixAll.zfxxgk';
export const RECOMPUTE_ALL = 'source.recomputeTotals.zfxxgk';

/** What a user can choose to have changed. */
export interface Fix {
  readonly kind: 'quickfix' | typeof FIX_ALL | typeof RECOMPUTE_ALL;
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The finding that it mends; a source action has none. */
  readonly finding?: Finding;
  readonly preferred: boolean;
}

/** The quick fixes of one finding, the best first. At most one is preferred. */
export function fixesFor(analysis: Analysis, finding: Finding, locale: Locale): Fix[] {
  const words = fixWords[locale];
  const one = (title: string, edits: readonly Edit[], preferred: boolean): Fix[] =>
    edits.length > 0 ? [{ kind: 'quickfix', title, edits, finding, preferred }] : [];
  if (isSum(finding)) return sumFixes(analysis, finding, locale);
  switch (finding.code) {
    case 'cell-suspect':
      return [correctFix(analysis, finding, finding.table, finding.correction, locale, true)];
    case 'cell-blank': {
      const { total, computed, table } = finding;
      if (!total || total.merged || computed === undefined) return [];
      return one(
        words.fillIn(cellName(table, total), computed),
        [repairCell(analysis, table, total, computed).edit],
        true,
      );
    }
    case 'cell-invalid': {
      const value = finding.flaw === 'extra' ? finding.value : finding.guess;
      if (value === undefined) return [];
      const { start, end } = finding.span;
      const edit = repairCell(analysis, finding.table, finding.cell, value).edit;
      return one(
        words.replace(finding.written, edit.newText),
        [{ span: { start, end }, newText: edit.newText }],
        finding.flaw !== 'extra' && finding.confirmed,
      );
    }
    case 'cell-missing': {
      const { together } = finding.row;
      if (!together || together.separator === undefined) return [];
      const { separator, parts } = together;
      const [first, second] = parts;
      return one(
        words.separate(first, second),
        [{ span: { start: together.start, end: together.end }, newText: first + separator + second }],
        true,
      );
    }
    case 'section-numbering':
      return [
        ...one(words.renumber(finding.expected), [renumber(finding)], true),
        ...one(words.renumberAll, renumberAll(analysis), false),
      ];
    case 'section-missing':
      return one(
        words.insert(finding.section, needsTable(analysis.report, finding.section)),
        [insertSection(analysis, finding)],
        true,
      );
    case 'carryover-mismatch': {
      const repairs = takeCarriedOver(analysis);
      const changes = repairs.map(({ cell, value }) =>
        words.change(applicant(cell.column), numberIn(cell) ?? 0, value),
      );
      // Not preferred: the report of the year before may be the one that is wrong.
      return one(
        words.takeCarriedOver(changes),
        repairs.map(({ edit }) => edit),
        false,
      );
    }
    default:
      return proseFixes(analysis, finding, locale).flatMap(({ title, edits }) => one(title, edits, false));
  }
}

type Numbering = Extract<Finding, { code: 'section-numbering' }>;

function renumber({ section, expected }: Numbering): Edit {
  return { span: section.ordinal, newText: expected };
}

/** All headings at once, when more than one is wrong. */
function renumberAll({ findings }: Analysis): Edit[] {
  const wrong = findings.flatMap((finding) => (finding.code === 'section-numbering' ? [renumber(finding)] : []));
  return wrong.length > 1 ? wrong : [];
}

function sumFixes(analysis: Analysis, finding: SumFinding, locale: Locale): Fix[] {
  const words = fixWords[locale];
  const { identity, suspect } = finding;
  const { total, table } = identity;
  const fix = (title: string, repairs: readonly Repair[], preferred: boolean): Fix[] =>
    repairs.length > 0
      ? [{ kind: 'quickfix', title, edits: repairs.map((repair) => repair.edit), finding, preferred }]
      : [];
  const corrections = offered(finding).map((correction) =>
    correctFix(analysis, finding, table, correction, locale, suspect !== undefined),
  );
  const own = recomputeOne(analysis, identity);
  const row = (cell: Cell) => cell.table === table.number && cell.row === total.row;
  const totalsOfRow = analysis.identities.filter((each) => row(each.total)).length;
  const change = own && words.change(cellName(table, total), finding.stated, own.value);
  return [
    ...corrections,
    ...(own && change ? fix(words.recompute(change), [own], corrections.length === 0) : []),
    ...(totalsOfRow > 2 ? fix(words.recomputeRow, recompute(analysis, row), false) : []),
    ...fix(words.recomputeTable, recompute(analysis, inTable(table)), false),
    ...fix(words.recomputeReport, recompute(analysis, anywhere), false),
  ];
}

/** Changes all cells of a correction. */
function correctFix(
  analysis: Analysis,
  finding: Finding,
  table: Table,
  correction: Correction,
  locale: Locale,
  preferred: boolean,
): Fix {
  const words = fixWords[locale];
  const edits = correction.map(({ cell, value }) => repairCell(analysis, table, cell, value).edit);
  const changes = correction.map(({ cell, value }) => words.change(cellName(table, cell), numberIn(cell) ?? 0, value));
  return { kind: 'quickfix', title: words.correct(changes), edits, finding, preferred };
}

/** More choices than this would hide the other fixes. */
export const MOST_OFFERED = 4;

/**
 * The corrections to choose from. Where nothing checks the addends (table 4) any of them could be meant, and only the
 * total is offered; a correction of the total alone is the same as recomputing it.
 */
function offered({ identity, corrections }: SumFinding): readonly Correction[] {
  const [only] = corrections;
  if (corrections.length === 1 && only?.length === 1 && only[0]?.cell === identity.total) return [];
  return isCrossChecked(identity) ? corrections.slice(0, MOST_OFFERED) : [];
}

const inTable = (table: Table) => (cell: Cell) => cell.table === table.number;
const anywhere = () => true;

/**
 * What `source.fixAll.zfxxgk` and the command 重算全部总计 do; absent when there is nothing to do.
 *
 * @param spared findings that the user has dismissed, which are not mended without asking
 */
export function sourceFixes(analysis: Analysis, locale: Locale, spared: readonly Finding[] = []): Fix[] {
  const words = fixWords[locale];
  const all = safeRepairs(analysis, spared).map((repair) => repair.edit);
  const totals = recompute(analysis, anywhere).map((repair) => repair.edit);
  return [
    ...(all.length > 0 ? [{ kind: FIX_ALL, title: words.fixAll, edits: all, preferred: false } as const] : []),
    ...(totals.length > 0
      ? [{ kind: RECOMPUTE_ALL, title: words.recomputeReport, edits: totals, preferred: false } as const]
      : []),
  ];
}

/**
 * The heading of a missing section and, unless only the heading was lost, its table, set off by blank lines, in front
 * of what follows.
 */
function insertSection({ report }: Analysis, finding: Extract<Finding, { code: 'section-missing' }>): Edit {
  const { text, blocks, sections } = report;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const model = sections.find((section) => section.form.number > finding.section.number) ?? sections.at(-1);
  const skeleton = sectionSkeleton(report, finding.section, model?.prefix ?? '', newline);
  const after = text.slice(finding.span.start).trim();
  const atEnd = after === '' || /^<\/(?:body|html)>/i.test(after);
  const at =
    after === '' ? text.length : atEnd ? finding.span.start : (blocks[lineAt(blocks, finding.span.start)]?.start ?? 0);
  const apart =
    at === 0 || text.endsWith(newline + newline, at) ? '' : text.endsWith(newline, at) ? newline : newline + newline;
  return { span: { start: at, end: at }, newText: apart + (atEnd ? skeleton.trimEnd() + newline : skeleton) };
}
