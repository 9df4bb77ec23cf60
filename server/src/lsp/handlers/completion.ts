import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver';
import { type Completion, completionsAt } from '../../features/completion/index.ts';
import { printable } from '../../text/foreign.ts';
import type { Server } from '../context.ts';
import { toRange } from '../convert.ts';
import { isExtract } from '../office/address.ts';
import type { OpenReport } from '../store/open-report.ts';
import { answer } from './answer.ts';

/** Behind these a heading or an aspect goes on; letters ask by themselves. */
export const COMPLETION = { triggerCharacters: ['、', '（'] };

const KINDS = {
  heading: CompletionItemKind.Module,
  row: CompletionItemKind.Struct,
  sentence: CompletionItemKind.Text,
  number: CompletionItemKind.Value,
} as const;

export function handleCompletion({ connection, client, store }: Server): void {
  connection.onCompletion(
    answer(store, (report, { position }: CompletionParams): CompletionItem[] | undefined => {
      const { analysis, document, uri } = report;
      if (!analysis || isExtract(uri)) return undefined;
      const found = completionsAt(analysis, document.offsetAt(position), client.locale);
      return found.map((each, at) => toItem(report, each, at, client.snippets));
    }),
  );
}

function toItem({ document }: OpenReport, each: Completion, at: number, snippets: boolean): CompletionItem {
  const { kind, label, detail, span, newText, snippet } = each;
  const isSnippet = snippets && snippet !== undefined;
  const typed = document.getText().slice(span.start, span.end);
  return {
    label: printable(label),
    detail: printable(detail),
    kind: KINDS[kind],
    sortText: String(at).padStart(3, '0'),
    // What was typed has led to it: words without their ordinal as well.
    filterText: label.startsWith(typed) ? label : typed + label,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(document, span), newText: isSnippet ? snippet : newText },
  };
}
