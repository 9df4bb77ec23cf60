import { openArchive } from './archive.ts';
import { readDocument } from './document.ts';
import type { ImportResult } from './imported.ts';
import { readNumbering } from './numbering.ts';
import { writeText } from './write-text.ts';

const DOCUMENT = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';
const PARTS = new Set([DOCUMENT, NUMBERING, STYLES]);

/** Reads a Word document (.docx, .docm, .dotx). Never throws. */
export function importDocx(bytes: Uint8Array): ImportResult {
  const archive = openArchive(bytes, (name) => PARTS.has(name));
  if (archive.kind === 'failed') return archive;
  const part = archive.parts.get(DOCUMENT);
  const numbering = readNumbering(archive.parts.get(NUMBERING), archive.parts.get(STYLES));
  const body = part && readDocument(part, numbering);
  if (!body) return { kind: 'failed', reason: 'damaged' };
  const { text, origins } = writeText(body.blocks);
  if (text.trim() === '') return { kind: 'failed', reason: 'empty' };
  return { kind: 'imported', format: 'docx', text, origins, notes: body.notes };
}
