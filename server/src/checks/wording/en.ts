import type { Row } from '../../report/report.ts';
import { type Slip, slipOf } from '../slips.ts';
import { type Advice, adviceOn, type Change, type Sum } from './advice.ts';
import { enProse } from './en-prose.ts';
import { enYears } from './en-years.ts';
import { cellName, columnName, identityPlace, rowLabel } from './names.ts';
import { writeSum } from './sum.ts';
import type { Words } from './words.ts';

function advise(advice: Advice): string {
  switch (advice.kind) {
    case 'impossible':
      return 'More was handled than received and carried in; check the addends.';
    case 'check':
      return `Check the addends; if they are right, write ${advice.computed}.`;
    case 'total':
      return `Changing this cell alone makes every sum hold: it should be ${advice.right}${like(advice.slip)}.`;
    case 'cells': {
      const cells = advice.changes.length === 1 ? 'one cell' : `${advice.changes.length} cells`;
      return `Changing ${cells} makes every sum hold: ${list(advice.changes)}${like(advice.slip)}.`;
    }
    case 'choose': {
      const likely = advice.slip ? `Most likely: ${list(advice.likely)}${like(advice.slip)}. ` : '';
      return `${advice.choices} corrections of ${advice.cells} cell(s) would do, and the table alone cannot tell which. ${likely}Check them.`;
    }
  }
}

const list = (changes: readonly Change[]) =>
  changes.map(({ name, right, written }) => `“${name}” should be ${right}, not ${written}`).join('; ');
const like = (slip: Slip | undefined) => (slip ? ` (${SLIPS[slip]})` : '');

const SLIPS = {
  'digits-swapped': 'two digits seem to be swapped',
  'digit-dropped': 'a digit seems to be missing',
  'digit-added': 'there seems to be a digit too many',
  'cells-swapped': 'the two numbers seem to be swapped',
  'wrong-column': 'the number seems to be in the wrong column',
  'left-zero': 'it seems to have been left out',
  'stale-total': 'the total seems to be left from before, perhaps from last year',
} as const;

function sum(facts: Sum, place: string, total: string): string {
  const { identity, stated, computed } = facts;
  const off = Math.abs(stated - computed);
  return `${place}: ${writeSum(identity, computed, 'all addends are 0')}, but ${total} says ${stated}, off by ${off}. ${advise(adviceOn(facts))}`;
}

const FLAWS = {
  negative: 'a sign does not belong here',
  decimal: 'a whole number is expected',
  split: 'digits are split by a space, so this may be one number or two',
  letters: 'letters stand among the digits (such as O or l)',
  separators: 'a thousands separator is misplaced',
  unit: 'the unit is 万元 and does not belong in the cell',
  'too-long': 'too many digits to add up',
  text: 'not a number',
} as const;

const DOCUMENTS = '规章 and 行政规范性文件 count those issued, abolished and in force';
const OUTDATED = {
  documents: { name: 'block （一） of table 2', difference: DOCUMENTS },
  proactive: {
    name: 'table 2',
    difference: `in table 2 ${DOCUMENTS}, 行政许可, 行政处罚 and 行政强制 give decisions only, 行政事业性收费 an amount in 万元; 其他对外管理服务事项 and 政府集中采购 are gone`,
  },
  requests: { name: 'table 3', difference: '（六）其他处理 of table 3 has three rows' },
} as const;

/** Messages in English; the names of rows, columns and sections stay those of the form. */
export const en: Words = {
  'row-total': (facts) => sum(facts, `Row “${identityPlace(facts.identity)}”`, '总计'),
  'outcome-total': (facts) => sum(facts, `Outcomes in column “${identityPlace(facts.identity)}”`, '（七）总计'),
  'carry-balance': (facts) => sum(facts, `Column “${identityPlace(facts.identity)}”`, '四、结转下年度继续办理'),
  'review-total': (facts) => sum(facts, `“${identityPlace(facts.identity)}”`, '总计'),
  'cell-suspect': ({ table, cell, written, value, correction, failing }) => {
    const others = correction.length > 1 ? `, with ${correction.length - 1} other cell(s),` : '';
    const sums = failing.map(({ identity }) => `“${identityPlace(identity)}”`).join(', ');
    return `“${cellName(table, cell)}” says ${written} and should be ${value}${like(slipOf(correction, table.form))}: corrected${others} the sums of ${sums} hold.`;
  },
  'section-missing': ({ section }) =>
    `Section ${section.ordinal} “${section.title}” is missing. The form requires all six sections; insert “${section.ordinal}、${section.title}” here.`,
  'section-order': ({ section, after }) =>
    `“${section.form.title}” is out of place: it is section ${section.form.ordinal} of the form${after ? ` and belongs after “${after.form.title}”` : ' and comes first'}.`,
  'section-numbering': ({ section, written, expected }) =>
    written
      ? `Heading “${section.form.title}” is numbered “${written}”; the form has “${expected}”.`
      : `Heading “${section.form.title}” has no ordinal; it should be “${expected}”.`,
  'aspect-missing': ({ aspect }) =>
    `总体情况 says nothing about “${aspect}”. The form wants five aspects: 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设, 监督保障.`,
  'table-missing': ({ section }) => `No table was found in “${section.form.title}”; insert the table of the form.`,
  'row-missing': ({ row, after }) =>
    `Row “${rowLabel(row)}” is missing${after ? `; it belongs after “${rowLabel(after)}”` : ''}. Keep the row and write 0 when there is nothing to report.`,
  'row-order': ({ row, after }) =>
    `Row “${rowLabel(row.form)}” is out of place${after ? `; it belongs after “${rowLabel(after)}”` : '; it is the first row'}.`,
  'row-unknown': ({ unknown }) => {
    if (unknown.repeats)
      return `Row “${rowLabel(unknown.repeats)}” is here a second time; this one was not checked. Delete one of them.`;
    return `${unknown.label ? `“${unknown.label}”` : 'A row without a label'} is no row of the form; its numbers were not checked. Check the label.`;
  },
  'cell-missing': ({ row }) => {
    const width = row.form.columns.length;
    return `${rowName(row.form.label)} should have ${width} numbers but has ${row.found}, ${width - row.found} too few; it is unknown which, so the row was not checked. ${together(row) ?? 'Fill in 0 where there is nothing to report.'}`;
  },
  'cell-extra': ({ row }) => {
    const width = row.form.columns.length;
    return `${rowName(row.form.label)} should have ${width} numbers but has ${row.found}, ${row.found - width} too many; the row was not checked. Was one number split in two?`;
  },
  'cell-blank': ({ table, row, blanks, marks, total, computed }) => {
    const names = blanks
      .map((cell, at) => columnName(table.form, cell.row, cell.column) + (marks[at] ? `“${marks[at]}”` : ''))
      .join(', ');
    const sum = total && computed !== undefined ? `The others add up to ${computed}; write ${computed} as 总计.` : '';
    const all = blanks.length === row.cells.length;
    return `${rowName(row.form.label)} ${all && marks.every((mark) => mark === '') ? 'is blank' : `has ${blanks.length} cell(s) without a number (${names})`}; a blank is not taken for 0, so its sums are unknown. ${sum || 'Write 0 where there is nothing to report.'}`;
  },
  'cell-invalid': (facts) => {
    const name = cellName(facts.table, facts.cell);
    if (facts.flaw === 'extra') {
      return `“${name}” holds “${facts.extra}” beside the number; it was read as ${facts.value}. Write the number alone.`;
    }
    const guess =
      facts.guess === undefined
        ? 'Write a number.'
        : facts.confirmed
          ? `With ${facts.guess} every sum around it holds; correct it.`
          : `Correct it if ${facts.guess} was meant.`;
    return `“${name}” says “${facts.written}”: ${FLAWS[facts.flaw]}; this cell was not checked. ${guess}`;
  },
  'form-outdated': ({ year, parts, mixed }) => {
    const names = parts.map((part) => OUTDATED[part].name).join(' and ');
    const both = mixed ? ', while the rest is in the new one' : '';
    const differences = parts.map((part) => OUTDATED[part].difference).join('; ');
    return `The report on ${year} has ${names} in the form of 2019 (国办公开办函〔2019〕60号)${both}; from 2021 on it is that of 国办公开办函〔2021〕30号. There, ${differences}.`;
  },
  ...enProse,
  ...enYears,
  addend: (name, value) => `${name}: ${value}`,
  suspect: (name, value) => `“${name}” should be ${value}`,
  failing: (place, stated, computed) => `${place}: says ${stated}, should be ${computed}`,
};

function together({ together: found }: Row): string | undefined {
  if (!found) return undefined;
  const [first, second] = found.parts;
  return `“${first}${second}” looks like ${first} and ${second} run together: apart, they make the sum of the row hold.`;
}

function rowName(label: string): string {
  return label ? `Row “${label}”` : 'The row of this table';
}
