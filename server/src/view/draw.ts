import type { Analysis, Severity } from '../checks/finding.ts';
import { describe } from '../checks/wording/index.ts';
import { fixesFor } from '../features/fixes.ts';
import type { Judged } from '../project/project.ts';
import { isTableNumber } from '../report/forms/form.ts';
import { officialHeading, SECTIONS, type SectionForm } from '../report/forms/sections.ts';
import { findSection } from '../report/report.ts';
import { visibleText } from '../report/visible.ts';
import type { Span } from '../text/span.ts';
import { type Canvas, canvasOf, type DrawOptions, listId, messagesOf, placeId } from './canvas.ts';
import { anchors } from './cell-view.ts';
import { element, escapeHtml } from './html.ts';
import { drawTable } from './table-view.ts';
import { drawProse } from './text-view.ts';

export type { DrawOptions };

/**
 * A report as the official form looks on paper, with what was found in it, as HTML that needs no script: the elements
 * that follow each other inside one `<article>`. Of two drawings of a text that changed a little most are the same.
 *
 * @param findings those to show, in the order of the text
 */
export function drawReport(analysis: Analysis, findings: readonly Judged[], options: DrawOptions): readonly string[] {
  const canvas = canvasOf(analysis, findings, options);
  const prose = drawProse(canvas);
  const title = drawTitle(canvas);
  const preamble = prose.get(0) ?? [];
  const sections = SECTIONS.flatMap((form) => drawSection(canvas, form, prose.get(form.number) ?? []));
  // The list comes last: only then is it known which places were drawn.
  return [title, drawFindings(canvas, analysis), ...preamble, ...sections];
}

function drawTitle(canvas: Canvas): string {
  const { report, words } = canvas;
  const text = report.title ? escapeHtml(visibleText(report.text, report.title.span)) : words.untitled;
  const facts = [
    report.agency,
    report.year === undefined ? '' : words.year(report.year),
    words.form(report.form.year),
  ].filter(Boolean);
  const heading = element('h1', {}, report.title ? marked(canvas, report.title.span, text) : text);
  return element('header', {}, heading + element('p', { class: 'facts' }, escapeHtml(facts.join(' · '))));
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Judged[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function drawFindings(canvas: Canvas, analysis: Analysis): string {
  const { findings, words, name } = canvas;
  const count = findings.length > 0 ? words.count(countFindings(findings)) : words.noFindings;
  const heading = element('h2', {}, `${words.findings}<small>${count}</small>`);
  const items = findings
    .map((each, index) => drawFinding(canvas, each, index, fixButtons(canvas, analysis, index)))
    .join('');
  return element(
    'nav',
    { 'aria-label': name === undefined ? words.findings : `${words.findings} ${name}` },
    heading + (items && element('ol', {}, items)),
  );
}

function drawFinding(canvas: Canvas, { finding, severity }: Judged, index: number, fixes: string): string {
  const { words, locale, placed, live } = canvas;
  const word = element('b', {}, words.severity[severity]);
  const place = placed.has(index) ? element('a', { href: `#${placeId(canvas, index)}` }, word) : word;
  const code = element('code', {}, finding.code);
  const attributes = { id: listId(canvas, index), class: severity, 'data-finding': live ? index : undefined };
  return element('li', attributes, `${place} ${escapeHtml(describe(finding, locale))} ${code}${fixes}`);
}

/**
 * For a reader who can do something: what the light bulb offers first. A fix is tried on a copy of the text before it is
 * offered, which a drawing that follows each key press has no time for in a long text or a long list.
 */
const MOST_FIXES = 3;
const MOST_MENDED = 12;
const LONGEST_MENDED = 32_768;

function fixButtons({ report, mends, locale, findings }: Canvas, analysis: Analysis, index: number): string {
  if (!mends || index >= MOST_MENDED || report.text.length > LONGEST_MENDED) return '';
  const fixes = fixesFor(analysis, (findings[index] as Judged).finding, locale).slice(0, MOST_FIXES);
  const buttons = fixes.map(({ title }, at) => element('button', { 'data-fix': `${index}.${at}` }, escapeHtml(title)));
  return buttons.length > 0 ? element('div', {}, buttons.join(' ')) : '';
}

function drawSection(canvas: Canvas, form: SectionForm, prose: readonly string[]): string[] {
  const section = findSection(canvas.report, form.number);
  const official = officialHeading(form);
  const text = section ? escapeHtml(visibleText(canvas.report.text, section.heading)) : official;
  const heading = element('h2', {}, section ? marked(canvas, section.heading, text) : text);
  const lacking = section ? [] : [element('p', { class: 'lacking' }, canvas.words.absentSection)];
  const hasTable = section || canvas.report.tables.some(({ number }) => number === form.number);
  const table = isTableNumber(form.number) && hasTable ? [drawTable(canvas, form.number)] : [];
  return [heading, ...lacking, ...table, ...prose];
}

/** A heading, marked where something was found of it. */
function marked(canvas: Canvas, { start, end }: Span, html: string): string {
  const indices = canvas.marks.flatMap(({ finding, start: from }) =>
    finding !== undefined && from >= start && from < end ? [finding] : [],
  );
  const [first] = indices;
  if (first === undefined) return html;
  for (const index of indices) canvas.placed.add(index);
  const attributes = { class: canvas.findings[first]?.severity, title: messagesOf(canvas, indices) };
  return element(
    'mark',
    attributes,
    anchors(canvas, indices) + element('a', { href: `#${listId(canvas, first)}` }, html),
  );
}
