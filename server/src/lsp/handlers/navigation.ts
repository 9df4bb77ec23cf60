import {
  type DefinitionLink,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { definitionAt, type Leads } from '../../features/definition.ts';
import { highlightsAt } from '../../features/highlights.ts';
import { referencesAt } from '../../features/references.ts';
import type { Server } from '../context.ts';
import { shownPredecessor, toRange } from '../convert.ts';
import type { OpenReport } from '../store/open-report.ts';
import { answer } from './answer.ts';

const KINDS = {
  total: DocumentHighlightKind.Write,
  addend: DocumentHighlightKind.Read,
  prose: DocumentHighlightKind.Text,
} as const;

/** From a number to those that it belongs to: in its sums, in the prose, in the reports of other years. */
export function handleNavigation({ connection, client, store }: Server): void {
  connection.onDocumentHighlight(
    answer(store, ({ document, analysis }, { position }: TextDocumentPositionParams) => {
      const found = analysis && highlightsAt(analysis, document.offsetAt(position));
      return found?.map(({ kind, span }): DocumentHighlight => ({ range: toRange(document, span), kind: KINDS[kind] }));
    }),
  );
  connection.onDefinition(
    answer(store, (report, { position }: TextDocumentPositionParams): Location[] | DefinitionLink[] | undefined => {
      const { document, analysis } = report;
      const leads = analysis && definitionAt(analysis, document.offsetAt(position));
      if (!leads || !client.linksDefinitions) return leads && locations(report, leads);
      const originSelectionRange = toRange(document, leads.from);
      return locations(report, leads).map(({ uri, range }) => ({
        originSelectionRange,
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
      }));
    }),
  );
  connection.onReferences(
    answer(store, (report, { position, context }: ReferenceParams): Location[] | undefined => {
      const { document, analysis, digest, key } = report;
      const next = digest && store.index.successorOf(digest, key);
      const neighbours = { before: analysis?.predecessor, after: shownPredecessor(next, client.extracts) };
      const offset = document.offsetAt(position);
      const leads = analysis && referencesAt(analysis, offset, neighbours, context?.includeDeclaration !== false);
      return leads && locations(report, leads);
    }),
  );
}

function locations({ uri, document }: OpenReport, { here, elsewhere }: Leads): Location[] {
  return [...here.map((span) => ({ uri, range: toRange(document, span) })), ...elsewhere];
}
