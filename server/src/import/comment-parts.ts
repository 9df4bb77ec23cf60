import { xmlText } from '../text/foreign.ts';
import type { Span } from '../text/span.ts';
import { readXml } from './xml.ts';
import { type Patch, patched } from './xml-text.ts';

/** The parts of a Word document that comments stand in (ECMA-376 part 1, 17.13.4), changed as texts. */

/** A comment of somebody in word/comments.xml. */
export interface Comment {
  readonly id: string;
  readonly author: string;
  /** Its paragraphs by the names that word/commentsExtended.xml knows them by. */
  readonly paragraphs: readonly string[];
  readonly text: string;
  readonly element: Span;
}

/** What is written into a new comment. */
export interface NewComment {
  readonly id: number;
  readonly author: string;
  /** In the form of XML Schema: `2026-11-21T08:00:00Z`. */
  readonly date: string;
  readonly initials: string;
  readonly paragraphs: readonly string[];
}

export function readComments(part: Uint8Array): Comment[] {
  const found: Comment[] = [];
  let open: { id: string; author: string; paragraphs: string[]; text: string; start: number } | undefined;
  readXml(part, {
    open: ({ name, attributes }, tag) => {
      if (name === 'comment')
        open = { id: attributes.id ?? '', author: attributes.author ?? '', paragraphs: [], text: '', start: tag.start };
      if (name === 'p' && open && attributes.paraId) open.paragraphs.push(attributes.paraId);
    },
    close: ({ name }, tag) => {
      if (name !== 'comment' || !open) return;
      const { start, ...comment } = open;
      found.push({ ...comment, element: { start, end: tag.end } });
      open = undefined;
    },
    text: (text) => {
      if (open) open.text += text;
    },
  });
  return found;
}

/** Answers to comments: from the paragraph of an answer to that of the comment that it answers. */
export function readAnswers(part: Uint8Array | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = ({ attributes: { paraId, paraIdParent } }: { attributes: Readonly<Record<string, string>> }) => {
    if (paraId && paraIdParent) found.set(paraId, paraIdParent);
  };
  if (part) readXml(part, { open, close: () => undefined, text: () => undefined });
  return found;
}

/** An XML part without the elements of which an attribute has one of these values. */
export function withoutElements(
  part: Uint8Array,
  xml: string,
  attribute: string,
  values: ReadonlySet<string>,
): { readonly xml: string; readonly removed: readonly Readonly<Record<string, string>>[] } {
  const patches: Patch[] = [];
  const removed: Readonly<Record<string, string>>[] = [];
  const starts: (number | undefined)[] = [];
  readXml(part, {
    open: ({ attributes }, tag) => {
      const isWanted = values.has(attributes[attribute] ?? '') && starts.every((start) => start === undefined);
      starts.push(isWanted ? tag.start : undefined);
      if (isWanted) removed.push(attributes);
    },
    close: (_element, tag) => {
      const start = starts.pop();
      if (start !== undefined) patches.push({ start, end: tag.end, text: '' });
    },
    text: () => undefined,
  });
  return { xml: patched(xml, patches), removed };
}

/** The XML with more elements at the end of its root, written with the root's own prefix. */
export function appended(xml: string, elements: (prefix: string) => string): string | undefined {
  const end = xml.lastIndexOf('<');
  const root = /^<\/?([\w.-]+:)?[\w.-]+/.exec(xml.slice(end));
  if (!root) return undefined;
  const added = elements(root[1] ?? '');
  if (xml.startsWith('</', end)) return xml.slice(0, end) + added + xml.slice(end);
  const close = xml.indexOf('/>', end);
  if (close < 0) return undefined;
  return `${xml.slice(0, close)}>${added}</${root[0].slice(1)}>${xml.slice(close + 2)}`;
}

/** `p` is the prefix of WordprocessingML with its colon. */
export function commentXml(p: string, { id, author, date, initials, paragraphs }: NewComment): string {
  const text = paragraphs
    .map((each) => `<${p}p><${p}r><${p}t xml:space="preserve">${xmlText(each)}</${p}t></${p}r></${p}p>`)
    .join('');
  const names = `${p}author="${xmlText(author)}" ${p}date="${date}" ${p}initials="${xmlText(initials)}"`;
  return `<${p}comment ${p}id="${id}" ${names}>${text}</${p}comment>`;
}
