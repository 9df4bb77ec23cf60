import type { Span } from '../text/span.ts';
import type { Element } from './xml.ts';

/**
 * Why the text of a run must not be changed where it stands: it is worked out by Word (`field`), kept elsewhere (`bound`),
 * written twice (`copied`: a drawing and its old-fashioned copy), or no plain text in the XML (`markup`).
 */
export type Unwritable = 'field' | 'bound' | 'copied' | 'markup';

/** A stretch of a paragraph's text and the element that holds it; `start` and `end` are offsets in the paragraph's text. */
export interface SourceRun extends Span {
  /** The characters as they are written in the XML: UTF-16 offsets, what lies between `<w:t>` and `</w:t>`. */
  readonly characters: Span;
  /** The whole element `<w:r>`. */
  readonly element: Span;
  /** Whether the text is all that the element holds beside its properties, so that it can be cut in two. */
  readonly simple: boolean;
  /** Part of a tracked insertion. */
  readonly inserted: boolean;
  readonly unwritable?: Unwritable;
}

/** The element `<w:p>` of a paragraph. */
export interface SourceParagraph {
  /** The tag that ends it; `<w:p/>` is one tag for both. */
  readonly end: Span;
  /** The whole of its properties `<w:pPr>`. */
  readonly properties: Span | undefined;
  readonly runs: readonly SourceRun[];
  /** Whether a tracked deletion stands in it. */
  readonly deletes: boolean;
  /** Whether it stands in a text box. */
  readonly drawn: boolean;
}

type Open<T> = { -readonly [K in keyof T]: T[K] extends Span ? { start: number; end: number } : T[K] };

const FIELD_STEPS: Readonly<Record<string, number>> = { begin: 1, end: -1 };

/** Follows the elements that runs of text stand in, so that each knows where it is written and whether it can be changed. */
export class RunTracker {
  /** A run may hold a text box with others. */
  private readonly runs: { place: { start: number; end: number }; contents: number; found: Open<SourceRun>[] }[] = [];
  private text: { start: number; events: number; run: Open<SourceRun> | undefined } | undefined;
  private insertions = 0;
  private fields = 0;
  private simpleFields = 0;
  private copies = 0;
  private readonly controls: { bound: boolean }[] = [];

  open({ name, attributes, space }: Element, parent: string | undefined, tag: Span): void {
    if (!isTracked(name, space)) return;
    if (name === 'r') this.runs.push({ place: { ...tag }, contents: 0, found: [] });
    else if (name === 't') this.text = { start: tag.end, events: 0, run: undefined };
    else if (isInsertion(name, parent)) this.insertions++;
    else if (name === 'fldSimple') this.simpleFields++;
    else if (isDrawing(name)) this.copies++;
    else if (name === 'sdt') this.controls.push({ bound: false });
    else if (name === 'dataBinding') (this.controls.at(-1) ?? { bound: false }).bound = true;
    else if (name === 'fldChar')
      this.fields = Math.max(0, this.fields + (FIELD_STEPS[attributes.fldCharType ?? ''] ?? 0));
    const run = this.runs.at(-1);
    if (parent === 'r' && name !== 'rPr' && run) run.contents++;
  }

  /** The run that the text which was just read stands in; `start` and `end` are its place in the paragraph. */
  read(start: number, end: number): SourceRun | undefined {
    const { text } = this;
    const run = this.runs.at(-1);
    if (!run || !text) return undefined;
    text.events++;
    const unwritable = text.events > 1 ? 'markup' : this.unwritable();
    const found: Open<SourceRun> = {
      start,
      end,
      characters: { start: text.start, end: text.start },
      element: run.place,
      simple: true,
      inserted: this.insertions > 0,
      ...(unwritable ? { unwritable } : {}),
    };
    if (text.run) text.run.unwritable = 'markup';
    text.run = found;
    run.found.push(found);
    return found;
  }

  /** Whether what is read now stands in a drawing or a text box. */
  get drawn(): boolean {
    return this.copies > 0;
  }

  private unwritable(): Unwritable | undefined {
    if (this.fields + this.simpleFields > 0) return 'field';
    if (this.controls.some(({ bound }) => bound)) return 'bound';
    return this.copies > 0 ? 'copied' : undefined;
  }

  close({ name, space }: Element, parent: string | undefined, tag: Span): void {
    if (!isTracked(name, space)) return;
    if (name === 't' && this.text) {
      if (this.text.run) this.text.run.characters.end = tag.start;
      this.text = undefined;
    } else if (name === 'r') {
      const run = this.runs.pop();
      if (run) run.place.end = tag.end;
      for (const found of run?.found ?? []) found.simple = run?.contents === 1;
    } else if (isInsertion(name, parent)) this.insertions--;
    else if (name === 'fldSimple') this.simpleFields--;
    else if (isDrawing(name)) this.copies--;
    else if (name === 'sdt') this.controls.pop();
  }
}

/** What holds a text box; text boxes themselves hold no comments. */
function isDrawing(name: string): boolean {
  return name === 'AlternateContent' || name === 'txbxContent';
}

/** Formulas and drawings have runs of their own kinds. */
function isTracked(name: string, space: string): boolean {
  return space.includes('wordprocessingml') || name === 'AlternateContent';
}

/** Rows, cells and paragraph marks are marked as inserted by an element of the same name. */
function isInsertion(name: string, parent: string | undefined): boolean {
  return (name === 'ins' || name === 'moveTo') && !(parent?.endsWith('Pr') ?? false);
}
