import type { Locale } from '../checks/wording/index.ts';
import { explainUnknown } from '../features/explain.ts';
import type { OpenReport } from './store/open-report.ts';
import { countSeverities, type SeverityCounts, severitiesOf } from './store/severities.ts';

/** What the notification `zfxxgk/status` and the request `zfxxgk/check` tell of a document. */
export interface Status extends SeverityCounts {
  readonly uri: string;
  readonly version: number;
  /** Whether it is a report; the counts are 0 when it is not. */
  readonly report: boolean;
  /** What is not checked because organ or year is unknown, a sentence for each; absent when both are known. */
  readonly unknown?: readonly string[];
}

export function statusOf({ uri, document, analysis, shownFindings }: OpenReport, locale: Locale): Status {
  const counts = countSeverities(severitiesOf(shownFindings));
  const unknown = analysis ? explainUnknown(analysis, locale) : [];
  const status = { uri, version: document.version, report: analysis !== undefined, ...counts };
  return unknown.length > 0 ? { ...status, unknown } : status;
}
