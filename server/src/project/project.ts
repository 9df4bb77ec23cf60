import type { Analysis } from '../checks/analysis.ts';
import { type Demands, NO_DEMANDS, type Profile } from '../checks/demands.ts';
import type { Finding, Severity } from '../checks/finding.ts';
import { RULES, SLIP_CODES } from '../checks/rules/index.ts';
import { fingerprintsOf } from '../features/fingerprint.ts';

/** How grave a rule's findings are; `off` leaves them out. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** A severity by rule; a rule that is not in it keeps its own. */
export type Severities = Readonly<Partial<Record<string, Severity | 'off'>>>;

/** What holds for one file, as plain data. */
export interface FileProject {
  /** It is not to be checked. */
  readonly ignored: boolean;
  readonly rules: Severities;
  readonly profile?: Profile;
  /** The findings that were dismissed in this file. */
  readonly dismissed: readonly Dismissed[];
}

/** A finding that someone has looked at and left, by its fingerprint, and why. */
export interface Dismissed {
  readonly fingerprint: string;
  readonly reason: string;
}

export const NO_PROJECT: FileProject = { ignored: false, rules: {}, dismissed: [] };

/** A `.zfxxgk.json` made ready for many files. */
export interface Project {
  readonly rules: Severities;
  readonly profile: Profile;
  /** Both take the path of a file from the folder of the `.zfxxgk.json`, with `/`. */
  readonly ignores: (path: string) => boolean;
  readonly dismissedIn: (path: string) => readonly Dismissed[];
}

/** A `.zfxxgk.json` above a file, and the file's path from there. */
export interface Above {
  readonly project: Project;
  readonly path: string;
}

/**
 * What the `.zfxxgk.json` files above a file say together: of a rule the nearest that names it, of files to ignore and
 * dismissed findings all of them.
 *
 * @param above the nearest first
 */
export function projectOf(above: readonly Above[]): FileProject {
  if (above.length === 0) return NO_PROJECT;
  return {
    ignored: above.some(({ project, path }) => project.ignores(path)),
    rules: Object.assign({}, ...[...above].reverse().map(({ project }) => project.rules)),
    profile: Object.assign({}, ...[...above].reverse().map(({ project }) => project.profile)),
    dismissed: above.flatMap(({ project, path }) => project.dismissedIn(path)),
  };
}

const ON_DEMAND = RULES.filter(({ offByDefault }) => offByDefault);

/** What the rules must know of a project before they run. */
export function demandsOf({ rules, profile }: Pick<FileProject, 'rules' | 'profile'>): Demands {
  const also = ON_DEMAND.map(({ code }) => code).filter((code) => (rules[code] ?? 'off') !== 'off');
  return also.length > 0 ? { ...profile, also } : (profile ?? NO_DEMANDS);
}

/** A finding that is to be shown, with its configured severity. */
export interface Judged {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly fingerprint: string;
  /** Why it was dismissed, if it was. */
  readonly reason?: string;
}

/** A report's findings as a project wants them: those to show, and those that someone has looked at and dismissed. */
export interface Verdict {
  readonly shown: readonly Judged[];
  readonly dismissed: readonly Judged[];
}

export function judge(
  { report, findings }: Analysis,
  { rules, dismissed }: Pick<FileProject, 'rules' | 'dismissed'>,
): Verdict {
  const known = new Map(dismissed.map(({ fingerprint, reason }) => [fingerprint, reason]));
  let fingerprints: readonly string[] | undefined;
  // Worked out of all findings together, when somebody asks for the first one.
  const fingerprintAt = (at: number) => {
    fingerprints ??= fingerprintsOf(report, findings);
    return fingerprints[at] as string;
  };
  const bearerIsQuiet = Object.entries(rules).some(([code, level]) => level !== 'error' && SLIP_CODES.has(code));
  const verdict = { shown: [] as Judged[], dismissed: [] as Judged[] };
  for (const [at, finding] of findings.entries()) {
    const severity = rules[finding.code] ?? (bearerIsQuiet ? ownSeverity(finding) : finding.severity);
    const judged = (as: Severity): Judged => ({
      finding,
      severity: as,
      get fingerprint() {
        return fingerprintAt(at);
      },
    });
    // Dismissed is dismissed, also while its rule is off: no repair may touch it.
    if (known.size > 0 && known.has(fingerprintAt(at)))
      verdict.dismissed.push({ ...judged(finding.severity), reason: known.get(fingerprintAt(at)) ?? '' });
    else if (severity !== 'off') verdict.shown.push(judged(severity));
  }
  return verdict;
}

/** What is not mended without asking: findings that were dismissed, and of rules that are off what is no sum. */
export function sparedIn(analysis: Analysis, project: Pick<FileProject, 'rules' | 'dismissed'>): Finding[] {
  const { dismissed } = judge(analysis, project);
  const off = analysis.findings.filter(({ code, rule }) => project.rules[code] === 'off' && !rule.identity);
  return [...dismissed.map(({ finding }) => finding), ...off];
}

/**
 * One slip is one error, at the wrong cell. Where the rule that tells of it there is switched off or lowered, the sums
 * that fail by it count by themselves again: no fault may be missed for it.
 */
function ownSeverity({ code, rule, severity }: Finding): Severity {
  return SLIP_CODES.has(code) ? rule.severity : severity;
}
