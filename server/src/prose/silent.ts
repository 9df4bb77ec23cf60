import type { Report } from '../report/report.ts';
import { type KeptLines, keptLine } from '../text/change.ts';
import type { SilentParagraphs } from './claim.ts';
import type { Paragraph, Region, Skip } from './paragraphs.ts';
import type { Topic } from './question.ts';

/** A version of the report before, which of its lines this one has, and its paragraphs that claim nothing. */
export interface KnownProse {
  readonly kept: KeptLines;
  readonly silent: SilentParagraphs;
}

/** What is handed on from paragraph to paragraph. */
export interface State {
  topic: Topic;
  /** Whether fees were spoken of in this one. */
  fees: boolean;
}

const STRIDE = 4;
const TOPICS: readonly Topic[] = [undefined, 'request', 'document', 'other'];
const TOPIC_BITS = 2;
const FEES = 1 << (2 * TOPIC_BITS);

/** Writes down a paragraph that was read: what it was read with, and what it left behind. */
export function addSilent(
  numbers: number[],
  { first, next, section, whole }: Paragraph,
  before: Topic,
  after: State,
): void {
  if (!whole || next < 0) return;
  const topics = TOPICS.indexOf(before) | (TOPICS.indexOf(after.topic) << TOPIC_BITS);
  numbers.push(first, next, section, topics | (after.fees ? FEES : 0));
}

/**
 * Skips paragraphs that claimed nothing in the version before: those that stand in lines that were kept, in the same section,
 * under the same topic. The line behind them must have been kept as well, for it shows where they end.
 *
 * @param topicIn the topic under which a paragraph of a section is read
 * @param skipped told of each, with its state
 */
export function skipSilent(
  { blocks }: Report,
  { kept, silent: { numbers } }: KnownProse,
  topicIn: (section: number) => Topic,
  skipped: (first: number, next: number, section: number, state: number) => void,
): Skip {
  let at = 0;
  return (block: number, { section, start, end, tables }: Region): number => {
    const old = block < kept.head ? block : block - kept.lines;
    if (block >= kept.head && old < kept.tail) return block;
    while (at < numbers.length && (numbers[at] as number) < old) at += STRIDE;
    if (numbers[at] !== old) return block;
    const [behind, state] = [numbers[at + 1] as number, numbers[at + 3] as number];
    if (block < kept.head && behind >= kept.head) return block;
    if (numbers[at + 2] !== section || TOPICS[state & TOPIC_MASK] !== topicIn(section)) return block;
    const next = keptLine(kept, behind);
    const from = blocks.start(block);
    if (from < start || blocks.start(next) >= end) return block;
    for (const table of tables) if (table.start < blocks.end(next) && table.end > from) return block;
    skipped(block, next, section, state);
    return next;
  };
}

const TOPIC_MASK = (1 << TOPIC_BITS) - 1;

/** What a skipped paragraph left behind. */
export function stateBehind(state: number): State {
  return { topic: TOPICS[(state >> TOPIC_BITS) & TOPIC_MASK], fees: (state & FEES) !== 0 };
}
