import { type Edit, keepWidth } from '../../edits/edit.ts';
import type { RowForm } from '../../report/forms/form.ts';
import type { Report, Row, Table } from '../../report/report.ts';
import { ENTITY, FOLDED, fold, withoutOrdinal } from '../../text/fold.ts';
import { cover, type Span } from '../../text/span.ts';
import { type Difference, differenceOf } from '../altered.ts';
import { excerpt } from '../excerpt.ts';
import type { Rule } from '../finding.ts';
import { rowData } from '../finding-data.ts';
import { rowLabel } from '../wording/names.ts';

interface LabelAltered {
  readonly table: Table;
  readonly row: Row;
  readonly written: string;
}

/**
 * A label of the form (国办公开办函〔2021〕30号) in which a few characters were lost or changed: 其他法律行政止公开. An
 * abridged label is none: in it whole words are left out.
 */
export const labelAltered: Rule<LabelAltered> = {
  code: 'label-altered',
  title: { zh: '行名有错字、漏字', en: 'A label differs from the form by a few characters' },
  severity: 'hint',
  find({ report }, emit) {
    for (const table of report.tables) {
      for (const row of table.rows) {
        // Nearly every label is one of the form's, as it was read.
        if (!row || row.score === 1 || row.label.length === 0) continue;
        const written = coreOf(report, row.label);
        if (!knownCores(row.form).has(written) && differenceOf(written, row.form))
          emit(cover(row.label), { table, row, written });
      }
    }
  },
  message: {
    zh: ({ row, written }) =>
      `行名“${row.form.ordinal}${excerpt(written)}”应为“${rowLabel(row.form)}”：有错字或漏字。请照规定格式改正。`,
    en: ({ row, written }) =>
      `The label “${row.form.ordinal}${excerpt(written)}” should be “${rowLabel(row.form)}”; characters were lost or changed.`,
  },
  fixes: ({ facts: { table, row } }, { report }, locale) => [
    {
      title: locale === 'zh' ? `行名改为“${rowLabel(row.form)}”` : `Write “${rowLabel(row.form)}”`,
      edits: writeLabel(report, table, row),
      preferred: true,
    },
  ],
  data: ({ table, row }) => rowData(table, row.form),
  fingerprint: ({ written }) => [written],
};

/** What a label says, without its ordinal. */
function coreOf({ text }: Report, label: readonly Span[]): string {
  return withoutOrdinal(fold(label.map(({ start, end }) => text.slice(start, end)).join('')));
}

const known = new WeakMap<RowForm, ReadonlySet<string>>();

/** The wordings of a row that are no mistakes. */
function knownCores(row: RowForm): ReadonlySet<string> {
  let cores = known.get(row);
  if (!cores) {
    cores = new Set([row.label, row.name, ...row.aliases].map((each) => withoutOrdinal(fold(each))));
    known.set(row, cores);
  }
  return cores;
}

/** Puts in the characters of the form in place of those that differ; none where they stand on two lines. */
function writeLabel({ text }: Report, { layout }: Table, { label, form }: Row): Edit[] {
  const written = characters(text, label);
  const own = characters(form.name, [{ start: 0, end: form.name.length }]);
  if (!written || !own) return [];
  const ordinal = written.folded.length - withoutOrdinal(written.folded).length;
  const difference = differenceOf(written.folded.slice(ordinal), form);
  if (!difference) return [];
  const piece = pieceOf(label, written.offsets, ordinal, difference);
  if (!piece) return [];
  const { from, to, end } = difference;
  const start =
    to > from ? written.offsets[ordinal + from] : (written.offsets[ordinal + from - 1] ?? piece.start - 1) + 1;
  const behind = to > from ? (written.offsets[ordinal + to - 1] ?? 0) + 1 : start;
  if (start === undefined || behind === undefined) return [];
  const right = form.name.slice(own.offsets[from], end > from ? (own.offsets[end - 1] ?? 0) + 1 : own.offsets[from]);
  const edit = { span: { start, end: piece.end }, newText: right + text.slice(behind, piece.end) };
  return [layout === 'spaced' ? keepWidth(text, edit) : edit];
}

/** The piece of a label in which all that differs stands. */
function pieceOf(
  label: readonly Span[],
  offsets: readonly number[],
  ordinal: number,
  { from, to }: Difference,
): Span | undefined {
  const first = offsets[ordinal + (to > from ? from : Math.max(from - 1, 0))] ?? -1;
  const last = offsets[ordinal + (to > from ? to - 1 : Math.max(from - 1, 0))] ?? -1;
  return label.find(({ start, end }) => start <= first && last < end);
}

/** What counts of some pieces of a text, and where each character stands; undefined where markup stands among it. */
function characters(text: string, pieces: readonly Span[]): { folded: string; offsets: number[] } | undefined {
  let folded = '';
  const offsets: number[] = [];
  for (const { start, end } of pieces) {
    for (let at = start; at < end; at++) {
      const code = FOLDED[text.charCodeAt(at)] as number;
      if (code === ENTITY || text[at] === '<') return undefined;
      if (code === 0) continue;
      folded += String.fromCharCode(code);
      offsets.push(at);
    }
  }
  return { folded, offsets };
}
