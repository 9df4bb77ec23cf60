import { openArchive } from './archive.ts';
import { type Comment, readComments } from './comment-parts.ts';
import { readDocx } from './docx.ts';
import { namesIn } from './repack.ts';
import { readXml } from './xml.ts';

/** The name by which our own comments are known when a document is annotated again. */
export const AUTHOR = '政府信息公开年报助手';

/** What people wrote into a document beside its text. */
export function commentsIn(file: Uint8Array): Comment[] {
  const package_ = openPackage(file);
  return package_ ? [...package_.comments] : [];
}

/** How many comments of other people a document holds that another one, its original, does not. */
export function commentsOnlyIn(copy: Uint8Array, original: Uint8Array): number {
  const known = new Set(commentsIn(original).map(keyOf));
  return commentsIn(copy).filter((comment) => comment.author !== AUTHOR && !known.has(keyOf(comment))).length;
}

const keyOf = ({ author, text }: Comment) => `${author}\n${text}`;

/** The parts of a document that comments are told by. */
export interface Package {
  readonly names: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly folder: string;
  readonly relations: string;
  /** The name of the part that holds the comments, there or not. */
  readonly commentPart: string;
  readonly comments: readonly Comment[];
}

export function openPackage(file: Uint8Array): Package | undefined {
  const docx = readDocx(file);
  const names = namesIn(file);
  if (docx.kind === 'failed' || !names) return undefined;
  const slash = docx.part.lastIndexOf('/') + 1;
  const folder = docx.part.slice(0, slash);
  const relations = `${folder}_rels/${docx.part.slice(slash)}.rels`;
  const isWanted = (name: string) =>
    name === CONTENT_TYPES || name === relations || /^comments\w*\.xml$/.test(name.slice(folder.length));
  const archive = openArchive(file, isWanted);
  if (archive.kind === 'failed') return undefined;
  const { parts } = archive;
  let target = 'comments.xml';
  const open = ({ attributes }: { attributes: Readonly<Record<string, string>> }) => {
    if (attributes.Type?.endsWith('/comments')) target = attributes.Target ?? target;
  };
  const rels = parts.get(relations);
  if (rels) readXml(rels, { open, close: () => undefined, text: () => undefined });
  const commentPart = target.startsWith('/') ? target.slice(1) : folder + target;
  const part = parts.get(commentPart);
  return { names, parts, folder, relations, commentPart, comments: part ? readComments(part) : [] };
}

export const CONTENT_TYPES = '[Content_Types].xml';
