import {
  type SemanticTokens,
  type SemanticTokensDeltaParams,
  SemanticTokensDeltaRequest,
  type SemanticTokensRangeParams,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { semanticTokens } from '../../features/semantic-tokens.ts';
import type { Span } from '../../text/span.ts';
import type { Server } from '../context.ts';
import { toSpan } from '../convert.ts';
import { encodeTokens, tokenEdits } from '../encode-tokens.ts';
import type { OpenReport } from '../store/open-report.ts';
import { answer } from './answer.ts';

/** The colours of a report in every language mode; after a key press only what has changed is sent. */
export function handleSemanticTokens({ connection, store, documents }: Server): void {
  const sent = new Map<string, Required<SemanticTokens>>();
  documents.onDidClose(({ document: { uri } }) => sent.delete(uri));
  let count = 0;
  const encode = ({ analysis, currentFindings }: OpenReport, within?: Span): number[] | undefined => {
    const shown = currentFindings.map(({ finding }) => finding);
    return analysis && encodeTokens(analysis.report.lines, semanticTokens(analysis, shown, within));
  };
  const whole = (report: OpenReport): Required<SemanticTokens> | undefined => {
    const data = encode(report);
    if (!data) return undefined;
    const tokens = { resultId: String(++count), data };
    sent.set(report.uri, tokens);
    return tokens;
  };
  connection.onRequest(SemanticTokensRequest.type, answer(store, whole));
  connection.onRequest(
    SemanticTokensDeltaRequest.type,
    answer(store, (report, { previousResultId }: SemanticTokensDeltaParams) => {
      const before = sent.get(report.uri);
      const now = whole(report);
      if (!now || before?.resultId !== previousResultId) return now;
      return { resultId: now.resultId, edits: tokenEdits(before.data, now.data) };
    }),
  );
  connection.onRequest(
    SemanticTokensRangeRequest.type,
    answer(store, (report, { range }: SemanticTokensRangeParams) => {
      const data = encode(report, toSpan(report.document, range));
      return data && { data };
    }),
  );
}
