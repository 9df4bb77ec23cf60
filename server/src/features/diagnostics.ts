import type { Finding, FindingData, Severity } from '../checks/finding.ts';

export type { FindingData };

/** In the order of the numbers that LSP gives them, from 1. */
const BY_NUMBER = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** 1 error, 2 warning, 3 information, 4 hint. */
export type SeverityNumber = 1 | 2 | 3 | 4;

export function severityNumber(severity: Severity): SeverityNumber {
  return (BY_NUMBER.indexOf(severity) + 1) as SeverityNumber;
}

export function severityOf(number: SeverityNumber): Severity {
  return BY_NUMBER[number - 1] as Severity;
}

/** Undefined for a finding that concerns neither a cell nor a row. */
export function findingData<Facts>({ rule, facts }: Finding<Facts>): FindingData | undefined {
  return rule.data?.(facts);
}
