import type { Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import type { RunTracker, SourceParagraph, SourceRun } from './source-runs.ts';
import type { Element } from './xml.ts';

/** A paragraph of a Word document while it is read. */
export class OpenParagraph {
  text = '';
  style: string | undefined;
  readonly list: { id?: string; level: number } = { level: 0 };
  /** The mark at its end is deleted, so that the next paragraph goes on in it. */
  goesOn = false;
  /** Text boxes that are anchored in it; they follow it. */
  readonly boxes: Block[] = [];
  properties: Span | undefined;
  deletes = false;
  private runs: SourceRun[] = [];

  addText(text: string, tracker: RunTracker): void {
    const run = tracker.read(this.text.length, this.text.length + text.length);
    if (run) this.runs.push(run);
    this.text += text;
  }

  /** What is no text in the XML and yet a character. */
  addSign(name: string, attributes: Element['attributes']): void {
    if (name === 'tab' || name === 'ptab') this.text += '\t';
    if (name === 'cr' || name === 'br') this.text += '\n';
    if (name === 'noBreakHyphen') this.text += '-';
    // Symbol fonts map their signs into a private area; the rest are characters.
    const code = name === 'sym' ? Number.parseInt(attributes.char ?? '', 16) : 0;
    if (code >= 0x20 && code < 0xe000) this.text += String.fromCharCode(code);
  }

  /** Puts the text of a paragraph whose end is deleted in front of this one's. */
  goOnFrom(before: OpenParagraph): void {
    const shift = before.text.length;
    // They are changed in place: whoever follows a run until its end holds on to it.
    for (const run of this.runs) Object.assign(run, { start: run.start + shift, end: run.end + shift });
    this.runs = before.runs.concat(this.runs);
    this.text = before.text + this.text;
    this.deletes = true;
  }

  source(tag: Span, { drawn }: RunTracker): SourceParagraph {
    const { runs, properties, deletes } = this;
    return { end: tag, properties, runs, deletes, drawn };
  }
}
