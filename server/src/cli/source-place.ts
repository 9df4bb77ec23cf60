import type { Diagnostic, SourcePlace } from './json-format.ts';
import { type Locale, sayIn } from './locale.ts';

/**
 * Where a finding is, for a person: `57:20` in a text; in a document, which has no lines, the cell by its names, or the
 * paragraph, and of a PDF the page: `表三“（一）予以公开”行“总计”列（第 2 页）`.
 */
export function placeText({ range: { start }, source }: Pick<Diagnostic, 'range' | 'source'>, locale: Locale): string {
  return (source && sourceText(source, locale)) ?? `${start.line + 1}:${start.character + 1}`;
}

/** Undefined where nothing is known of the place: a saved page has neither pages nor paragraphs. */
function sourceText({ table, row, column, page, paragraph }: SourcePlace, locale: Locale): string | undefined {
  const say = sayIn(locale);
  const onPage = page === undefined ? '' : say(`（第 ${page} 页）`, ` (page ${page})`);
  if (table === undefined) {
    // Nobody counts paragraphs over the pages of a PDF.
    if (page !== undefined) return say(`第 ${page} 页`, `page ${page}`);
    return paragraph === undefined ? undefined : say(`第 ${paragraph} 段`, `paragraph ${paragraph}`);
  }
  const inRow = !row ? '' : say(`“${row}”行`, `, row “${row}”`);
  const inColumn = !column ? '' : say(`“${column}”列`, `, column “${column}”`);
  return say(`表${'〇一二三四'[table] ?? table}`, `table ${table}`) + inRow + inColumn + onPage;
}

/** What is said of a finding where the place is shown by line numbers, which a document does not have. */
export function placedMessage(found: Pick<Diagnostic, 'message' | 'source'>, locale: Locale): string {
  const place = found.source && sourceText(found.source, locale);
  return place === undefined ? found.message : `${place}${sayIn(locale)('：', ': ')}${found.message}`;
}
