/** A file with damage that the number decides: bytes changed, cut off, doubled, or taken out. */
export function damaged(whole: Uint8Array, number: number): Uint8Array {
  const random = randomOf(number);
  let bytes: Uint8Array = whole.slice();
  for (let left = 1 + random(4); left > 0; left--) bytes = DAMAGES[random(DAMAGES.length)]?.(bytes, random) ?? bytes;
  return bytes;
}

type Random = (below: number) => number;
type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

const DAMAGES: readonly Damage[] = [
  (bytes, random) => {
    for (let left = 1 + random(20); left > 0; left--) bytes[random(bytes.length)] = random(256);
    return bytes;
  },
  // Sizes and offsets stand at the end of archives and of PDF files.
  (bytes, random) => {
    for (let left = 1 + random(6); left > 0; left--)
      bytes[bytes.length - 1 - random(Math.min(400, bytes.length))] = random(256);
    return bytes;
  },
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  (bytes, random) => {
    const [start, length] = [random(bytes.length), random(2000)];
    return joined(bytes.slice(0, start + length), bytes.slice(start));
  },
  (bytes, random) => {
    const start = random(bytes.length);
    return joined(bytes.slice(0, start), bytes.slice(start + random(2000)));
  },
];

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) % Math.max(1, below);
  };
}
