import type { Report } from '../report/report.ts';
import type { Reading } from './claim.ts';
import { newParagraph, type ReportContext } from './contexts.ts';
import { eachParagraph, type Paragraph } from './paragraphs.ts';
import { mayContainClaim } from './prefilter.ts';
import type { Topic } from './question.ts';
import { isZone, scopeReader } from './scope.ts';
import { readParagraph } from './sentences.ts';
import { addSilent, type KnownProse, type State, skipSilent, stateBehind } from './silent.ts';
import { MARK, newTokens, type Tokens } from './token-table.ts';
import { tokenize } from './tokens.ts';
import { CONTENT_BITS, contentBits, contextBits } from './word-kinds.ts';

export type * from './claim.ts';

const tokens: Tokens = newTokens(4096);

/**
 * Reads the prose of all sections. What it does not surely understand it leaves out: a wrong claim would be a false
 * alarm. Never throws; time grows in proportion to the text.
 *
 * @param known a version of the report before: paragraphs that claimed nothing there, and were not changed, are not read
 */
export function readProse(report: Report, known?: KnownProse): Reading {
  const found = { claims: [], parts: [], ratios: [], settled: [], years: [] };
  const { text, agency, year } = report;
  const context: ReportContext = { text, year, scopeOf: scopeReader(report), zone: isZone(report), found };
  const silent: number[] = [];
  let fees = false;
  let topic: Topic;
  let section = -1;
  const topicIn = (of: number) => (of === section ? topic : undefined);
  const leave = (of: number, after: State) => {
    section = of;
    topic = after.topic;
    fees ||= after.fees;
  };
  const visit = (paragraph: Paragraph) => {
    const before = topicIn(paragraph.section);
    tokenize(text, paragraph, tokens);
    const tells = paragraph.section === 6 ? hasFee(paragraph) : (tokens.context & FEES) !== 0;
    const after = { topic: headingTopic(paragraph, tokens) ?? before, fees: tells };
    const about = after.topic === 'other' ? undefined : after.topic;
    const told = mayContainClaim(paragraph, tokens, about) && tellsAnything(context, paragraph, about);
    if (!told) addSilent(silent, paragraph, before, after);
    leave(paragraph.section, after);
  };
  const skipped = (first: number, next: number, of: number, state: number) => {
    silent.push(first, next, of, state);
    leave(of, stateBehind(state));
  };
  const usable = known && known.silent.agency === agency && known.silent.year === year;
  eachParagraph(report, visit, usable ? skipSilent(report, known, topicIn, skipped) : undefined);
  const { claims, parts, ratios, settled, years } = found;
  return { claims, parts, ratios, settled, years, fees, silent: { numbers: silent, agency, year } };
}

/** Reads the sentences of a paragraph; whether anything was found in them. */
function tellsAnything(context: ReportContext, paragraph: Paragraph, about: Topic): boolean {
  const before = sizeOf(context.found);
  readParagraph(newParagraph(context, paragraph, tokens, about));
  return sizeOf(context.found) > before;
}

function sizeOf({ claims, parts, ratios, settled, years }: ReportContext['found']): number {
  return claims.length + parts.length + ratios.length + settled.length + years.length;
}

const FEES = contextBits('fees-topic');
const FEE = '费'.charCodeAt(0);

/** Any 费 in section 六 will do: 不存在收费情况. */
function hasFee({ codes, length }: Paragraph): boolean {
  for (let at = 0; at < length; at++) if (codes[at] === FEE) return true;
  return false;
}

const LONGEST_HEADING = 24;
/** 二是 */
const IS = '是'.charCodeAt(0);
const HEADING_ENDS = [...'。:，'].map((mark) => mark.charCodeAt(0));
const ABOUT_REQUESTS = contentBits('request', 'published');

/** `（二）依申请公开情况` makes what follows a matter of requests, until the next heading of its kind. */
function headingTopic({ codes, length }: Paragraph, { kinds, data, ends, count }: Tokens): Topic {
  const numbered = length > 2 && codes[0] === 0x28 && codes[2] === 0x29;
  const listed = codes[1] === IS;
  if (!numbered && !listed && length > LONGEST_HEADING) return undefined;
  let content = 0;
  let at = 0;
  while (at < count && !(kinds[at] === MARK && HEADING_ENDS.includes(data[at] as number))) {
    content |= CONTENT_BITS[kinds[at] as number] as number;
    at++;
    if ((ends[at - 1] as number) > LONGEST_HEADING) return undefined;
  }
  const ended = at < count;
  // 二是依申请公开情况。
  if (listed) return content & ABOUT_REQUESTS ? 'request' : undefined;
  if (!numbered && ended) return undefined;
  return content & ABOUT_REQUESTS ? 'request' : 'other';
}
