import { parser } from '@lezer/markdown';
import MarkdownIt from 'markdown-it';
import { analyse } from '../../server/src/checks/analysis.ts';

/** Something that goes through a text once; what it returns is not looked at. */
export interface Contender {
  readonly name: string;
  readonly run: (text: string) => unknown;
  /** Whether ours has to be faster. */
  readonly rival: boolean;
}

const markdown = new MarkdownIt();

/** The least that any reading of numbers costs: lines, the runs of digits in them, their sum. */
function splitAndSum(text: string): number {
  let sum = 0;
  for (const line of text.split('\n')) {
    for (const digits of line.match(/\d+/g) ?? []) sum += Number(digits);
  }
  return sum;
}

/** Ours first; the others are compared with it. */
export const CONTENDERS: readonly Contender[] = [
  { name: 'analyse', run: (text) => analyse(text), rival: false },
  { name: '@lezer/markdown', run: (text) => parser.parse(text), rival: true },
  { name: 'markdown-it', run: (text) => markdown.parse(text, {}), rival: true },
  { name: 'split and sum', run: splitAndSum, rival: false },
];
