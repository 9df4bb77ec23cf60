import type { Mutator } from './mutator.ts';
import { pick, type Random } from './random.ts';

/** Tags opened and never closed, closed and never opened, cut off, or hardly a tag at all. */
const TAGS = [
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td>',
    '</td>',
    '<th>',
    '<TD>',
    '<p>',
    '</p>',
    '<br />',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<td',
    '<td colspan="',
    '<td/>',
    '</>',
    '<!DOCTYPE',
    '<1>',
    '<![CDATA[',
    '<script>',
  ],
  ...['&', '&nbsp', '&nbsp;', '&#160;', '&#x3000;', '&;', '&amp;nbsp;', '&#999999999;', '</body>', '</html>'],
  ...['|', '|---|', '| --- | --- |\n', '```\n', '> ', '# ', '**', '\n\n', `<td ${'a="b" '.repeat(800)}>`],
];

/** Offsets at which a tag may be put: anywhere, or before another one. */
function placeIn(text: string, random: Random): number {
  const at = random(text.length + 1);
  const tag = random(2) === 0 ? text.indexOf('<', at) : -1;
  return tag < 0 ? at : tag;
}

const insert = (text: string, at: number, piece: string): string => text.slice(0, at) + piece + text.slice(at);

export const strewTags: Mutator = (text, random) => {
  let result = text;
  for (let count = 1 + random(pick(random, [1, 6, 30])); count > 0; count -= 1) {
    result = insert(result, placeIn(result, random), pick(random, TAGS));
  }
  return result;
};

const NESTED = ['<div>', '<table><tr><td>', '<td>', '<tr>', '<span>', '<p>', '<table>', '<td rowspan="2">', '<b><i>'];

/** Ten to a thousand tags inside each other, closed in their order, in the wrong one, or not at all. */
export const nestTags: Mutator = (text, random) => {
  const opening = pick(random, NESTED);
  const depth = 10 + random(pick(random, [20, 200, 1000]));
  const closing = opening
    .split('<')
    .slice(1)
    .map((name) => `</${name.replace(/[ >].*/, '')}>`);
  const closed = pick(random, [closing.toReversed().join(''), closing.join(''), '']);
  const from = placeIn(text, random);
  const to = from + random(text.length - from + 1);
  return insert(insert(text, to, closed.repeat(depth)), from, opening.repeat(depth));
};

const SIZES = ['0', '-1', '1', '7', '1000', '65534', '999999999', '1e9', '１２', '', '"', '2.5'];

/** Cells over as many columns and rows as nobody has; also where there was no table. */
export const spanHugely: Mutator = (text, random) => {
  let result = text;
  for (let count = 1 + random(8); count > 0; count -= 1) {
    const columns = random(3) > 0 ? ` colspan="${pick(random, SIZES)}"` : '';
    const rows = random(3) > 0 ? ` rowspan=${pick(random, SIZES)}` : '';
    const at = result.indexOf('<td', random(result.length + 1));
    const attributes = `${columns}${rows}`;
    if (at >= 0) result = insert(result, at + 3, attributes);
    else result = insert(result, placeIn(result, random), `<table><tr><td${attributes}>${random(100)}`);
  }
  return result;
};
