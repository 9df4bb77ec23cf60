import { digitOf } from '../text/characters.ts';

const DIGIT = 1;
const NUMERAL = 2;
const MEASURE = 4;
const DENIAL = 8;
const NOUN = 16;
const FEE = 32;

/** What each character may be part of; most of a report's prose is none of it. */
const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const add = (characters: string, flag: number) => {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] ?? 0) | flag;
    }
  };
  for (let code = 0; code < 0x10000; code++) if (digitOf(code) >= 0) table[code] = DIGIT;
  add('零〇一二三四五六七八九十百千万两', NUMERAL);
  // Of a measure word or of what may stand between it and its number, the first character; 百分之, and 二〇二四年.
  add('件条起例宗次份个项篇笔则部万元余多来分年', MEASURE);
  add('未没无尚暂不均皆都全已', DENIAL);
  add('申诉议规结办答收', NOUN);
  add('费', FEE);
  return table;
}

/**
 * Whether a paragraph may count, deny or date anything, or speak of fees: a glance at its characters, so that the many that
 * only tell of endeavours are not cut into words.
 */
export function mayTell(codes: readonly number[]): boolean {
  let seen = 0;
  let before = 0;
  for (let at = 0; at < codes.length; at++) {
    const flags = CLASSES[codes[at] as number] as number;
    if (flags & (DIGIT | FEE) || (flags & MEASURE && before & NUMERAL)) return true;
    seen |= flags;
    before = flags;
  }
  return (seen & DENIAL) !== 0 && (seen & NOUN) !== 0;
}
