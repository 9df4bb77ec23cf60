import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from './session.ts';

/** What the notification `zfxxgk/status` and the request `zfxxgk/check` tell of a document. */
export interface Status {
  readonly uri: string;
  readonly version: number;
  /** Whether it is a report; the counts are 0 when it is not. */
  readonly report: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

export function statusOf(session: Session, document: TextDocument): Status {
  const severities = session.severities(document);
  const count = (...wanted: number[]) => severities.filter((severity) => wanted.includes(severity)).length;
  return {
    uri: document.uri,
    version: document.version,
    report: session.analysis(document) !== undefined,
    errors: count(1),
    warnings: count(2),
    others: count(3, 4),
  };
}
