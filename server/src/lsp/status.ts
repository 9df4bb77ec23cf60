import type { OpenReport } from './store/open-report.ts';
import { countSeverities, type SeverityCounts, severitiesOf } from './store/severities.ts';

/** What the notification `zfxxgk/status` and the request `zfxxgk/check` tell of a document. */
export interface Status extends SeverityCounts {
  readonly uri: string;
  readonly version: number;
  /** Whether it is a report; the counts are 0 when it is not. */
  readonly report: boolean;
}

export function statusOf({ uri, document, analysis, shownFindings }: OpenReport): Status {
  const counts = countSeverities(severitiesOf(shownFindings));
  return { uri, version: document.version, report: analysis !== undefined, ...counts };
}
