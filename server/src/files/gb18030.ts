/**
 * Writing GB18030 (which includes GBK and GB2312). The platform decodes it and does not encode it, so its own tables are
 * turned round: what is written here is what is read there.
 */

const LEAD_FIRST = 0x81;
const LEAD_LAST = 0xfe;
const TRAIL_FIRST = 0x40;
/** Four bytes count like the digits of a number: 126 × 10 × 126 × 10. */
const FIRST_FOUR = [0x81, 0x30, 0x81, 0x30] as const;
/** Sequences of four bytes for characters of the first 65,536, and the number of the first sequence beyond them. */
const FOUR_BYTE_BMP = 39_420;
const FOUR_BYTE_BEYOND = 189_000;

/** By UTF-16 code unit its bytes, the first one highest; 0 for those that have none. Made when first needed. */
let table: Uint32Array | undefined;

/** The bytes of a text; what GB18030 has no bytes for, half a surrogate pair, becomes a question mark. */
export function encodeGb18030(text: string): Buffer {
  table ??= makeTable();
  const bytes = Buffer.allocUnsafe(text.length * 4);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const point = text.codePointAt(at) as number;
    if (point > 0xffff) at++;
    const sequence = point > 0xffff ? fourBytes(point - 0x10000 + FOUR_BYTE_BEYOND) : (table[unit] as number);
    if (sequence === 0) bytes[length++] = 0x3f;
    else if (sequence <= 0xffff) length = bytes.writeUInt16BE(sequence, length);
    else length = bytes.writeUInt32BE(sequence, length);
  }
  return bytes.subarray(0, length);
}

function makeTable(): Uint32Array {
  const made = new Uint32Array(0x10000);
  const add = (sequence: number, unit: number) => {
    if (unit !== 0xfffd && made[unit] === 0) made[unit] = sequence;
  };
  // A character with two ways of being written gets the shorter one, and of two short ones the first.
  const pairs = twoByteSequences();
  const short = decoded(pairs, 2);
  for (const [at, sequence] of pairs.entries()) add(sequence, short.charCodeAt(at));
  const fours = Array.from({ length: FOUR_BYTE_BMP }, (_, number) => fourBytes(number));
  const long = decoded(fours, 4);
  for (const [at, sequence] of fours.entries()) add(sequence, long.charCodeAt(at));
  return made;
}

function twoByteSequences(): number[] {
  const all: number[] = [];
  for (let lead = LEAD_FIRST; lead <= LEAD_LAST; lead++) {
    for (let trail = TRAIL_FIRST; trail <= LEAD_LAST; trail++) if (trail !== 0x7f) all.push((lead << 8) | trail);
  }
  return all;
}

/** The sequence of four bytes with this number, as one number. */
function fourBytes(number: number): number {
  const [one, two, three, four] = FIRST_FOUR;
  const tens = Math.floor(number / 10);
  const trails = Math.floor(tens / 126);
  const bytes = [one + Math.floor(trails / 10), two + (trails % 10), three + (tens % 126), four + (number % 10)];
  return bytes.reduce((whole, byte) => whole * 0x100 + byte, 0);
}

/** The characters of these sequences, one for each. */
function decoded(sequences: readonly number[], size: 2 | 4): string {
  const bytes = Buffer.allocUnsafe(sequences.length * size);
  for (const [at, sequence] of sequences.entries()) bytes.writeUIntBE(sequence, at * size, size);
  return new TextDecoder('gb18030').decode(bytes);
}
