import type { Finding, FindingData, Severity } from '../checks/finding.ts';

export type { FindingData };

/** The numbers of LSP: 1 error, 2 warning, 3 information, 4 hint. */
export function severityNumber(severity: Severity): 1 | 2 | 3 | 4 {
  return ({ error: 1, warning: 2, information: 3, hint: 4 } as const)[severity];
}

/** Undefined for a finding that concerns neither a cell nor a row. */
export function findingData<Facts>({ rule, facts }: Finding<Facts>): FindingData | undefined {
  return rule.data?.(facts);
}
