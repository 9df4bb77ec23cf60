import { SECTIONS } from '../../report/forms/sections.ts';
import type { Report, Table } from '../../report/report.ts';
import { isSpace } from '../../text/characters.ts';
import { lineAt } from '../../text/lines.ts';
import type { Rule } from '../finding.ts';

/** One of the six sections is absent; reported at the place where it should stand. */
export const sectionMissing: Rule = {
  codes: ['section-missing'],
  find: (report) =>
    SECTIONS.filter((form) => !report.sections.some((section) => section.form === form)).map((section) => {
      const place = placeOf(report, section.number);
      return { code: 'section-missing', severity: 'error', span: { start: place, end: place }, section };
    }),
};

/**
 * Offset (UTF-16) at which a missing section belongs: above its table when only the heading is lost, else before the
 * next section that is there, else behind the last line.
 */
function placeOf(report: Report, number: number): number {
  const table = report.tables.find((each) => each.number === number);
  if (table) return lineOf(report, table);
  const next = report.sections.find((section) => section.form.number > number);
  return next ? next.heading.start : visibleEnd(report.text);
}

/** Behind the last visible character: an editor shows nothing on the empty line below it, a browser behind `</body>`. */
function visibleEnd(text: string): number {
  for (let end = text.length; ; ) {
    while (end > 0 && (isSpace(text.charCodeAt(end - 1)) || '\r\n'.includes(text[end - 1] as string))) end--;
    const tag = PAGE_ENDS.find((each) => text.slice(Math.max(0, end - each.length), end).toLowerCase() === each);
    if (!tag) return end;
    end -= tag.length;
  }
}

const PAGE_ENDS = ['</body>', '</html>'];

/** The line with which a table begins; in HTML that of its `<table>`. */
function lineOf({ text, blocks }: Report, table: Table): number {
  let at = lineAt(blocks, table.head);
  if (table.layout !== 'html') return blocks[at]?.start ?? 0;
  const tag = text
    .slice(Math.max(0, table.head - TAG_DISTANCE), table.head)
    .toLowerCase()
    .lastIndexOf('<table');
  if (tag >= 0) at = lineAt(blocks, Math.max(0, table.head - TAG_DISTANCE) + tag);
  return blocks[at]?.start ?? 0;
}

/** How far above the first text of a table its `<table>` is looked for. */
const TAG_DISTANCE = 400;
