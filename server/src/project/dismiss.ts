import { findNodeAtLocation, getNodeValue, modify, type ParseError, parseTree } from 'jsonc-parser';
import type { Edit } from '../edits/edit.ts';
import { newlineOf } from '../text/line-ends.ts';
import { tooDeepAt } from './config.ts';
import type { Dismissal } from './schema.ts';

/**
 * The edits that add a dismissal to a `.zfxxgk.json`; comments and the way it is written stay. Undefined when the text
 * is no JSON that an entry could be added to, and must be mended by hand first.
 *
 * @param text the file as it is; empty for one that does not exist yet
 */
export function addDismissal(text: string, dismissal: Dismissal): Edit[] | undefined {
  if (text.trim() === '') {
    const whole = `${JSON.stringify({ dismissed: [dismissal] }, null, 2)}\n`;
    return [{ span: { start: 0, end: text.length }, newText: whole }];
  }
  if (tooDeepAt(text) !== undefined) return undefined;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (tree?.type !== 'object' || errors.length > 0) return undefined;
  const list = tree.children?.find(({ children }) => children?.[0]?.value === 'dismissed')?.children?.[1];
  if (list && list.type !== 'array') return undefined;
  const path = list ? ['dismissed', list.children?.length ?? 0] : ['dismissed'];
  const edits = modify(text, path, list ? dismissal : [dismissal], { formattingOptions: styleOf(text) });
  return edits.map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}

/**
 * The edits that take a dismissal out of a `.zfxxgk.json` again; undefined when it holds none of this finding.
 *
 * @param path that of the report from the folder of the file
 */
export function removeDismissal(text: string, path: string, fingerprint: string): Edit[] | undefined {
  if (text.trim() === '' || tooDeepAt(text) !== undefined) return undefined;
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const list = tree && findNodeAtLocation(tree, ['dismissed']);
  const at = (list?.children ?? []).findIndex((entry) => {
    const value: unknown = getNodeValue(entry);
    const { path: itsPath, fingerprint: its } = (value ?? {}) as Partial<Dismissal>;
    return itsPath === path && its === fingerprint;
  });
  if (at < 0) return undefined;
  const edits = modify(text, ['dismissed', at], undefined, { formattingOptions: styleOf(text) });
  return edits.map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}

/** Indented like the first indented line, and with the same line ends. */
function styleOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const [, indent = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: newlineOf(text),
  };
}
