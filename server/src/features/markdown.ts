import type { Report } from '../report/report.ts';

/**
 * The text that was read out of a document as Markdown: its title and section headings are marked, lines of cells become
 * tables. Nothing else changes, so that it is read like the document.
 *
 * @param text paragraphs as lines, tables as lines of cells between tabs
 * @param report what was read of it; absent when it is no report
 */
export function toMarkdown(text: string, report: Report | undefined): string {
  const marks = new Map<number, string>();
  if (report?.title) marks.set(lineStart(text, report.title.span.start), '# ');
  for (const { heading } of report?.sections ?? []) if (heading) marks.set(lineStart(text, heading.start), '## ');
  const out: string[] = [];
  let at = 0;
  let rows: string[][] = [];
  const finishTable = () => {
    if (rows.length > 0) out.push(tableOf(rows), '');
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) rows.push(line.split('\t'));
    else {
      finishTable();
      if (line.trim() !== '') out.push(`${marks.get(at) ?? ''}${line}`, '');
    }
    at += line.length + 1;
  }
  finishTable();
  return `${out.join('\n').trimEnd()}\n`;
}

const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

/** A table of Markdown begins with a row above a rule, whatever the row holds. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const lines = rows.map((cells) => {
    const padded = Array.from({ length: width }, (_, at) => (cells[at] ?? '').trim().replace(/\|/g, '\\|'));
    return `| ${padded.join(' | ')} |`;
  });
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return lines.join('\n');
}
