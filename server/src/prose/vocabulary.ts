import type { Form } from '../report/forms/form.ts';
import { FORM_2019, FORM_2021 } from '../report/forms/index.ts';
import { fold, withoutOrdinal } from '../text/fold.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { NAMED, OTHERS, ROWS } from './names.ts';
import type { Tokens } from './token-table.ts';
import { kindAt, kindIndex, type Word } from './word-kinds.ts';
import { list, WORDS } from './words.ts';

/** The words of the grammar; a word has the number of its place plus one, and 0 is none. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly words: readonly Word[];
  /** The kind of each word, by its number. */
  readonly kinds: Uint8Array;
}

let vocabulary: Vocabulary | undefined;

/** The words of the grammar with the rows of both forms; built once. */
export function theVocabulary(): Vocabulary {
  vocabulary ??= buildVocabulary();
  return vocabulary;
}

const plain: Word[] = [];

/** The word that a token is; of one that was resolved from several, its kind alone. */
export function wordAt({ kinds, data }: Tokens, at: number): Word {
  const kind = kinds[at] as number;
  const number = data[at] as number;
  if (number > 0) return theVocabulary().words[number] as Word;
  plain[kind] ??= { kind: kindAt(kind) };
  return plain[kind];
}

/** Whether a token of `tokens[from, to)` is a word of this name: a row or column of the form, or a wording of its own. */
export function hasNamed({ kinds, data }: Tokens, from: number, to: number, name: string): boolean {
  const { words, kinds: known } = theVocabulary();
  for (let at = from; at < to; at++) {
    const number = data[at] as number;
    // The data of years and marks are no numbers of words.
    if (number > 0 && known[number] === kinds[at] && words[number]?.name === name) return true;
  }
  return false;
}

function buildVocabulary(): Vocabulary {
  const spellings: string[] = [];
  const words: Word[] = [{ kind: 'text' }];
  const add = (word: Word, written: readonly string[]) => {
    for (const each of written.flatMap(withTraditional)) {
      spellings.push(each);
      words.push(word);
    }
  };
  for (const form of [FORM_2019, FORM_2021]) addRows(form, add);
  for (const [kind, written] of WORDS) add({ kind }, list(written));
  for (const [kind, name, written] of NAMED) add({ kind, name }, list(written));
  add({ kind: 'text' }, OTHERS);
  const kinds = Uint8Array.from(words, ({ kind }) => kindIndex(kind));
  return { lexicon: buildLexicon(spellings), words, kinds };
}

/** In traditional text 复 is 複 nearly everywhere, which is folded, but 答覆, 回覆 and 反覆, which simplified text has, too. */
function withTraditional(word: string): string[] {
  const written = word.replace(/(?<=[答回反])复/g, '覆');
  return written === word ? [word] : [word, written];
}

/** The rows under （三）不予公开 and the other groups, by their labels and all wordings that are known of them. */
function addRows(form: Form, add: (word: Word, written: readonly string[]) => void): void {
  const requests = form.tables.find(({ number }) => number === 3);
  for (const { label, aliases, group } of requests?.rows ?? []) {
    const name = withoutOrdinal(fold(label));
    if (!group?.ordinal || name === '其他') continue;
    const wordings = [label.replace(/^\d\./, ''), ...aliases, ...list(ROWS[label.replace(/^\d\./, '')] ?? '')];
    // 属于行政执法案卷信息, 重复申请的: what is behind the wording adds nothing.
    const written = wordings.flatMap((word) => [word, `${word}信息`, `${word}的`, `${word}的信息`, `${word}类信息`]);
    add(
      { kind: 'outcome', name },
      written.filter((word) => word !== ''),
    );
  }
}
