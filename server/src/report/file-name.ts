import { decodePath } from '../text/decode-path.ts';
import { isWholeName, nameBehind } from './organ-name.ts';
import { isLikely, lastYear } from './title-grammar.ts';
import { readVisible, writtenAs } from './visible.ts';

/** The name of a file that says what a title says: `砚泠市档案局2024年政府信息公开年报.txt`, `砚泠市档案局-2024.md`. */
export function readFileName(path: string): { agency: string; year: number | undefined } {
  const stem = stemOf(path);
  const { characters, written } = readVisible(stem, 0, stem.length);
  const year = lastYear(characters)?.year ?? loneYear(stem);
  for (const piece of characters.split(NO_NAME)) {
    const name = nameBehind(piece);
    if (isWholeName(name)) return { agency: writtenAs({ characters, written }, name), year };
  }
  return { agency: '', year };
}

/** What parts a name from the rest of the name of a file: digits, signs, 年 and what is written in every title. */
const NO_NAME = /[^一-鿿（）()]+年?度?|政?府?信息公开|政务公开|工作|报告/;

/** The last part of a path or URI without its extension. */
function stemOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const stem = base.includes('.') ? base.slice(0, base.lastIndexOf('.')) : base;
  // A URI writes Chinese characters as `%E7%A0%9A`.
  return stem.includes('%') ? decodePath(stem) : stem;
}

/** `report-2024.txt`: the one number of four digits that may be a year of a report. */
function loneYear(stem: string): number | undefined {
  const years = (stem.match(/\d+/g) ?? []).filter((digits) => digits.length === 4).map(Number);
  const likely = years.filter(isLikely);
  return likely.length === 1 ? likely[0] : undefined;
}
