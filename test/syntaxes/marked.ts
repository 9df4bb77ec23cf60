/**
 * Marked text for the TextMate grammar: `⟦…⟧{kind}` stands around what must be coloured as that kind, and all that is
 * unmarked must stay plain, so that a missing and an extra colour fail alike.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

export const syntaxes = new URL('../../syntaxes/', import.meta.url);

/** The vocabulary of the marked texts: each kind and the scope that themes see, without the suffix of the language. */
const kinds = {
  title: 'markup.heading.title',
  section: 'markup.heading.section',
  sub: 'markup.heading.sub',
  block: 'entity.name.type.block',
  document: 'variable.other.row.document',
  main: 'keyword.other.row.main',
  group: 'entity.name.type.row.group',
  leaf: 'variable.other.row.leaf',
  rest: 'variable.other.row.rest',
  column: 'variable.other.column',
  total: 'keyword.control.total',
  value: 'constant.numeric.value',
  none: 'constant.language.not-applicable',
  number: 'constant.numeric.prose',
  note: 'comment.block.note',
  remark: 'comment.line.note',
  page: 'comment.line.page-number',
  point: 'keyword.other.enumeration',
  book: 'string.quoted.other.title',
  docno: 'constant.other.document-number',
} as const;
export type Kind = keyof typeof kinds;
const kindOf = new Map<string, Kind>(
  Object.entries(kinds).map(([kind, scope]) => [`${scope}.zfxxgk-report`, kind as Kind]),
);

export interface Piece {
  readonly line: number;
  readonly text: string;
  /** The outermost kind, since a total inside a row's label is still part of that label. */
  readonly kind: Kind | undefined;
  readonly scopes: readonly string[];
}

const grammar = await loadGrammar();

async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(new Uint8Array(wasm));
  const source = readFileSync(new URL('zfxxgk-report.tmLanguage.json', syntaxes), 'utf8');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(source, 'zfxxgk-report.tmLanguage.json'),
  });
  const loaded = await registry.loadGrammar('text.zfxxgk-report');
  if (loaded === null) throw new Error('The grammar could not be loaded.');
  return loaded;
}

export function tokenize(text: string): Piece[] {
  let state = textmate.INITIAL;
  return text.split(/\r?\n/).flatMap((content, line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(content, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      line,
      text: content.slice(startIndex, endIndex),
      kind: scopes.map((scope) => kindOf.get(scope)).find((kind) => kind !== undefined),
      scopes,
    }));
  });
}

/** Neighbours of one kind on one line are one run: an ordinal and its label are tokens of their own. */
export function runs(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.line === piece.line && last.kind === piece.kind) {
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    } else merged.push(piece);
  }
  return merged;
}

/** Writes the marks into the text again; spaces at the edge of a run have no colour that anyone could see. */
function mark(text: string): string {
  const lines = text.split('\n').map(() => '');
  for (const run of runs(tokenize(text))) {
    lines[run.line] += run.kind ? run.text.replace(/^(\s*)(.*?)(\s*)$/, `$1⟦$2⟧{${run.kind}}$3`) : run.text;
  }
  return lines.join('\n');
}

export const strip = (marked: string): string => marked.replace(/⟦|⟧\{[a-z]+\}/g, '');

export function expectColours(marked: string): void {
  expect(mark(strip(marked))).toBe(marked);
}

/** The colours of the last lines when a table stands before them, where fragments of labels are coloured too. */
export function expectColoursAfterTable(marked: string): void {
  expectColours(`⟦二、主动公开政府信息情况⟧{section}\n⟦规章⟧{document} ⟦0⟧{value} ⟦0⟧{value} ⟦0⟧{value}\n${marked}`);
}
