import type {
  SelectionRange,
  SelectionRangeParams,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { selectionAt } from '../../features/selection.ts';
import { foldingSpans, outline } from '../../features/symbols.ts';
import { printable } from '../../text/foreign.ts';
import type { Server } from '../context.ts';
import { shownUri, toFoldingRange, toRange, toSymbol } from '../convert.ts';
import type { OpenReport } from '../store/open-report.ts';
import { nameOf } from '../uri.ts';
import { answer } from './answer.ts';

/** The outline of a report, what of it can be folded, what a selection grows to, and the reports of the workspace. */
export function handleSymbols({ connection, client, store }: Server): void {
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
  connection.onSelectionRanges(
    answer(store, (report, { positions }: SelectionRangeParams) =>
      positions.map((position) => selectionRange(report, report.document.offsetAt(position))),
    ),
  );
  connection.onWorkspaceSymbol(({ query }: WorkspaceSymbolParams): WorkspaceSymbol[] => {
    const wanted = [...query.replace(/\s/g, '')];
    const symbols: WorkspaceSymbol[] = [];
    for (const { file, digest } of store.index.all()) {
      const name = printable(`${digest.agency} ${digest.year}`);
      if (!holdsInOrder(name, wanted)) continue;
      const location = { uri: shownUri(file.uri, client.extracts), range: TOP };
      symbols.push({ name, kind: SymbolKind.File, containerName: printable(nameOf(file.uri)), location });
      if (symbols.length === MOST_SYMBOLS) break;
    }
    return symbols;
  });
}

/** More than anyone looks through; a longer query finds the others. */
const MOST_SYMBOLS = 1000;

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Whether a name holds the characters of a query, maybe with others between them: `档案2024`. */
function holdsInOrder(name: string, wanted: readonly string[]): boolean {
  let at = 0;
  return wanted.every((character) => {
    const found = name.indexOf(character, at);
    at = found + character.length;
    return found >= 0;
  });
}

/** Every position has an answer; where no report is, it is the place itself. */
function selectionRange({ document, analysis }: OpenReport, offset: number): SelectionRange {
  const steps = analysis ? selectionAt(analysis.report, offset) : [];
  const place: SelectionRange = { range: toRange(document, { start: offset, end: offset }) };
  return (
    steps.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: toRange(document, span), ...(parent ? { parent } : {}) }),
      undefined,
    ) ?? place
  );
}
