import type { Span } from '../text/span.ts';
import { CommentMarks } from './comment-marks.ts';
import { AUTHOR, CONTENT_TYPES, openPackage, type Package } from './comment-package.ts';
import { appended, type Comment, commentXml, readAnswers, withoutElements } from './comment-parts.ts';
import { type Docx, readDocx } from './docx.ts';
import type { FileRefusal } from './edit-docx.ts';
import { repack } from './repack.ts';
import { decodeXml, readXml } from './xml.ts';
import { encodeXml, type Patch, patched } from './xml-text.ts';

/** A remark on a stretch of the extracted text (UTF-16 offsets), in paragraphs. */
export interface Remark {
  readonly span: Span;
  readonly paragraphs: readonly string[];
}

const INITIALS = '年报';

export type AnnotatedDocx =
  | { readonly kind: 'annotated'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: FileRefusal };

const TRANSITIONAL = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const COMMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A copy of a Word document with a comment for each remark. Our own comments are replaced, except those that
 * somebody has answered; all others stay. No character of the text changes.
 */
export function annotateDocx(file: Uint8Array, remarks: readonly Remark[], date: Date): AnnotatedDocx {
  const docx = readDocx(file);
  const opened = openPackage(file);
  if (docx.kind === 'failed' || !opened) return { kind: 'refused', reason: 'archive' };
  if (opened.names.some((name) => name.startsWith('_xmlsignatures/'))) return { kind: 'refused', reason: 'signed' };
  const changes = withoutOwn(opened, docx);
  const clean = repack(file, changes);
  const read = clean && readDocx(clean);
  const again = clean && openPackage(clean);
  if (!clean || !again || read?.kind !== 'docx') return { kind: 'refused', reason: 'archive' };
  const known = new Set(again.comments.filter(({ author }) => author === AUTHOR).map(({ text }) => text));
  const wanted = remarks.filter(({ paragraphs }) => !known.has(paragraphs.join('')));
  const bytes = wanted.length === 0 ? clean : withRemarks(clean, again, read, wanted, date);
  const after = bytes && readDocx(bytes);
  if (!bytes) return { kind: 'refused', reason: 'archive' };
  return after?.kind === 'docx' && after.text === docx.text
    ? { kind: 'annotated', bytes }
    : { kind: 'refused', reason: 'not-read-back' };
}

/** The parts that change when our own comments are taken away. */
function withoutOwn(opened: Package, docx: Docx): Map<string, Uint8Array> {
  const { parts, folder, comments, commentPart } = opened;
  const answers = readAnswers(parts.get(`${folder}commentsExtended.xml`));
  const isAnswered = ({ paragraphs }: Comment) => [...answers.values()].some((parent) => paragraphs.includes(parent));
  const own = comments.filter((comment) => comment.author === AUTHOR && !isAnswered(comment));
  const changes = new Map<string, Uint8Array>();
  if (own.length === 0) return changes;
  const change = (name: string, attribute: string, values: ReadonlySet<string>) => {
    const part = parts.get(name);
    if (!part) return [];
    const { xml, removed } = withoutElements(part, decodeXml(part), attribute, values);
    if (removed.length > 0) changes.set(name, encodeXml(part, xml));
    return removed;
  };
  const ids = new Set(own.map(({ id }) => id));
  const paragraphs = new Set(own.flatMap((each) => each.paragraphs));
  const xml = decodeXml(parts.get(commentPart) as Uint8Array);
  const gone = own.map(({ element }): Patch => ({ ...element, text: '' }));
  changes.set(commentPart, encodeXml(parts.get(commentPart) as Uint8Array, patched(xml, gone)));
  changes.set(docx.part, encodeXml(docx.bytes, patched(docx.xml, marksOf(docx, ids))));
  change(`${folder}commentsExtended.xml`, 'paraId', paragraphs);
  const known = change(`${folder}commentsIds.xml`, 'paraId', paragraphs);
  change(`${folder}commentsExtensible.xml`, 'durableId', new Set(known.map(({ durableId = '' }) => durableId)));
  return changes;
}

/** The marks of comments in the body; a run that holds nothing but the sign of one goes with it. */
function marksOf(docx: Docx, ids: ReadonlySet<string>): Patch[] {
  const patches: Patch[] = [];
  let run: { start: number; sign?: Span; others: number } | undefined;
  readXml(docx.bytes, {
    open: ({ name, attributes }, tag) => {
      const isOwn = ids.has(attributes.id ?? '');
      if (name === 'r') run = { start: tag.start, others: 0 };
      else if (name === 'commentReference' && isOwn && run) run.sign = tag;
      else if (run && name !== 'rPr' && name !== 'rStyle') run.others++;
      if (isOwn && (name === 'commentRangeStart' || name === 'commentRangeEnd')) patches.push({ ...tag, text: '' });
    },
    close: ({ name }, tag) => {
      if (name !== 'r' || !run) return;
      if (run.sign) patches.push({ ...(run.others > 0 ? run.sign : { start: run.start, end: tag.end }), text: '' });
      run = undefined;
    },
    text: () => undefined,
  });
  return patches;
}

function withRemarks(
  file: Uint8Array,
  opened: Package,
  docx: Docx,
  remarks: readonly Remark[],
  date: Date,
): Uint8Array | undefined {
  const prefix = /<([\w.-]+:)document[\s>]/.exec(docx.xml)?.[1];
  if (prefix === undefined) return undefined;
  const space = docx.xml.includes(`${STRICT}/wordprocessingml`) ? STRICT : TRANSITIONAL;
  const first = opened.comments.reduce((most, { id }) => Math.max(most, Number(id) + 1 || 0), 0);
  const marks = new CommentMarks(docx.xml, prefix, docx.sources);
  for (const [at, { span }] of remarks.entries()) marks.add(first + at, span);
  const changes = new Map([[docx.part, encodeXml(docx.bytes, patched(docx.xml, marks.patches()))]]);
  const append = (name: string, empty: string, elements: (prefix: string) => string): boolean => {
    const part = opened.parts.get(name);
    const xml = appended(part ? decodeXml(part) : XML + empty, elements);
    if (xml !== undefined) changes.set(name, encodeXml(part ?? new Uint8Array(), xml));
    return xml !== undefined;
  };
  // Word wants the date without fractions of a second.
  const by = { author: AUTHOR, initials: INITIALS, date: date.toISOString().replace(/\.\d+/, '') };
  const isNew = !opened.parts.has(opened.commentPart);
  const main = space === STRICT ? `${STRICT}/wordprocessingml/main` : `${TRANSITIONAL}/wordprocessingml/2006/main`;
  const comments = append(opened.commentPart, `<w:comments xmlns:w="${main}"/>`, (p) =>
    remarks.map(({ paragraphs }, at) => commentXml(p, { ...by, id: first + at, paragraphs })).join(''),
  );
  const told = !isNew || (addRelation(opened, space, append) && addType(opened, append));
  return comments && told ? repack(file, changes) : undefined;
}

type Append = (name: string, empty: string, elements: (prefix: string) => string) => boolean;

function addRelation({ parts, relations, commentPart }: Package, space: string, append: Append): boolean {
  const before = parts.get(relations);
  const xml = before ? decodeXml(before) : '';
  if (/\/relationships\/comments"/.test(xml)) return true;
  let id = 1;
  while (xml.includes(`"rIdComments${id}"`)) id++;
  const type = `${space}/officeDocument/${space === STRICT ? '' : '2006/'}relationships/comments`;
  const empty = `<Relationships xmlns="${TRANSITIONAL}/package/2006/relationships"/>`;
  const attributes = `Id="rIdComments${id}" Type="${type}" Target="/${commentPart}"`;
  return append(relations, empty, (p) => `<${p}Relationship ${attributes}/>`);
}

function addType({ parts, commentPart }: Package, append: Append): boolean {
  const part = parts.get(CONTENT_TYPES);
  if (!part) return false;
  if (decodeXml(part).includes(`"/${commentPart}"`)) return true;
  return append(CONTENT_TYPES, '', (p) => `<${p}Override PartName="/${commentPart}" ContentType="${COMMENT_TYPE}"/>`);
}
