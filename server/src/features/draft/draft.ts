import type { Analysis } from '../../checks/analysis.ts';
import { EMPTY_BRACKETS, PLACEHOLDER } from '../../checks/rules/template-residue.ts';
import { applyEdits } from '../../edits/edit.ts';
import { isTableNumber } from '../../report/forms/form.ts';
import { ASPECTS, officialHeading, SECTIONS } from '../../report/forms/sections.ts';
import { CHINESE_ORDINALS } from '../../text/chinese-numerals.ts';
import type { Layout } from '../../text/tokens.ts';
import { literal } from '../snippet.ts';
import { proseEdits } from './prose-edits.ts';
import { BLANK, carriedOver, draftTable, tableEdits } from './tables.ts';

/** The text of a new report, and the same with its placeholders as the places of a snippet. */
export interface Draft {
  readonly text: string;
  readonly snippet: string;
  /** The year that it reports on. */
  readonly year: number;
  readonly agency: string;
}

/** Columns kept by runs of spaces have no place for a blank cell. */
const shown = (layout: Layout): Layout => (layout === 'spaced' ? 'pipes' : layout);

/** The blank form of 国办公开办函〔2021〕30号 with its six sections, five aspects and three tables. */
export function blankReport(agency: string, year: number, layout: Layout): Draft {
  const heading = layout === 'pipes' ? '## ' : '';
  const title = `${agency || PLACEHOLDER}${year}年政府信息公开工作年度报告`;
  const sections = SECTIONS.flatMap((form) => {
    const { number } = form;
    const body = isTableNumber(number) ? draftTable(number, shown(layout), BLANK) : (BODIES[number] ?? []);
    return ['', `${heading}${officialHeading(form)}`, '', ...body];
  });
  const text = [`${heading === '' ? '' : '# '}${title}`, ...sections, ''].join('\n');
  return draftOf(text, year, agency);
}

const BODIES: Readonly<Record<number, readonly string[]>> = {
  1: ASPECTS.flatMap(({ name }, at) => [`（${CHINESE_ORDINALS[at]}）${name}`, EMPTY_BRACKETS]),
  5: [EMPTY_BRACKETS],
  6: ['本年度未收取信息处理费。'],
};

/**
 * A draft from last year's report: its organ and its words, years one up, numbers to be written anew.
 *
 * @returns undefined when nobody knows on which year the report is
 */
export function reportFrom(analysis: Analysis, layout?: Layout): Draft | undefined {
  const { report } = analysis;
  if (report.year === undefined) return undefined;
  const tables = tableEdits(report, (table) => shown(layout ?? table.layout), carriedOver(report));
  const headings = report.sections.map(({ heading }) => heading);
  const except = [...tables.map(({ span }) => span), ...headings];
  const prose = proseEdits(analysis, report.year, except).filter(
    ({ span }) => !tables.some((each) => each.span.start <= span.start && span.start < each.span.end),
  );
  return draftOf(applyEdits(report.text, [...tables, ...prose]), report.year + 1, report.agency);
}

const PLACES = new RegExp(`${PLACEHOLDER}|${EMPTY_BRACKETS}`, 'g');

function draftOf(text: string, year: number, agency: string): Draft {
  let number = 0;
  const escaped = literal(text);
  const snippet = escaped.replace(PLACES, (placeholder) => `\${${++number}:${placeholder}}`);
  return { text, snippet, year, agency };
}
