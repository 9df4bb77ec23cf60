/** Radicals for which Unicode names no character, or not the simplified one, and the characters that look the same. */
const RADICALS =
  '⺠民⺮竹⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户';
const CHARACTERS = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, at) => [RADICALS[2 * at], RADICALS[2 * at + 1]]),
);

/**
 * A font that names a glyph only once lets programs choose between 民 and the radical ⺠, which looks the same; many choose
 * the radical. It is given back as the character that a person reads.
 */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => CHARACTERS.get(radical) ?? radical.normalize('NFKC'));
}
