import { csv } from '../../files/csv.ts';
import type { Summary } from '../../summary/model.ts';
import { summaryRows } from '../../summary/rows.ts';
import { jsonText } from '../../text/foreign.ts';
import type { SkippedJson } from '../json-format.ts';
import type { Locale } from '../locale.ts';
import type { SummaryOptions } from './arguments.ts';
import { summaryJson } from './json.ts';
import { summaryMarkdown } from './markdown.ts';
import { summaryText } from './text.ts';

/** A summary in the format that was asked for. */
export async function printed(
  summary: Summary,
  { format, verbose }: SummaryOptions,
  skipped: readonly SkippedJson[],
  locale: Locale,
): Promise<string | Buffer> {
  switch (format) {
    case 'text':
      return summaryText(summary, verbose, locale);
    case 'markdown':
      return summaryMarkdown(summary, verbose);
    case 'csv':
      return csv(summaryRows(summary), true);
    case 'json':
      return `${jsonText(summaryJson(summary, skipped))}\n`;
    case 'html':
      // What draws and what writes a workbook is loaded when it is asked for.
      return (await import('./html.ts')).summaryHtml(summary, locale);
    case 'xlsx':
      return (await import('./xlsx.ts')).summaryXlsx(summary);
  }
}
