import { readFileSync, statSync } from 'node:fs';
import { readText } from './encoding.ts';
import { LARGEST_SETTINGS } from './limits.ts';

/** What came of reading a file of settings. */
export type SmallFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly reason: 'no-file' | 'too-large' | 'no-text' }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Reads a file of settings at once. Only an ordinary file of up to 1 MiB is read: a link to a device or a pipe would
 * never end. Never throws.
 */
export function readSmallFile(path: string): SmallFile {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return { kind: 'absent' };
    if (!stats.isFile()) return { kind: 'unusable', reason: 'no-file' };
    if (stats.size > LARGEST_SETTINGS) return { kind: 'unusable', reason: 'too-large' };
    const text = readText(readFileSync(path));
    return text === undefined ? { kind: 'unusable', reason: 'no-text' } : { kind: 'text', text };
  } catch (error) {
    // Something that is no folder stands where one of its folders would.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return { kind: 'absent' };
    return { kind: 'failed', error };
  }
}
