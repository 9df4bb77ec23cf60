import type { NumberToken, PercentToken, Token } from './tokens.ts';

/** The words up to a number, and that number; or words that no number follows before the next comma. */
export interface Segment {
  readonly words: readonly Token[];
  readonly number: NumberToken | PercentToken | undefined;
  /** What follows the last number of a clause: `收到23件申请`. */
  after: readonly Token[];
  /** Whether it is the first of its clause. */
  readonly opens: boolean;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** What ends its clause; empty for a segment that ends with its number. */
  mark: string;
}

/** A sentence ends at 。！？; a paragraph is at most one of its lines. */
export type Sentence = readonly Segment[];

const ENDS = '。!?';

/** More parts than any sentence has; what is longer is cut, so that looking back over one never takes long. */
const MOST_SEGMENTS = 60;

/** Cuts the tokens of a paragraph at marks and behind numbers. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Segment[][] = [];
  let sentence: Segment[] = [];
  let words: Token[] = [];
  let clause: Segment[] = [];
  let depth = 0;
  // Whether 、 stands between the last number and the words behind it.
  let parted = false;
  const close = (mark: string) => {
    const last = clause.at(-1);
    if (last) last.mark = mark;
    if (last && !parted) last.after = words;
    else if (words.length > 0) sentence.push({ words, number: undefined, after: [], opens: true, depth, mark });
    words = [];
    clause = [];
    parted = false;
  };
  for (const token of tokens) {
    if (sentence.length >= MOST_SEGMENTS) {
      sentences.push(sentence);
      sentence = [];
      clause = [];
      depth = 0;
    }
    if (token.kind === 'number' || token.kind === 'percent') {
      const segment = { words, number: token, after: [], opens: clause.length === 0, depth, mark: '' };
      clause.push(segment);
      sentence.push(segment);
      words = [];
      parted = false;
    } else if (token.kind !== 'mark') words.push(token);
    else if (token.mark === '、' && words.length > 0) words.push(token);
    else if (token.mark === '、') parted = clause.length > 0;
    else {
      close(token.mark);
      if (token.mark === '(') depth++;
      if (token.mark === ')') depth = Math.max(0, depth - 1);
      if (ENDS.includes(token.mark)) {
        if (sentence.length > 0) sentences.push(sentence);
        sentence = [];
        depth = 0;
      }
    }
  }
  close('');
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}
