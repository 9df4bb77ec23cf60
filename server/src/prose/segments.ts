import { codesOf } from '../text/characters.ts';
import { contentOf, contextOf, MARK, NUMBER, PERCENT, type Tokens } from './token-table.ts';

/** The words up to a number, and that number; or words that no number follows before the next comma. */
export interface Segment {
  /** Its words: the first token and the one behind the last. */
  from: number;
  to: number;
  /** The number or percentage behind them; -1 for none. */
  number: number;
  /** What follows the last number of a clause: `收到23件申请`. */
  afterFrom: number;
  afterTo: number;
  /** Whether it is the first of its clause. */
  opens: boolean;
  /** How many brackets it stands in. */
  depth: number;
  /** The character that ends its clause; 0 for a segment that ends with its number. */
  mark: number;
  /** Kinds of content and of context among its words, and among those behind its number. */
  content: number;
  context: number;
  afterContent: number;
  afterContext: number;
}

/** A sentence ends at 。！？; a paragraph is at most one of its lines. */
export interface Sentence {
  /** Only the first `count` are its own; the others are used again. */
  readonly segments: Segment[];
  count: number;
}

const ENDS = codesOf('。!?');
const LISTING = 0x3001;
const OPENING = 0x28;
const CLOSING = 0x29;

/** More parts than any sentence has; what is longer is cut, so that looking back over one never takes long. */
const MOST_SEGMENTS = 60;

const sentence: Sentence = { segments: [], count: 0 };

function addSegment(tokens: Tokens, from: number, to: number, number: number, opens: boolean, depth: number): Segment {
  let segment = sentence.segments[sentence.count];
  if (!segment) {
    segment = newSegment();
    sentence.segments.push(segment);
  }
  sentence.count++;
  segment.from = from;
  segment.to = to;
  segment.number = number;
  segment.afterFrom = to;
  segment.afterTo = to;
  segment.opens = opens;
  segment.depth = depth;
  segment.mark = 0;
  segment.content = contentOf(tokens, from, to);
  segment.context = contextOf(tokens, from, to);
  segment.afterContent = 0;
  segment.afterContext = 0;
  return segment;
}

function newSegment(): Segment {
  return {
    from: 0,
    to: 0,
    number: -1,
    afterFrom: 0,
    afterTo: 0,
    opens: false,
    depth: 0,
    mark: 0,
    content: 0,
    context: 0,
    afterContent: 0,
    afterContext: 0,
  };
}

function setAfter(tokens: Tokens, segment: Segment, from: number, to: number): void {
  segment.afterFrom = from;
  segment.afterTo = to;
  segment.afterContent = contentOf(tokens, from, to);
  segment.afterContext = contextOf(tokens, from, to);
}

/**
 * Cuts the tokens of a paragraph at marks and behind numbers, and calls `visit` with each sentence; the sentence holds
 * until `visit` returns.
 */
export function eachSentence(tokens: Tokens, visit: (sentence: Sentence) => void): void {
  sentence.count = 0;
  // The words since the last mark or number begin here; `last` is the last number's segment in this clause.
  let from = 0;
  let last: Segment | undefined;
  let depth = 0;
  // Whether 、 stands between the last number and the words behind it.
  let parted = false;
  // The words before a bracket, which a number behind it may be of: 作其他处理（含撤回）3件.
  let before: Segment | undefined;
  let opened = 0;
  const { count, kinds, data } = tokens;
  const close = (to: number, mark: number) => {
    if (last) last.mark = mark;
    if (last && !parted) setAfter(tokens, last, from, to);
    else if (to > from) addSegment(tokens, from, to, -1, true, depth).mark = mark;
    last = undefined;
    parted = false;
  };
  const end = () => {
    if (sentence.count > 0) visit(sentence);
    sentence.count = 0;
    depth = 0;
  };
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] as number;
    if (sentence.count >= MOST_SEGMENTS) {
      end();
      last = undefined;
    }
    if (kind === NUMBER || kind === PERCENT) {
      const own = before && at === from && depth === opened ? before : undefined;
      last = addSegment(tokens, own?.from ?? from, own?.to ?? at, at, last === undefined, depth);
      if (own) own.to = own.from;
      before = undefined;
      parted = false;
    } else if (kind !== MARK) continue;
    else {
      const mark = data[at] as number;
      if (mark === LISTING && at > from) continue;
      if (mark === LISTING) parted = last !== undefined;
      else {
        const words = at > from && (!last || parted);
        close(at, mark);
        if (mark === OPENING && words) {
          before = sentence.segments[sentence.count - 1];
          opened = depth;
        } else if (mark !== CLOSING) before = undefined;
        if (mark === OPENING) depth++;
        if (mark === CLOSING) depth = Math.max(0, depth - 1);
        if (ENDS.has(mark)) end();
      }
    }
    from = at + 1;
  }
  close(count, 0);
  end();
}
