import type { SemanticTokensEdit } from 'vscode-languageserver';
import { type SemanticToken, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semantic-tokens.ts';
import { type Lines, lineAt } from '../text/lines.ts';
import { listChange } from '../text/list-change.ts';

/** Five numbers a token, its line and character counted from the token before; one that goes over a line end is parted. */
export function encodeTokens(lines: Lines, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  for (const { start, end, type, modifiers } of tokens) {
    const kind = TOKEN_TYPES.indexOf(type);
    const bits = modifiers.reduce((all, each) => all | (1 << TOKEN_MODIFIERS.indexOf(each)), 0);
    for (let line = lineAt(lines, start); line < lines.length && lines.start(line) < end; line++) {
      const from = Math.max(start, lines.start(line));
      const length = Math.min(end, lines.end(line)) - from;
      if (length <= 0) continue;
      const character = from - lines.start(line);
      data.push(line - last.line, line === last.line ? character - last.character : character, length, kind, bits);
      last = { line, character };
    }
  }
  return data;
}

/** What turns one encoding into the other: one edit, or none. */
export function tokenEdits(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const { from, removed, items } = listChange(before, now);
  return removed === 0 && items.length === 0 ? [] : [{ start: from, deleteCount: removed, data: [...items] }];
}
