/** Two 32-bit multiplicative hashes over UTF-16 code units that stir each other at the end (cyrb53 without its cut). */
export class Hash {
  private high = 0xdeadbeef;
  private low = 0x41c6ce57;

  add(code: number): void {
    this.high = Math.imul(this.high ^ code, 2654435761);
    this.low = Math.imul(this.low ^ code, 1597334677);
  }

  /** The hash of all that was added as two unsigned 32-bit numbers. */
  halves(): readonly [number, number] {
    return [stirred(this.high, this.low), stirred(this.low, this.high)];
  }
}

function stirred(a: number, b: number): number {
  return (Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)) >>> 0;
}
