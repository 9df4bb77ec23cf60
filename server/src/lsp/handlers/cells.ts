import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { applyEdits } from '../../edits/edit.ts';
import { nextCell } from '../../features/next-cell.ts';
import { pasteInto } from '../../features/paste.ts';
import type { Server } from '../context.ts';
import { toRange, toSpan, toTextEdit } from '../convert.ts';
import { isExtract } from '../office/address.ts';
import { answer } from './answer.ts';

export interface NextCellParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly back?: boolean;
}

export interface PasteParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  readonly text: string;
  readonly html?: string;
}

/** What stands in the range afterwards, and what changes besides. */
export interface PasteResult {
  readonly kind: 'table' | 'cells';
  readonly insert: string;
  readonly others: readonly TextEdit[];
}

/** Walking from cell to cell, and pasting cells and tables: what LSP has no request for. */
export function handleCells({ connection, store }: Server): void {
  connection.onRequest(
    'zfxxgk/nextCell',
    answer(store, ({ analysis, document }, { position, back = false }: NextCellParams): Range | undefined => {
      const span = analysis && nextCell(analysis.report, document.offsetAt(position), back);
      return span && toRange(document, span);
    }),
  );
  connection.onRequest(
    'zfxxgk/paste',
    answer(store, ({ analysis, document, uri }, { range, text, html }: PasteParams): PasteResult | undefined => {
      if (!analysis || isExtract(uri) || typeof text !== 'string') return undefined;
      const span = toSpan(document, range);
      const paste = pasteInto(analysis.report, span, typeof html === 'string' ? { text, html } : { text });
      if (!paste) return undefined;
      const inside = paste.edits.filter((each) => each.span.start >= span.start && each.span.end <= span.end);
      const others = paste.edits.filter((each) => !inside.includes(each));
      const touching = others.some((each) => each.span.start < span.end && each.span.end > span.start);
      if (touching) return undefined;
      const moved = inside.map(({ span: { start, end }, newText }) => ({
        span: { start: start - span.start, end: end - span.start },
        newText,
      }));
      const insert = applyEdits(document.getText(range), moved);
      return { kind: paste.kind, insert, others: others.map((each) => toTextEdit(document, each)) };
    }),
  );
}
