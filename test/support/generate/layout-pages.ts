import type { PageStyle } from './style-layouts.ts';
import type { Cell, Table } from './tables.ts';

/** What the two layouts that are text of PDF pages have in common. */

const isHead = (cells: readonly Cell[]): boolean => cells.every(({ role }) => role === 'head' || role === 'note');

export const headRows = ({ rows }: Table): readonly (readonly Cell[])[] => rows.filter(isHead);

export const bodyRows = ({ rows }: Table): readonly (readonly Cell[])[] => rows.filter((cells) => !isHead(cells));

/** Heads of table 3 are broken after this many characters: 商业企 / 业, 社会公益 / 组织. */
export const HEAD_WIDTHS: Readonly<Record<string, number>> = {
  商业企业: 3,
  科研机构: 3,
  社会公益组织: 4,
  法律服务机构: 4,
};

/** Page numbers begin with this one, as the sample's do. */
const FIRST_PAGE = 3;

/** What stands between two pages. */
export const pageMark = (page: number, { mark }: PageStyle): string => mark.replace('N', String(FIRST_PAGE + page));

/** Whether a page ends after a row of table 3, and how many have ended before. */
export function pageEnd(row: number, breaks: readonly number[]): number | undefined {
  const page = [...breaks].sort((a, b) => a - b).indexOf(row);
  return page < 0 ? undefined : page;
}

/** A label that spans rows of table 3: （三）不予公开, or 三、本年度办理结果. */
export interface Spanning {
  readonly cell: Cell;
  readonly first: number;
  /** The row behind its last one. */
  readonly end: number;
}

/** The labels of table 3 that span rows, in the order of the form. */
export function spanningOf(table: Table): Spanning[] {
  return bodyRows(table).flatMap((cells, first) =>
    cells.flatMap((cell) =>
      cell.role === 'side' || cell.role === 'group' ? [{ cell, first, end: first + cell.rowspan }] : [],
    ),
  );
}
