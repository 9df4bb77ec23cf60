import type { Span } from '../text/span.ts';
import type { SourceRun } from './source-runs.ts';
import type { PlacedSource } from './write-text.ts';
import { type Patch, rawOffset } from './xml-text.ts';

/** Where a comment begins or ends: at an offset of a run's text, or at the end of a paragraph without text. */
interface Mark {
  readonly place: number;
  readonly isEnd: boolean;
  readonly xml: string;
}

/**
 * Puts the marks of comments (ECMA-376 part 1, 17.13.4.3–5) around stretches of the text. A run is cut where a stretch
 * begins or ends inside it; where that cannot be done the mark stands around the whole run.
 */
export class CommentMarks {
  private readonly runs = new Map<SourceRun, Mark[]>();
  private readonly blanks = new Map<PlacedSource, string[]>();

  /** @param prefix that of WordprocessingML with its colon */
  constructor(
    private readonly xml: string,
    private readonly prefix: string,
    private readonly sources: readonly PlacedSource[],
  ) {}

  add(id: number, span: Span): void {
    const source = this.sourceOf(span);
    if (!source) return;
    const p = this.prefix;
    const start = `<${p}commentRangeStart ${p}id="${id}"/>`;
    const end = `<${p}commentRangeEnd ${p}id="${id}"/><${p}r><${p}commentReference ${p}id="${id}"/></${p}r>`;
    const { runs } = source.source;
    if (runs.length === 0) {
      this.blanks.set(source, [...(this.blanks.get(source) ?? []), start + end]);
      return;
    }
    const [from, to] = [span.start - source.base, span.end - source.base];
    const touched = runs.filter((run) => run.start < to && run.end > from);
    const first = touched[0] ?? (runs[0] as SourceRun);
    const last = touched.at(-1) ?? (runs.at(-1) as SourceRun);
    const whole = touched.length === 0;
    this.mark(first, whole ? first.start : Math.max(from, first.start), false, start);
    this.mark(last, whole ? last.end : Math.min(to, last.end), true, end);
  }

  /** The paragraph of a place; of one that holds no comment, a text box, the nearest before it, or the first of all. */
  private sourceOf({ start, end }: Span): PlacedSource | undefined {
    const fit = this.sources.filter(({ source }) => !source.drawn);
    const inside = fit.find((source) => source.start <= start && source.end >= Math.min(end, start + 1));
    return inside ?? fit.findLast((source) => source.start <= start) ?? fit[0];
  }

  private mark(run: SourceRun, place: number, isEnd: boolean, xml: string): void {
    const marks = this.runs.get(run) ?? [];
    marks.push({ place, isEnd, xml });
    this.runs.set(run, marks);
  }

  patches(): Patch[] {
    const runs = [...this.runs].flatMap(([run, marks]) => this.runPatches(run, marks));
    return [...runs, ...[...this.blanks].map(([source, marks]) => this.blankPatch(source, marks))];
  }

  private runPatches(run: SourceRun, marks: readonly Mark[]): Patch[] {
    const { characters, element } = run;
    const raw = this.xml.slice(characters.start, characters.end);
    const opening = this.xml.slice(element.start, characters.start);
    const closing = this.xml.slice(characters.end, element.end);
    const cuts = run.simple && (opening.includes('xml:space="preserve"') || !/\s/.test(raw));
    const byPlace = new Map<number, Mark[]>();
    for (const mark of marks) {
      const place = cuts ? mark.place : mark.isEnd ? run.end : run.start;
      byPlace.set(place, [...(byPlace.get(place) ?? []), mark]);
    }
    return [...byPlace].map(([place, here]): Patch => {
      // What ends comes before what begins at the same place.
      const xml = here
        .sort((a, b) => Number(b.isEnd) - Number(a.isEnd))
        .map((mark) => mark.xml)
        .join('');
      if (place === run.start) return { start: element.start, end: element.start, text: xml };
      if (place === run.end) return { start: element.end, end: element.end, text: xml };
      const at = characters.start + rawOffset(raw, place - run.start);
      return { start: at, end: at, text: closing + xml + opening };
    });
  }

  private blankPatch({ source: { end } }: PlacedSource, marks: readonly string[]): Patch {
    const tag = this.xml.slice(end.start, end.end);
    if (!tag.endsWith('/>')) return { start: end.start, end: end.start, text: marks.join('') };
    return { ...end, text: `${tag.slice(0, -2).trimEnd()}>${marks.join('')}</${this.prefix}p>` };
  }
}
