import { isContent, TEXT, type Tokens } from './token-table.ts';
import { contentBits } from './word-kinds.ts';

const TAKES = contentBits('receive', 'accept', 'handle');
const APPLICATION = contentBits('plain-request');
const DECISION = contentBits('decision');

/** `受理补助申请，办结19件` is about applications of another kind, whatever the paragraph is about. */
export function namesOtherApplications(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from + 2; at < to; at++) {
    if (!isContent(tokens, at, APPLICATION) || !isContent(tokens, at - 2, TAKES)) continue;
    if (tokens.kinds[at - 1] === TEXT || isContent(tokens, at - 1, DECISION)) return true;
  }
  return false;
}
