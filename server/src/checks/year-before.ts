import {
  type Digest,
  type Figure,
  type Predecessor,
  rangeOf,
  type Source,
  type Spot,
  spanOf,
} from '../digest/digest.ts';
import type { Finding, YearFacts, YearFinding } from './finding.ts';

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
export function compareYears(now: Digest, before: Predecessor): YearFinding[] {
  return [...carriedOver(now, before), ...documents(now, before), ...copied(now, before)];
}

/** 二、上年结转 is what last year's report carried over as 四、结转下年度继续办理, applicant by applicant. */
function carriedOver(now: Digest, before: Predecessor): YearFinding[] {
  const { carriedOut } = before.digest;
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
function documents(now: Digest, before: Predecessor): YearFinding[] {
  return now.documents.flatMap(({ row, issued, abolished, valid: cell }): YearFinding[] => {
    const source = before.digest.documents.find((each) => each.row === row)?.valid;
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

function copied(now: Digest, before: Predecessor): YearFinding[] {
  return now.prose.flatMap(({ section, hash, heading }): YearFinding[] => {
    const source = before.digest.prose.find((each) => each.section === section && each.hash === hash);
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
  { file, digest }: Predecessor,
  { start, end, line, character, endLine, endCharacter }: Spot | Figure,
): Source {
  return { ...file, year: digest.year, spot: { start, end, line, character, endLine, endCharacter } };
}
