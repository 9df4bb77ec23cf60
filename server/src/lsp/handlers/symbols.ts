import { foldingSpans, outline } from '../../features/symbols.ts';
import type { Server } from '../context.ts';
import { toFoldingRange, toSymbol } from '../convert.ts';
import { answer } from './answer.ts';

/** The outline of a report, and what of it can be folded. */
export function handleSymbols({ connection, store }: Server): void {
  connection.onDocumentSymbol(
    answer(
      store,
      ({ document, analysis }) => analysis && outline(analysis.report).map((item) => toSymbol(document, item)),
    ),
  );
  connection.onFoldingRanges(
    answer(store, ({ document, analysis }) =>
      foldingSpans(analysis?.report).flatMap((span) => toFoldingRange(document, span) ?? []),
    ),
  );
}
