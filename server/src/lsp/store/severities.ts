import type { Severity } from '../../checks/finding.ts';
import type { Judged } from '../../project/project.ts';

/** How many findings there are, by severity. */
export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Information and hints. */
  readonly others: number;
}

export function severitiesOf(findings: readonly Judged[]): Severity[] {
  return findings.map(({ severity }) => severity);
}

export function countSeverities(severities: readonly Severity[]): SeverityCounts {
  const errors = severities.filter((severity) => severity === 'error').length;
  const warnings = severities.filter((severity) => severity === 'warning').length;
  return { errors, warnings, others: severities.length - errors - warnings };
}
