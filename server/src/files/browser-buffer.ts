// What files/encoding.ts needs of Node, in a browser.

import type { Buffer as NodeBuffer } from 'node:buffer';
import { Buffer as Polyfill } from 'buffer/';

/** The same methods as far as they are used here. */
export const Buffer = Polyfill as unknown as typeof NodeBuffer;

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

export function transcode(bytes: Uint8Array, from: string, to: 'utf16le'): NodeBuffer {
  return Buffer.from(new TextDecoder(from, { ignoreBOM: true }).decode(bytes), to);
}
