import { cellAt, changeCell } from '../support/generate/fault.ts';
import { plainStyle, render } from '../support/generate/render.ts';
import { someNumbers } from './harness.ts';

/** One report, whole and with faults, for the tests of formats, baseline and `.zfxxgk.json`. */

const given = someNumbers();
const rendered = render(given, 'tsv', plainStyle);
const TOTAL = cellAt(rendered, { table: 3, row: 2, column: 6 });
const right = given.table3[2]?.[6] ?? 0;

export const AGENCY = given.agency;
export const YEAR = given.year;
export const GOOD = rendered.text;

/** 予以公开·总计 is `by` too high: `row-total` and `outcome-total`, mended by one cell. */
export const wrongTotal = (by: number): string => changeCell(rendered, TOTAL, String(right + by));

/** Only a warning: the ordinal of section 六. */
export const odd = (text: string): string => text.replace('六、', '6、');

/** A change that concerns no finding: three more lines in the prose, and other words in the title's neighbourhood. */
export const editedElsewhere = (text: string): string => text.replace(/(?=一、总体情况)/, '（征求意见稿）\n\n送审\n');
