import { FORM_2019, FORM_2021 } from '../report/forms/index.ts';
import { SECTIONS } from '../report/forms/sections.ts';
import { type Lines, lineAt } from '../text/lines.ts';
import { countingTable, eachGram, LINE_END } from './gram.ts';

/**
 * The grams of a section's prose whose hashes are small: chosen by what they say, not by where they stand, so that two
 * texts keep the same ones of what they share (MinHash). At most `MOST` of them, whatever the length of the text.
 */
export interface Sketch {
  /** Every gram up to this hash is kept. */
  readonly limit: number;
  /** The hashes, ascending. */
  readonly grams: Uint32Array;
  /** The line on which each of them begins, from 0. */
  readonly lines: Uint32Array;
}

/** With so many a share of 60 % is measured to within 4 points in two cases of three; a short text is measured exactly. */
const MOST = 256;
/** Fewer grams that can be compared say nothing of a share. */
const FEWEST = 16;

const SLOTS = 4 * MOST;

/** Gathers the grams of one text after the other. */
export class Sketcher {
  private length = 0;
  private limit = 0xffffffff;
  /** Hashes and places in the order in which they came. */
  private readonly kept = new Uint32Array(MOST);
  private readonly places = new Uint32Array(MOST);
  /** Which hashes are there already: a table of their numbers, counted from 1. */
  private readonly slots = new Uint16Array(SLOTS);

  begin(): void {
    this.length = 0;
    this.limit = 0xffffffff;
    this.slots.fill(0);
  }

  /** @param at where the gram stands in the text */
  add(hash: number, at: number): void {
    if (hash > this.limit) return;
    const slot = this.freeSlot(hash);
    if (slot < 0 || isFormGram(hash)) return;
    if (this.length < MOST) this.put(hash, at, slot);
    else {
      this.makeRoom();
      this.add(hash, at);
    }
  }

  /** @param lines of the text, from whose beginning to whose end the grams were added */
  end(lines: Lines): Sketch {
    const { length, kept, places } = this;
    const order = new Float64Array(length);
    let line = length > 0 ? lineAt(lines, places[0] as number) : 0;
    for (let at = 0; at < length; at++) {
      order[at] = (kept[at] as number) * MOST + at;
      const place = places[at] as number;
      while (line + 1 < lines.length && lines.start(line + 1) <= place) line++;
      places[at] = line;
    }
    order.sort();
    const grams = new Uint32Array(length);
    const linesOf = new Uint32Array(length);
    for (let to = 0; to < length; to++) {
      const at = (order[to] as number) % MOST;
      grams[to] = kept[at] as number;
      linesOf[to] = places[at] as number;
    }
    return { limit: this.limit, grams, lines: linesOf };
  }

  private put(hash: number, at: number, slot: number): void {
    this.kept[this.length] = hash;
    this.places[this.length] = at;
    this.slots[slot] = ++this.length;
  }

  /** About half of the grams have a hash in the upper half. */
  private makeRoom(): void {
    const { length, kept, places } = this;
    this.limit >>>= 1;
    this.length = 0;
    this.slots.fill(0);
    for (let at = 0; at < length; at++) {
      const hash = kept[at] as number;
      if (hash <= this.limit) this.put(hash, places[at] as number, this.freeSlot(hash));
    }
  }

  /** Where a hash would go in the table; -1 when it is there. */
  private freeSlot(hash: number): number {
    const { kept, slots } = this;
    let slot = hash % SLOTS;
    for (let number = slots[slot] as number; number > 0; number = slots[slot] as number) {
      if (kept[number - 1] === hash) return -1;
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }
}

let known: ReadonlySet<number> | undefined;

/** Whether a gram is one of what the forms print: labels and headings. Who names a row copies nobody. */
export function isFormGram(hash: number): boolean {
  return formGrams().has(hash | 0);
}

function formGrams(): ReadonlySet<number> {
  if (known) return known;
  const grams = new Set<number>();
  const rows = [FORM_2019, FORM_2021].flatMap(({ tables }) => tables.flatMap((table) => table.rows));
  const texts = [...SECTIONS.map(({ title }) => title), ...rows.flatMap(({ label, side }) => [label, side ?? ''])];
  const counting = countingTable();
  for (const text of new Set(texts)) {
    const codes = Uint16Array.from(text, (character) => counting[character.charCodeAt(0)] as number);
    const counted = codes.filter((code) => code > LINE_END);
    eachGram(counted, counted.length, (hash) => grams.add(hash | 0));
  }
  known = grams;
  return grams;
}

/**
 * What part of a text, from 0 to 1, stands in the other one, too; undefined where too little of it can be compared.
 * Linear in the sketches.
 */
export function shareOf(own: Sketch, other: Sketch): number | undefined {
  const limit = Math.min(own.limit, other.limit);
  let compared = 0;
  let shared = 0;
  let next = 0;
  for (; compared < own.grams.length; compared++) {
    const gram = own.grams[compared] as number;
    if (gram > limit) break;
    while (next < other.grams.length && (other.grams[next] as number) < gram) next++;
    if (other.grams[next] === gram) shared++;
  }
  return compared < FEWEST ? undefined : shared / compared;
}

/** The line on which a gram of a sketch begins; -1 when it is not in it. */
export function lineOfGram({ grams, lines }: Sketch, gram: number): number {
  let low = 0;
  let high = grams.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((grams[middle] as number) < gram) low = middle + 1;
    else high = middle;
  }
  return grams[low] === gram ? (lines[low] as number) : -1;
}
