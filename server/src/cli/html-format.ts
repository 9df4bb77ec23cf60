import type { Severity } from '../checks/finding.ts';
import { element, escapeHtml } from '../view/html.ts';
import { drawIndex, INDEX_SCRIPT, INDEX_STYLE, type IndexEntry, type LeftOut } from '../view/index-page.ts';
import { pageEnd, pageHead } from '../view/page.ts';
import { VIEW_WORDS } from '../view/words.ts';
import { drawingId } from './drawing-id.ts';
import type { Diagnostic } from './json-format.ts';
import type { Locale } from './locale.ts';
import { skipText } from './notices.ts';
import { type Checked, EMPTY_TALLY, type Result, type Skipped, type Tally, tallied } from './result.ts';
import { sha256 } from './sha256.ts';
import { type Output, write } from './terminal.ts';
import { changesText } from './text-format.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * Prints one page that needs nothing beside it: every report drawn with its findings and, where there are several, a list
 * of them. The list stands first, so that the drawings wait until the last report is checked.
 */
export async function printHtml(
  results: AsyncIterable<Result>,
  out: Output,
  { stderr, locale }: { readonly stderr: Output; readonly locale: Locale },
): Promise<Tally> {
  let tally = EMPTY_TALLY;
  const drawings: string[] = [];
  const entries: IndexEntry[] = [];
  const leftOut: LeftOut[] = [];
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind === 'skipped') {
      if (result.reason !== 'not-a-report' || result.source.named) leftOut.push(leftOutOf(result, locale));
      continue;
    }
    if (out !== stderr) await write(stderr, changesText(result, locale));
    entries.push(entryOf(result));
    drawings.push(result.drawing ?? '');
  }
  const many = entries.length !== 1 || leftOut.length > 0;
  const scripts = many ? [INDEX_SCRIPT] : [];
  const words = VIEW_WORDS[locale];
  const title = many ? words.indexTitle : (entries[0]?.agency ?? '') || words.indexTitle;
  await write(out, pageHead({ locale, title, style: INDEX_STYLE, scripts, hash: sha256 }));
  if (many) await write(out, drawIndex(entries, leftOut, locale));
  for (const [at, entry] of entries.entries())
    await write(out, `\n${article(entry, drawings[at] as string, many ? locale : undefined)}`);
  await write(out, `\n${pageEnd({ scripts })}`);
  return tally;
}

function article({ id, path, agency }: IndexEntry, drawing: string, locale?: Locale): string {
  const back = locale ? ` · ${element('a', { href: '#top' }, VIEW_WORDS[locale].backToIndex)}` : '';
  const above = element('p', { class: 'facts' }, escapeHtml(path) + back);
  return element('article', { id, 'aria-label': agency }, above + drawing);
}

/** The words of `skipText` without the path that they begin with. */
function leftOutOf(skipped: Skipped, locale: Locale): LeftOut {
  const { path } = skipped.source;
  return {
    path,
    why: skipText(skipped, locale)
      .slice(path.length)
      .replace(/^[：:] */, ''),
  };
}

function entryOf({ source, report: { agency, year, diagnostics } }: Checked): IndexEntry {
  const count = (severity: number) => diagnostics.filter((each: Diagnostic) => each.severity === severity).length;
  const counts = Object.fromEntries(SEVERITIES.map((name, at) => [name, count(at + 1)])) as IndexEntry['counts'];
  return { id: drawingId(source), path: source.path, agency, year, counts };
}
