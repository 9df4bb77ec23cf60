import { SaxesParser } from 'saxes';
import type { Span } from '../text/span.ts';

/** An element without its namespace; `attributes` likewise, by their local names. */
export interface Element {
  readonly name: string;
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Tags come with their places: UTF-16 offsets in the decoded part. A tag that closes itself is both. */
export interface XmlHandler {
  readonly open: (element: Element, tag: Span) => void;
  readonly close: (element: Element, tag: Span) => void;
  readonly text: (text: string) => void;
}

/** Nesting deeper than this is no document that anybody wrote. */
const MAX_DEPTH = 512;

/**
 * Reads an XML part event by event. External entities do not exist for this parser.
 *
 * @returns false when the part is not well-formed, too deeply nested or in an unknown encoding
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): boolean {
  let source = '';
  // No attribute may hold a `<`, so that the last one before its end begins the tag.
  const tag = (): Span => ({ start: source.lastIndexOf('<', parser.position - 1), end: parser.position });
  const parser = new SaxesParser({ xmlns: true });
  const stack: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (stack.length >= MAX_DEPTH) throw new Error('too deep');
    const plain: Record<string, string> = Object.create(null);
    for (const attribute of Object.values(attributes)) plain[attribute.local] = attribute.value;
    const element = { name: local, space: uri, attributes: plain };
    stack.push(element);
    handler.open(element, tag());
  });
  parser.on('closetag', () => handler.close(stack.pop() as Element, tag()));
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  try {
    source = decodeXml(bytes);
    parser.write(source).close();
    return true;
  } catch {
    return false;
  }
}

/** A part as text, without a byte order mark. Office suites write UTF-8; the standard allows UTF-16 as well. Throws for anything else. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
