import { findSection, type UnreadableTable } from '../../report/report.ts';
import type { Rule } from '../finding.ts';

interface TableUnreadable {
  readonly table: UnreadableTable;
  /** The title of its section. */
  readonly title: string;
}

/** A table stands in the text but cannot be read as it stands: its columns come one after the other, or it is a picture. */
export const tableUnreadable: Rule<TableUnreadable> = {
  code: 'table-unreadable',
  title: { zh: '统计表无法读取', en: 'A table cannot be read' },
  severity: 'warning',
  find({ report }, emit) {
    for (const table of report.unreadable) {
      const section = findSection(report, table.number);
      emit(section?.heading ?? table.span, { table, title: section?.form.title ?? '' });
    }
  },
  message: {
    zh: ({ table, title }) =>
      table.reason === 'picture'
        ? `“${title}”部分的统计表可能是图片，无法核对。请改用文字表格。`
        : `“${title}”部分的项目与数字是分开的（多为 PDF 逐列取出的文字），无法确定各数属于哪一行，本表未核对。请从网页或 Word 文件复制表格，或用 pdftotext -layout 重新取出文字。`,
    en: ({ table, title }) =>
      table.reason === 'picture'
        ? `The table of “${title}” may be a picture and was not checked. Use a table of text.`
        : `In “${title}” labels and numbers stand apart (text of a PDF, column by column): no number has a sure row, and the table was not checked. Copy it from the web page or the Word file, or take the text out again with pdftotext -layout.`,
  },
  data: ({ table }) => ({ table: table.number }),
  fingerprint: ({ table }) => [table.number, table.reason],
};
