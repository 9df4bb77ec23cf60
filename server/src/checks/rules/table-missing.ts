import type { Edit } from '../../edits/edit.ts';
import { behindBlock } from '../../edits/html.ts';
import { parseEdited } from '../../edits/parse-edited.ts';
import { layoutForNew, newTable } from '../../edits/table-writer.ts';
import { isTableNumber } from '../../report/forms/form.ts';
import { findTable, isHtmlIn, type Report, type Section } from '../../report/report.ts';
import { newlineOf } from '../../text/line-ends.ts';
import { lineAt } from '../../text/lines.ts';
import { findCutOff } from '../cut-off.ts';
import type { Rule } from '../finding.ts';

/** Section 二, 三 or 四 holds no table (国办公开办函〔2021〕30号: these sections are told in the form of tables). */
export const tableMissing: Rule<Section> = {
  code: 'table-missing',
  title: { zh: '缺少统计表', en: 'A table is missing' },
  severity: 'error',
  find({ report }, emit) {
    for (const section of report.sections) {
      const { number } = section.form;
      if (!isTableNumber(number) || findTable(report, number)) continue;
      if (report.unreadable.some((table) => table.number === number)) continue;
      // What is absent because the text ends in the table's head, text-cut-off tells of.
      if (findCutOff(report)?.form.number !== number) emit(section.heading, section);
    }
  },
  message: {
    zh: ({ form }) => `“${form.title}”部分没有读到表格，请补上规定格式的统计表。`,
    en: ({ form }) => `No table was found in “${form.title}”; insert the table of the form.`,
  },
  fixes: ({ facts: section }, { report }, locale) => {
    const edits = insertTable(report, section);
    return [
      {
        title:
          locale === 'zh'
            ? `在“${section.form.title}”下补上空表（各格填 0）`
            : `Insert the table of “${section.form.title}”, filled with 0`,
        edits: isThere(report, edits, section) ? edits : [],
        preferred: true,
      },
    ];
  },
  fingerprint: ({ form }) => [form.number],
};

/** Whether the table, and nothing else, comes in once it is put in: among torn lines it might not be read, or a heading be. */
function isThere(report: Report, edits: readonly Edit[], { form: { number } }: Section): boolean {
  const copy = edits.length > 0 ? parseEdited(report, edits) : undefined;
  return (
    copy !== undefined &&
    isTableNumber(number) &&
    findTable(copy, number) !== undefined &&
    copy.tables.length === report.tables.length + 1 &&
    copy.sections.length === report.sections.length
  );
}

/** The table of the form below the heading, set off by blank lines; nothing where no place below it is sure. */
function insertTable(report: Report, section: Section): Edit[] {
  const { text, lines } = report;
  const { heading } = section;
  const { number } = section.form;
  if (!isTableNumber(number)) return [];
  const isHtml = isHtmlIn(report, [section]);
  const at = isHtml ? behindBlock(text, heading.end) : lines.end(lineAt(lines, heading.end));
  if (at === undefined) return [];
  const newline = newlineOf(text);
  const rows = newTable(report.form, number, isHtml ? 'html' : layoutForNew(report));
  return [{ span: { start: at, end: at }, newText: ['', ...(isHtml ? [] : ['']), ...rows].join(newline) }];
}
