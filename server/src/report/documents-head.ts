import { fold } from '../text/fold.ts';
import type { FormYear } from './forms/form.ts';

/** The head of table 2 above its first row is shorter than this, in UTF-16 code units. */
const LONGEST_HEAD = 2000;

/**
 * Whose head block （一） of table 2 has: 本年制发件数, 本年废止件数, 现行有效件数 of 国办公开办函〔2021〕30号, or 新制作,
 * 新公开, 对外公开总数量 of 国办公开办函〔2019〕60号. Both blocks are three columns wide, so that mixed reports, with the old
 * block above new ones, bind well; only the head tells. Undefined when it says neither, or both.
 *
 * @param head where the table's head begins
 * @param first where the first row of the block begins
 */
export function documentsForm(text: string, head: number, first: number): FormYear | undefined {
  const folded = fold(text, Math.max(head, first - LONGEST_HEAD), first);
  const says = (...words: string[]) => words.some((word) => folded.includes(word));
  const late = says('现行有效', '有效件数', '制发', '废止');
  const early = says('新公开', '新制作', '对外公开');
  return late === early ? undefined : late ? '2021' : '2019';
}
