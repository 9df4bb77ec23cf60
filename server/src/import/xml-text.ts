import type { Span } from '../text/span.ts';

/** A replacement in a text: UTF-16 offsets. */
export interface Patch extends Span {
  readonly text: string;
}

/** The text with all replacements made, those at one place in their order; they must not overlap. */
export function patched(text: string, patches: readonly Patch[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const patch of [...patches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, patch.start), patch.text);
    at = patch.end;
  }
  return parts.join('') + text.slice(at);
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Where the character at `offset` of an element's text stands in its contents as they are written. */
export function rawOffset(raw: string, offset: number): number {
  let at = 0;
  for (let count = 0; count < offset && at < raw.length; ) {
    const end = raw[at] === '&' ? raw.indexOf(';', at) : -1;
    // A reference may stand for a character of two units; a line end of two is read as one.
    if (end > 0) count += unitsOf(raw.slice(at + 1, end));
    else count++;
    at = end > 0 ? end + 1 : at + (raw.startsWith('\r\n', at) ? 2 : 1);
  }
  return at;
}

function unitsOf(reference: string): number {
  const code = reference.startsWith('#x') ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code > 0xffff ? 2 : 1;
}

/** A part as it was encoded before: UTF-8, with a byte order mark or without. */
export function encodeXml(before: Uint8Array, xml: string): Uint8Array {
  const marked = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  return new TextEncoder().encode(marked ? `\uFEFF${xml}` : xml);
}
