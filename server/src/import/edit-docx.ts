import type { Span } from '../text/span.ts';
import { type Docx, readDocx } from './docx.ts';
import { namesIn, repack } from './repack.ts';
import type { SourceRun, Unwritable } from './source-runs.ts';
import type { PlacedSource } from './write-text.ts';
import { encodeXml, escapeXml, type Patch, patched, rawOffset } from './xml-text.ts';

/** A replacement in the text that was read out of a document (UTF-16 offsets). */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Why a place of a document is left as it is: `generated` (the characters are not written there: automatic numbers, signs
 * of symbol fonts), `tracked` (part of them is a tracked change), `structure` (more than the text of one paragraph would
 * change), or what `Unwritable` says.
 */
export type EditRefusal = Unwritable | 'generated' | 'tracked' | 'structure';
/**
 * Why nothing is written into a document: it is signed, protected against editing, its archive is not understood to the
 * last byte, or what was written did not read back as it was meant.
 */
export type FileRefusal = 'signed' | 'protected' | 'archive' | 'not-read-back';

export type EditedDocx =
  | { readonly kind: 'edited'; readonly bytes: Uint8Array; readonly refusals: readonly (EditRefusal | undefined)[] }
  | { readonly kind: 'refused'; readonly reason: FileRefusal };

/**
 * Writes changes of the extracted text into a Word document. Only the characters of the runs change: format, styles and
 * all other parts of the archive stay byte for byte. What was written is read back before it is given out.
 *
 * @param edits must not overlap
 * @returns for each edit why it was left out, or undefined where it was made
 */
export function editDocx(bytes: Uint8Array, edits: readonly TextEdit[]): EditedDocx {
  const docx = readDocx(bytes);
  const names = namesIn(bytes);
  if (docx.kind === 'failed' || !names || !isUtf8(docx)) return { kind: 'refused', reason: 'archive' };
  if (names.some((name) => name.startsWith('_xmlsignatures/'))) return { kind: 'refused', reason: 'signed' };
  if (isProtected(docx)) return { kind: 'refused', reason: 'protected' };
  const plans = edits.map((edit) => planEdit(docx, edit));
  const made = edits.filter((_, at) => typeof plans[at] !== 'string');
  const refusals = plans.map((plan) => (typeof plan === 'string' ? plan : undefined));
  if (made.length === 0) return { kind: 'edited', bytes, refusals };
  const patches = plans.flatMap((plan) => (typeof plan === 'string' ? [] : plan));
  const after = repack(bytes, new Map([[docx.part, encodeXml(docx.bytes, patched(docx.xml, patches))]]));
  if (!after) return { kind: 'refused', reason: 'archive' };
  const read = readDocx(after);
  const expected = patched(
    docx.text,
    made.map(({ span, newText }) => ({ ...span, text: newText })),
  );
  if (read.kind === 'failed' || read.text !== expected) return { kind: 'refused', reason: 'not-read-back' };
  return { kind: 'edited', bytes: after, refusals };
}

/** Parts in UTF-16 are allowed and written by nobody. */
function isUtf8({ bytes }: Docx): boolean {
  return bytes[0] !== 0xff && bytes[0] !== 0xfe;
}

function isProtected({ settings }: Docx): boolean {
  return /<\w+:documentProtection\b[^<>]*:enforcement="(?:1|true|on)"/.test(settings);
}

function planEdit({ xml, sources }: Docx, { span, newText }: TextEdit): Patch[] | EditRefusal {
  if (/[\t\r\n]/.test(newText)) return 'structure';
  // The paragraph in which it ends: a blank cell lies at its own end.
  const source = sourceAt(sources, span);
  if (!source) return 'structure';
  const from = span.start - source.base;
  const to = span.end - source.base;
  const { runs } = source.source;
  if (source.start === source.end) return runs.length > 0 ? fillRuns(runs, newText) : addRun(xml, source, newText);
  const touched = runs.filter(({ start, end }) =>
    from === to ? start <= from && end >= from : start < to && end > from,
  );
  const covered = touched.reduce((sum, { start, end }) => sum + Math.min(end, to) - Math.max(start, from), 0);
  const [first] = touched;
  if (!first || covered < to - from) return 'generated';
  const refusal = refusalOf(touched, source);
  if (refusal) return refusal;
  if (from === to) return [patchRun(xml, first, from, to, newText)];
  return touched.map((run) =>
    patchRun(xml, run, Math.max(run.start, from), Math.min(run.end, to), run === first ? newText : ''),
  );
}

function sourceAt(sources: readonly PlacedSource[], { start, end }: Span): PlacedSource | undefined {
  return sources.find((source) => source.start <= start && source.end >= end);
}

/** A number of which a part is a tracked change would be another one if the change were rejected. */
function refusalOf(runs: readonly SourceRun[], { source }: PlacedSource): EditRefusal | undefined {
  const unwritable = runs.find((run) => run.unwritable)?.unwritable;
  if (unwritable) return unwritable;
  const inserted = runs.filter((run) => run.inserted).length;
  const isMixed = inserted > 0 && inserted < runs.length;
  return isMixed || (inserted === 0 && source.deletes) ? 'tracked' : undefined;
}

function patchRun(xml: string, run: SourceRun, from: number, to: number, text: string): Patch {
  const { start, end } = run.characters;
  const raw = xml.slice(start, end);
  return {
    start: start + rawOffset(raw, from - run.start),
    end: start + rawOffset(raw, to - run.start),
    text: escapeXml(text),
  };
}

/** A cell that holds nothing but blanks: they give way to the number. */
function fillRuns(runs: readonly SourceRun[], text: string): Patch[] | EditRefusal {
  const unwritable = runs.find((run) => run.unwritable)?.unwritable;
  if (unwritable) return unwritable;
  return runs.map(({ characters }, at) => ({ ...characters, text: at === 0 ? escapeXml(text) : '' }));
}

/** What Word does when somebody types into an empty paragraph: a run that looks like the paragraph's mark. */
function addRun(xml: string, { source }: PlacedSource, text: string): Patch[] | EditRefusal {
  if (source.deletes) return 'tracked';
  const { end, properties } = source;
  const tag = xml.slice(end.start, end.end);
  const prefix = /^<\/?(?:([\w.-]+):)?p\b/.exec(tag);
  if (!prefix) return 'structure';
  const name = (local: string) => (prefix[1] ? `${prefix[1]}:${local}` : local);
  const look = properties ? lookOf(xml.slice(properties.start, properties.end), name('rPr')) : '';
  const run = `<${name('r')}>${look}<${name('t')}>${escapeXml(text)}</${name('t')}></${name('r')}>`;
  if (!tag.endsWith('/>')) return [{ start: end.start, end: end.start, text: run }];
  const open = `${tag.slice(0, -2).trimEnd()}>`;
  return [{ ...end, text: `${open}${run}</${name('p')}>` }];
}

/** The properties of a paragraph's mark, without the changes that are tracked in them. */
function lookOf(properties: string, name: string): string {
  const start = properties.indexOf(`<${name}>`);
  const close = `</${name}>`;
  const end = properties.indexOf(close, start);
  if (start < 0 || end < 0) return '';
  const look = properties.slice(start, end + close.length);
  return /<(?:\w+:)?(?:ins|del|moveFrom|moveTo|rPrChange)\b/.test(look) ? '' : look;
}
