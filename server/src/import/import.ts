import { importDocx } from './docx.ts';
import type { ImportResult } from './imported.ts';

const WORD = /\.(?:docx|docm|dotx|dotm)$/i;
const OLD = /\.(?:doc|dot|wps|wpt|xls|xlt|et|ett)$/i;

/** Files that are no text and that are read all the same, or of which it is known what to do instead. */
export function isImported(name: string): boolean {
  return WORD.test(name) || OLD.test(name);
}

/**
 * Reads a file of an office suite as text. What it is its bytes say, not its name alone: people rename files.
 *
 * @param name the file's name, whose ending says what was meant
 * @returns undefined when it is no such file
 */
export function importFile(bytes: Uint8Array, name: string): ImportResult | undefined {
  if (!isImported(name)) return undefined;
  if (startsWith(bytes, ZIP)) return importDocx(bytes);
  if (!startsWith(bytes, COMPOUND)) return { kind: 'failed', reason: bytes.length === 0 ? 'empty' : 'damaged' };
  // A compound file is the format of before 2007; a new one wrapped into it is encrypted.
  return { kind: 'failed', reason: WORD.test(name) ? 'encrypted' : 'old-format' };
}

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
