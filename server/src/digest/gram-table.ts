/** A place of the table: key, in how many reports, and the numbers of two of them, from 1. */
const FIELDS = 4;
const KEY = 0;
const COUNT = 1;
const FIRST = 2;
const SECOND = 3;
const FULL = 0.6;

/**
 * For each gram how many reports have it, and two of them: an open hash table in one array, for it holds hundreds of
 * thousands.
 */
export class GramTable {
  private capacity = 1 << 10;
  private used = 0;
  private table = new Uint32Array(this.capacity * FIELDS);

  /**
   * Puts in a gram of a report.
   *
   * @param isSame whether another report is of the same organ; of one organ a gram knows one report
   */
  put(key: number, report: number, isSame: (other: number) => boolean): void {
    if (this.used > FULL * this.capacity) this.grow();
    const { table } = this;
    const at = this.placeOf(key);
    if (table[at + KEY] === 0) {
      this.used++;
      table[at + KEY] = key;
    }
    table[at + COUNT] = (table[at + COUNT] as number) + 1;
    const first = table[at + FIRST] as number;
    const second = table[at + SECOND] as number;
    if ((first > 0 && second > 0) || isSame(first) || isSame(second)) return;
    table[at + (first === 0 ? FIRST : SECOND)] = report;
  }

  takeOut(key: number, report: number): void {
    const { table } = this;
    const at = this.placeOf(key);
    if (table[at + KEY] === 0) return;
    table[at + COUNT] = Math.max(0, (table[at + COUNT] as number) - 1);
    if (table[at + FIRST] === report) table[at + FIRST] = 0;
    if (table[at + SECOND] === report) table[at + SECOND] = 0;
  }

  /** The place of a key; one where nothing stands when no report has it. It holds until the next change. */
  placeOf(key: number): number {
    const { table, capacity } = this;
    for (let slot = key & (capacity - 1); ; slot = (slot + 1) & (capacity - 1)) {
      const there = table[slot * FIELDS] as number;
      if (there === key || there === 0) return slot * FIELDS;
    }
  }

  countAt(place: number): number {
    return this.table[place + COUNT] as number;
  }

  eachAt(place: number, see: (report: number) => void): void {
    const first = this.table[place + FIRST] as number;
    const second = this.table[place + SECOND] as number;
    if (first > 0) see(first);
    if (second > 0) see(second);
  }

  /** Twice the room; what nobody uses any more is left behind. */
  private grow(): void {
    const { table } = this;
    this.capacity *= 2;
    this.used = 0;
    this.table = new Uint32Array(this.capacity * FIELDS);
    for (let from = 0; from < table.length; from += FIELDS) {
      if (table[from + COUNT] === 0) continue;
      this.table.set(table.subarray(from, from + FIELDS), this.placeOf(table[from + KEY] as number));
      this.used++;
    }
  }
}
