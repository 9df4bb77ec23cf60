import type { Finding, YearFacts, YearFinding } from '../finding.ts';
import { type Earlier, type Figure, rangeOf, type Source, type Spot, type Summary, spanOf } from './digest.ts';

/** The rules that compare a report with the same organ's report of the year before. */
export const YEAR_CODES = [
  'carryover-mismatch',
  'documents-mismatch',
  'copied-text',
] as const satisfies readonly YearFacts['code'][];

export function isYearFinding(finding: Finding): finding is YearFinding {
  return (YEAR_CODES as readonly string[]).includes(finding.code);
}

/**
 * What does not fit the report of the year before. A value that is blank or unreadable on either side is unknown, and
 * nothing is said of it.
 *
 * @param now the report that the findings are about; their spans are offsets (UTF-16) into its text
 */
export function compareYears(now: Summary, before: Earlier): YearFinding[] {
  return [...carriedOver(now, before), ...documents(now, before), ...copied(now, before)];
}

/** 二、上年结转 is what last year's report carried over as 四、结转下年度继续办理, applicant by applicant. */
function carriedOver(now: Summary, before: Earlier): YearFinding[] {
  const { carriedOut } = before.summary;
  return now.carriedIn.flatMap((cell, column): YearFinding[] => {
    const source = carriedOut[column];
    if (!source || source.value === null || cell.value === null || source.value === cell.value) return [];
    const numbers = { stated: cell.value, computed: source.value };
    return [
      {
        code: 'carryover-mismatch',
        severity: 'warning',
        column,
        ...numbers,
        ...at(cell),
        before: from(before, source),
      },
    ];
  });
}

/** What is in force at the end of a year: what was at its beginning, and what came and went meanwhile. */
function documents(now: Summary, before: Earlier): YearFinding[] {
  return now.documents.flatMap(({ row, issued, abolished, valid: cell }): YearFinding[] => {
    const source = before.summary.documents.find((each) => each.row === row)?.valid;
    const known = [source, issued, abolished, cell].map((figure) => figure?.value ?? null);
    if (!source || !allKnown(known)) return [];
    const [valid, plus, minus, stated] = known;
    const computed = valid + plus - minus;
    if (computed === stated) return [];
    const facts = { row, issued, abolished, valid, stated, computed, before: from(before, source) };
    return [{ code: 'documents-mismatch', severity: 'warning', ...facts, ...at(cell) }];
  });
}

function allKnown(values: readonly (number | null)[]): values is [number, number, number, number] {
  return values.every((value) => value !== null);
}

function copied(now: Summary, before: Earlier): YearFinding[] {
  return now.prose.flatMap(({ section, hash, heading }): YearFinding[] => {
    const source = before.summary.prose.find((each) => each.section === section && each.hash === hash);
    if (!source) return [];
    return [
      { code: 'copied-text', severity: 'information', section, ...at(heading), before: from(before, source.heading) },
    ];
  });
}

function at(spot: Spot) {
  return { span: spanOf(spot), range: rangeOf(spot) };
}

function from(
  { file, summary }: Earlier,
  { start, end, line, character, endLine, endCharacter }: Spot | Figure,
): Source {
  return { ...file, year: summary.year, spot: { start, end, line, character, endLine, endCharacter } };
}
