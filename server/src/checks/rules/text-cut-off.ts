import { type CutOff, findCutOff } from '../cut-off.ts';
import type { Rule } from '../finding.ts';
import { rowLabel } from '../wording/names.ts';
import { appendSections } from './section-missing.ts';

/**
 * The text ends in its tables: one finding behind the last row that was read, in place of one for each row and section
 * that should follow.
 */
export const textCutOff: Rule<CutOff> = {
  code: 'text-cut-off',
  title: { zh: '从这里起缺失', en: 'The text is cut off here' },
  severity: 'error',
  find({ report }, emit) {
    const cut = findCutOff(report);
    if (cut) emit({ start: cut.end, end: cut.end }, cut);
  },
  message: {
    zh: (cut) =>
      `从这里起缺失：没有读到${rowsZh(cut)}第${ordinals(cut.sections, '、')}部分。请核对原文是否复制完整，补齐后面的内容。`,
    en: (cut) =>
      `The text is missing from here on: ${rowsEn(cut)}sections ${ordinals(cut.sections, ', ')} were not found. Check whether the text was copied whole, and add what follows.`,
  },
  // Behind a whole table the headings can be written; of rows nobody knows the numbers.
  fixes: ({ facts: { rows, sections } }, { report }, locale) => [
    {
      title:
        locale === 'zh'
          ? `补上第${ordinals(sections, '、')}部分的标题和空表（各格填 0）`
          : `Insert sections ${ordinals(sections, ', ')} with their tables, filled with 0`,
      edits: rows.length > 0 ? [] : [appendSections(report, sections)],
      preferred: false,
    },
  ],
  data: ({ form, rows: [row] }) => (row ? { table: form.number, row: rowLabel(row) } : undefined),
  fingerprint: ({ form, rows }) => [form.number, rows[0]?.id],
};

const ordinals = (sections: CutOff['sections'], comma: string) => sections.map(({ ordinal }) => ordinal).join(comma);

function rowsZh({ rows: [row, ...more] }: CutOff): string {
  if (!row) return '';
  return more.length > 0 ? `自“${rowLabel(row)}”起的各行和` : `“${rowLabel(row)}”一行和`;
}

function rowsEn({ rows: [row, ...more] }: CutOff): string {
  if (!row) return '';
  return more.length > 0 ? `the rows from “${rowLabel(row)}” on and ` : `row “${rowLabel(row)}” and `;
}
