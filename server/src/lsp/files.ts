import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The text of a file by its address, without a byte order mark; undefined when there is none that could be read. Read
 * at once and not later: a `.zfxxgk.json` has a few lines, is read once, and every answer on a report depends on it.
 */
export function readText(uri: string): string | undefined {
  try {
    return new TextDecoder().decode(readFileSync(fileURLToPath(uri)));
  } catch {
    return undefined;
  }
}
