import { type Analysis, analyse } from '../../../server/src/checks/analysis.ts';
import { wrongFeatures } from './features.ts';
import { randomOf } from './random.ts';
import { type Problems, wrongReading } from './reading.ts';

/** Hovers, fixes, outline and explanation are tried on one document in so many; reading and judging on each. */
export const FEATURES_EACH = 8;

/** What came of one text. */
export interface Examined {
  readonly problems: Problems;
  /** Whether it reads like a report by itself. */
  readonly report: boolean;
  /** What reading and judging took, without the language mode's help and with it; the slower of both. */
  readonly milliseconds: number;
  readonly features: boolean;
}

/** Runs something that must not throw; what it throws is told as a problem. */
function trying<T>(what: string, problems: Problems, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    const [message = '', place = ''] = error instanceof Error ? (error.stack ?? '').split('\n') : [String(error)];
    problems.push(`${what} throws ${message}${place}`);
    return undefined;
  }
}

interface Timed {
  readonly analysis: Analysis | undefined;
  readonly milliseconds: number;
}

function timed(text: string, always: boolean, problems: Problems): Timed {
  const start = performance.now();
  const analysis = trying('analyse', problems, () => analyse(text, { always }));
  return { analysis, milliseconds: performance.now() - start };
}

/** Reads, judges and checks a text; all features only when they are wanted, at places that `number` chooses. */
export function examine(text: string, number: number, features: boolean): Examined {
  const problems: Problems = [];
  const plain = timed(text, false, problems);
  // What reads like a report by itself is read the same way in the language mode; that is tried on some.
  const forced = plain.analysis && !features ? plain : timed(text, true, problems);
  const { analysis } = forced;
  if (analysis) {
    problems.push(...(trying('the check of the reading', problems, () => wrongReading(analysis)) ?? []));
    if (plain.analysis && plain.analysis.findings.length !== analysis.findings.length) {
      problems.push(`${plain.analysis.findings.length} findings, in the language mode ${analysis.findings.length}`);
    }
  } else if (problems.length === 0) problems.push('in the language mode the text is no report');
  if (analysis && features) {
    problems.push(...(trying('a feature', problems, () => wrongFeatures(analysis, randomOf(0, number))) ?? []));
  }
  const milliseconds = Math.max(plain.milliseconds, forced.milliseconds);
  return { problems, report: plain.analysis !== undefined, milliseconds, features };
}

/** The time of a text read once more: a pause of the machine does not come twice in the same place. */
export function timeAgain(text: string): number {
  return Math.min(...[1, 2].map(() => timed(text, true, []).milliseconds));
}
