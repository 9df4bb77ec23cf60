import type { TableForm } from '../../report/forms/form.ts';
import type { Table } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';

/** Whether folded words are a piece of what the form prints in a table, or two pieces that ran together. */
export function tableWords({ form }: Table): (folded: string) => boolean {
  const texts = textsOf(form);
  const isPiece = (folded: string) => texts.some((text) => text.includes(folded));
  return (folded) => isPiece(folded) || isTwo(folded, isPiece);
}

/** The longest words of the form are shorter. */
const LONGEST = 80;

function isTwo(folded: string, isPiece: (piece: string) => boolean): boolean {
  if (folded.length > LONGEST) return false;
  for (let at = 2; at <= folded.length - 2; at++) {
    if (isPiece(folded.slice(0, at)) && isPiece(folded.slice(at))) return true;
  }
  return false;
}

const known = new WeakMap<TableForm, readonly string[]>();

function textsOf(form: TableForm): readonly string[] {
  const found = known.get(form);
  if (found) return found;
  const rows = form.rows.flatMap(({ label, aliases, side = '', group, columns }) => [
    label,
    ...aliases,
    side,
    group?.label ?? '',
    ...columns.flatMap((column) => [column.name, column.group?.label ?? '']),
  ]);
  const texts = [...new Set([...form.head.flat(), ...rows, ...HEADS, ...form.openers].map((text) => fold(text)))];
  known.set(form, texts);
  return texts;
}

/** What stands in heads besides. */
const HEADS = [
  '信息内容',
  '本年新制作数量',
  '本年新公开数量',
  '对外公开总数量',
  '本年制发件数',
  '本年废止件数',
  '现行有效件数',
  '未经复议直接起诉',
  '复议后起诉',
  '&nbsp;',
];
