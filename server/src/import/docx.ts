import { openArchive } from './archive.ts';
import { readDocument } from './document.ts';
import type { ImportFailure, ImportNote, ImportResult } from './imported.ts';
import { readNumbering } from './numbering.ts';
import { type Written, writeText } from './write-text.ts';
import { decodeXml, type Element, readXml } from './xml.ts';

const RELATIONS = '_rels/.rels';
const DOCUMENT = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';
const SETTINGS = 'word/settings.xml';

/** A Word document with what is needed to write into it. */
export interface Docx extends Written {
  readonly kind: 'docx';
  readonly notes: readonly ImportNote[];
  /** The name of the part that holds the body. */
  readonly part: string;
  /** The part as it is, and decoded: places in `sources` are offsets in `xml`. */
  readonly bytes: Uint8Array;
  readonly xml: string;
  /** The part word/settings.xml; empty without. */
  readonly settings: string;
}

export type DocxResult = Docx | { readonly kind: 'failed'; readonly reason: ImportFailure };

/** Reads a Word document (.docx, .docm, .dotx) with the places of its text. Never throws. */
export function readDocx(file: Uint8Array): DocxResult {
  const part = documentPart(file);
  const wanted = new Set([part, NUMBERING, STYLES, SETTINGS]);
  const archive = openArchive(file, (name) => wanted.has(name));
  if (archive.kind === 'failed') return archive;
  const bytes = archive.parts.get(part);
  const numbering = readNumbering(archive.parts.get(NUMBERING), archive.parts.get(STYLES));
  const body = bytes && readDocument(bytes, numbering);
  if (!body) return { kind: 'failed', reason: 'damaged' };
  const written = writeText(body.blocks);
  if (written.text.trim() === '') return { kind: 'failed', reason: 'empty' };
  const settings = new TextDecoder().decode(archive.parts.get(SETTINGS));
  return { kind: 'docx', notes: body.notes, part, bytes, xml: decodeXml(bytes), settings, ...written };
}

/** The part that holds the body: the package says so (ECMA-376 part 2, 9.3), and some programs give it another name. */
function documentPart(file: Uint8Array): string {
  const archive = openArchive(file, (name) => name === RELATIONS);
  const relations = archive.kind === 'archive' ? archive.parts.get(RELATIONS) : undefined;
  let target = '';
  const open = ({ attributes }: Element) => {
    if (attributes.Type?.endsWith('/officeDocument')) target ||= attributes.Target ?? '';
  };
  if (relations) readXml(relations, { open, close: () => undefined, text: () => undefined });
  return target.replace(/^\//, '') || DOCUMENT;
}

/** Reads a Word document as text. Never throws. */
export function importDocx(file: Uint8Array): ImportResult {
  const docx = readDocx(file);
  if (docx.kind === 'failed') return docx;
  const { text, origins, notes } = docx;
  return { kind: 'imported', format: 'docx', text, origins, notes };
}
