import type { Report } from '../report/report.ts';
import type { Claim, Doubt, Reading } from './claim.ts';
import { readSegment } from './counts.ts';
import { readLead, readTopicClause } from './lead.ts';
import { distribute, openList } from './lists.ts';
import { isContent } from './meaning.ts';
import { readNothing, settledIn } from './nothing.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { scopeReader } from './scope.ts';
import { type Segment, type Sentence, sentencesOf } from './segments.ts';
import { beginSentence, closeLists, type Ground, newState, type State } from './state.ts';
import { mayTell } from './telling.ts';
import { type Token, tokenize } from './tokens.ts';
import { vocabulary } from './vocabulary.ts';
import { hasWord, isWord, spanIn } from './words.ts';
import { yearStatement } from './years.ts';

export type * from './claim.ts';

/** The numbers that the prose claims, in the order of the text. */
export function readClaims(report: Report): readonly Claim[] {
  return readProse(report).claims;
}

/**
 * Reads the prose of all sections. What it does not surely understand it leaves out: a wrong claim would be a false
 * alarm. Never throws; time grows in proportion to the text.
 */
export function readProse(report: Report): Reading {
  const found = { claims: [], parts: [], ratios: [], settled: [], years: [] };
  let fees = false;
  const ground: Ground = { text: report.text, year: report.title?.year, scopeOf: scopeReader(report), found };
  let topic: State['topic'];
  let section = -1;
  for (const paragraph of paragraphsOf(report)) {
    if (paragraph.section !== section) topic = undefined;
    section = paragraph.section;
    if (!mayTell(paragraph.codes)) {
      const codes = paragraph.codes.slice(0, LONGEST_HEADING + 1);
      topic = headingTopic(paragraph, tokenize(report.text, { ...paragraph, codes }, vocabulary())) ?? topic;
      continue;
    }
    const tokens = tokenize(report.text, paragraph, vocabulary());
    fees ||= section === 6 ? paragraph.codes.includes(FEE) : hasWord(tokens, 'fees-topic');
    topic = headingTopic(paragraph, tokens) ?? topic;
    readParagraph(
      newState(ground, paragraph, topic === 'other' ? undefined : topic),
      sentencesOf(tokens),
      namesYear(tokens, ground.year),
    );
  }
  return { ...found, fees };
}

/** Any 费 in section 六 will do: 不存在收费情况. */
const FEE = '费'.charCodeAt(0);

function namesYear(tokens: readonly Token[], year: number | undefined): boolean {
  return tokens.some((token) => (token.kind === 'year' && token.year === year) || isWord(token, 'year-this'));
}

const LONGEST_HEADING = 24;

/** `（二）依申请公开情况` makes what follows a matter of requests, until the next heading of its kind. */
function headingTopic({ codes }: Paragraph, tokens: readonly Token[]): State['topic'] {
  const numbered = codes[0] === 0x28 && codes[2] === 0x29;
  const end = tokens.findIndex((token) => token.kind === 'mark' && '。:，'.includes(token.mark));
  const heading = end < 0 ? tokens : tokens.slice(0, end);
  const length = heading.at(-1)?.end ?? 0;
  if (!numbered && (end >= 0 || codes.length > LONGEST_HEADING)) return undefined;
  if (length > LONGEST_HEADING) return undefined;
  return hasWord(heading, 'request', 'published') ? 'request' : numbered || end < 0 ? 'other' : undefined;
}

function readParagraph(state: State, sentences: readonly Sentence[], reported: boolean): void {
  const { year, found } = state.ground;
  for (const sentence of sentences) {
    beginSentence(state, sentence);
    if (!isTelling(sentence)) {
      if (sentence.some(({ words }) => hasWord(words, 'request'))) state.topic = 'request';
      continue;
    }
    const statement = yearStatement(state.paragraph, sentence, year);
    // Where the year reported on is named too, another one is there for comparison.
    if (statement && (statement.year === year || !reported)) found.years.push(statement);
    for (const segment of distribute(sentence)) {
      if (segment.number) readSegment(state, segment);
      else readClause(state, segment);
      readSettled(state, segment);
      if (segment.mark === ';') closeLists(state, -1);
    }
  }
  closeLists(state, -1);
}

/** Most sentences count nothing, deny nothing and name no year. */
function isTelling(sentence: Sentence): boolean {
  return sentence.some(
    ({ words, number }) =>
      number !== undefined || words.some((token) => token.kind === 'year' || isWord(token, 'negation', 'all', 'each')),
  );
}

/** A clause without a number: it may deny something, or only say whom the next one is about. */
function readClause(state: State, segment: Segment): void {
  closeLists(state, segment.depth);
  if (!hasWord(segment.words, 'negation')) {
    if (segment.words.every((token) => isWord(token, 'among', 'filler')) && hasWord(segment.words, 'among')) {
      openList(state, segment.depth, undefined);
    } else readTopicClause(state, segment);
    return;
  }
  const at = segment.words.findIndex((token) => isWord(token, 'negation'));
  const front = segment.words.slice(0, at);
  const lead = readLead(state, { ...segment, words: front }, (token) => token.kind === 'word' && isContent(token.word));
  if (!lead.unknown && !lead.compares) {
    if (lead.scope) state.scope = lead.scope;
    readNothing(
      state,
      segment,
      [...lead.doubts, ...scopeDoubts(state)],
      front.filter(({ kind }) => kind === 'text'),
    );
  }
  if (hasWord(segment.words, 'request')) state.topic = 'request';
}

function scopeDoubts(state: State): Doubt[] {
  const scope = state.sentenceScope ?? state.scope;
  return scope === 'own' ? [] : [scope];
}

/** 均已答复 is about requests where the count before it, or the clause itself, is. */
function readSettled(state: State, { words, number, after }: Segment): void {
  const tokens = settledIn(number ? after : words);
  const last = state.entries.at(-1);
  const about = last ? last.role !== undefined : tokens !== undefined && hasWord(words, 'request', 'plain-request');
  if (!tokens || state.topic !== 'request' || !about) return;
  if (scopeDoubts(state).length > 0 || state.time === 'other' || state.period) return;
  const [first, end] = [tokens[0] as Token, tokens.at(-1) as Token];
  state.ground.found.settled.push({ span: spanIn(state.paragraph, first.start, end.end) });
}
