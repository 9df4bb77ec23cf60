import { SaxesParser } from 'saxes';

/** An element without its namespace; `attributes` likewise, by their local names. */
export interface Element {
  readonly name: string;
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandler {
  readonly open: (element: Element) => void;
  readonly close: (element: Element) => void;
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
    handler.open(element);
  });
  parser.on('closetag', () => handler.close(stack.pop() as Element));
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  try {
    parser.write(decode(bytes)).close();
    return true;
  } catch {
    return false;
  }
}

/** Office suites write UTF-8; the standard allows UTF-16 as well. Throws for anything else. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
