import PostalMime from 'postal-mime';
import type { ImportResult } from './imported.ts';
import { isWordPage, unbroken } from './word-page.ts';

/** A saved page has a page with frames around it at most. */
const MAX_NESTING = 8;

/**
 * Reads a web page that a browser or Word saved in one file (.mht, MIME of RFC 2557): its first HTML part, decoded as the
 * part says. Never throws.
 */
export async function importMht(bytes: Uint8Array): Promise<ImportResult> {
  try {
    const { html = '', text = '' } = await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTING });
    const page = html === '' ? text : html;
    if (page.trim() === '') return { kind: 'failed', reason: 'empty' };
    return { kind: 'imported', format: 'mht', text: isWordPage(page) ? unbroken(page) : page, origins: [], notes: [] };
  } catch {
    return { kind: 'failed', reason: 'damaged' };
  }
}
