import type { Mutator } from './mutator.ts';
import { pick, type Random } from './random.ts';

/** The lines of a text with their line feeds; joined they give it again. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** Where a few neighbouring lines begin, and how many they are. */
const someLines = (random: Random, lines: readonly string[]): readonly [from: number, count: number] => [
  random(lines.length + 1),
  1 + random(pick(random, [1, 6, 40])),
];

export const duplicateLines: Mutator = (text, random) => {
  const lines = linesOf(text);
  const [from, count] = someLines(random, lines);
  const piece = lines.slice(from, from + count);
  const times = 1 + random(pick(random, [1, 3, 20]));
  const at = random(3) === 0 ? random(lines.length + 1) : from;
  return [...lines.slice(0, at), ...Array.from({ length: times }, () => piece).flat(), ...lines.slice(at)].join('');
};

/** A stretch of lines, or one in a few all over the text. */
export const deleteLines: Mutator = (text, random) => {
  const lines = linesOf(text);
  if (random(2) === 0) {
    const [from, count] = someLines(random, lines);
    return [...lines.slice(0, from), ...lines.slice(from + count)].join('');
  }
  const oneIn = 2 + random(20);
  return lines.filter(() => random(oneIn) > 0).join('');
};

/** Two stretches of lines change places, or one of them is turned upside down. */
export const swapLines: Mutator = (text, random) => {
  const lines = linesOf(text);
  const [from, count] = someLines(random, lines);
  const piece = lines.slice(from, from + count);
  const rest = [...lines.slice(0, from), ...lines.slice(from + count)];
  const at = random(rest.length + 1);
  if (random(4) === 0) return [...lines.slice(0, from), ...piece.reverse(), ...lines.slice(from + count)].join('');
  return [...rest.slice(0, at), ...piece, ...rest.slice(at)].join('');
};

/** Words of a line in another order; a table in reading order of its columns has lost its rows so. */
export const transpose: Mutator = (text, random) => {
  const lines = linesOf(text);
  const [from, count] = someLines(random, lines);
  return lines
    .map((line, at) => {
      if (at < from || at >= from + count) return line;
      const words = line.trimEnd().split(' ');
      const turn = random(words.length + 1);
      return `${[...words.slice(turn), ...words.slice(0, turn)].join(' ')}\n`;
    })
    .join('');
};

const LINE_ENDS = ['\n', '\r\n', '\r', '\n\r', '\n\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\0', ''];

/** One line end for all lines, or now this one and now that. */
export const mixLineEnds: Mutator = (text, random) => {
  const ends = [pick(random, LINE_ENDS), pick(random, LINE_ENDS), '\n'];
  const mixed = random(2) === 0 ? 1 : 3;
  return linesOf(text)
    .map((line) => (line.endsWith('\n') ? line.slice(0, -1) + ends[random(mixed)] : line))
    .join('');
};
