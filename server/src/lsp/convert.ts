import type { CodeAction, Diagnostic, DocumentSymbol, FoldingRange, Range, TextEdit } from 'vscode-languageserver';
import { FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, type Locale, relate } from '../checks/wording/index.ts';
import type { Predecessor } from '../digest/digest.ts';
import type { Edit } from '../edits/edit.ts';
import { findingData, severityNumber } from '../features/diagnostics.ts';
import type { Fix } from '../features/fixes.ts';
import type { OutlineItem } from '../features/symbols.ts';
import { isImported } from '../import/names.ts';
import type { Judged } from '../project/project.ts';
import { printable } from '../text/foreign.ts';
import type { Span } from '../text/span.ts';
import { extractOf } from './office/address.ts';

/** Adapters from spans to the shapes of the protocol; nothing is decided here. */

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit.span), newText: edit.newText };
}

/** In what a finding is told besides its own facts. */
export interface DiagnosticFormat {
  readonly locale: Locale;
  /** Address of the folder that holds a page for every rule, ending in `/`. */
  readonly rulePages: string;
  /** Whether the client shows the texts of documents, so that places in them can be named. */
  readonly extracts?: boolean;
}

export function toDiagnostic(
  { finding, severity }: Judged,
  document: TextDocument,
  { locale, rulePages }: DiagnosticFormat,
): Diagnostic {
  const data = findingData(finding);
  return {
    range: toRange(document, finding.span),
    severity: severityNumber(severity),
    code: finding.code,
    codeDescription: { href: `${rulePages}${finding.code}.md` },
    source: 'zfxxgk',
    message: describe(finding, locale),
    relatedInformation: relate(finding, locale).map(({ span, message, document: other }) => ({
      location: other ?? { uri: document.uri, range: toRange(document, span) },
      message,
    })),
    ...(data ? { data } : {}),
  };
}

/** The report of the year before, with the address where it is shown: links lead there. */
export function shownPredecessor(before: Predecessor | undefined, extracts = false): Predecessor | undefined {
  return before && { ...before, file: { ...before.file, uri: shownUri(before.file.uri, extracts) } };
}

/** Where the findings of a file are shown: those of a document in its text, where the client can show that. */
export function shownUri(uri: string, extracts: boolean): string {
  return extracts && isImported(uri) && uri.startsWith('file:') ? extractOf(uri) : uri;
}

/** A code action without its edit, which is worked out when the action is resolved. */
export function toCodeAction(fix: Fix, diagnostics: readonly Diagnostic[]): CodeAction {
  return {
    title: fix.title,
    kind: fix.kind,
    ...(diagnostics.length > 0 ? { diagnostics: [...diagnostics] } : {}),
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}

const KINDS = {
  section: SymbolKind.Namespace,
  aspect: SymbolKind.String,
  table: SymbolKind.Array,
  group: SymbolKind.Struct,
  row: SymbolKind.Number,
} as const;

export function toSymbol(document: TextDocument, item: OutlineItem): DocumentSymbol {
  return {
    name: printable(item.name),
    detail: printable(item.detail),
    kind: KINDS[item.kind],
    range: toRange(document, item.span),
    selectionRange: toRange(document, item.selection),
    children: item.children.map((child) => toSymbol(document, child)),
  };
}

export function toFoldingRange(document: TextDocument, span: Span): FoldingRange | undefined {
  const { start, end } = toRange(document, span);
  return end.line > start.line
    ? { startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Region }
    : undefined;
}
