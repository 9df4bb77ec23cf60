/**
 * Remembers what followed from a few characters of a text, for the same labels and headings stand in every report. It
 * keeps the characters themselves, so two texts are never taken for each other, and no text is kept alive by it.
 */
export class Memo<Value> {
  private readonly entries = new Map<number, { readonly codes: Uint16Array; readonly value: Value }>();

  /** What `compute` gives for `text[start, end)`; it must depend on these characters alone. */
  of(text: string, start: number, end: number, compute: (characters: string) => Value): Value {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const known = this.entries.get(hash);
    if (known && isSame(known.codes, text, start, end)) return known.value;
    const value = compute(text.slice(start, end));
    if (this.entries.size >= MOST_ENTRIES) this.entries.clear();
    const codes = Uint16Array.from({ length: end - start }, (_, at) => text.charCodeAt(start + at));
    this.entries.set(hash, { codes, value });
    return value;
  }
}

/** More than all reports of a year have of labels and headings; some hundred kilobytes. */
const MOST_ENTRIES = 4096;

function isSame(codes: Uint16Array, text: string, start: number, end: number): boolean {
  if (codes.length !== end - start) return false;
  for (let at = 0; at < codes.length; at++) if (codes[at] !== text.charCodeAt(start + at)) return false;
  return true;
}
