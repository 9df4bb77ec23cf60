import type { Lines } from '../lines.ts';
import type { Layout } from '../tokens.ts';

/** Some lines of a text, `[from, to)`, that are read in one layout. */
export interface Block {
  readonly lines: Lines;
  readonly from: number;
  readonly to: number;
  readonly layout: Layout;
  /** What the lines hold, as bits. */
  readonly marks: number;
}
