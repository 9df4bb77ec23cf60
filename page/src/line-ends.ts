/**
 * A text area knows one kind of line end. The text that is kept has its own, so that what is written back differs from
 * the file by what was edited and by nothing else. All offsets are UTF-16 units.
 */

/** The text as a text area holds it. */
export function asShown(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Makes the change from one shown text to another in the text that is kept. */
export function withChange(kept: string, before: string, after: string): string {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let behind = 0;
  while (behind < shorter - start && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  const from = keptOffset(kept, start);
  const to = keptOffset(kept, before.length - behind);
  const inserted = after.slice(start, after.length - behind);
  const [head, tail] = [kept.slice(0, from), kept.slice(to)];
  // Beside a lone \r or \n another one may become one line end with it: then the longer one is written.
  for (const end of [lineEndOf(kept), '\r\n']) {
    const now = head + inserted.replaceAll('\n', end) + tail;
    if (asShown(now) === after) return now;
  }
  return `${head}\n${tail}`;
}

/** Where an offset of the shown text stands in the text that is kept. */
function keptOffset(kept: string, shown: number): number {
  let at = 0;
  for (let count = 0; count < shown; count++) at += kept[at] === '\r' && kept[at + 1] === '\n' ? 2 : 1;
  return at;
}

/** The first line end decides for lines that are added. */
function lineEndOf(kept: string): string {
  return /\r\n?|\n/.exec(kept)?.[0] ?? '\n';
}
