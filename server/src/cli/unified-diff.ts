import { printable } from '../text/foreign.ts';

/** Unchanged lines that are shown around a change. */
const AROUND = 3;

/**
 * What became of a text as a unified diff, which `patch` and `git apply` read; empty when nothing did. Mending changes
 * characters within lines, so that both texts have the same lines.
 *
 * @param path as it stands in the heads, with `/`
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [from, to] = [before.split('\n'), after.split('\n')];
  const changed = from.flatMap((line, at) => (line === to[at] ? [] : [at]));
  if (changed.length === 0) return '';
  const hunks = hunksOf(changed).map(([first, last]) => {
    const start = Math.max(0, first - AROUND);
    const end = Math.min(lineCount(from), last + 1 + AROUND);
    const size = `${start + 1},${end - start}`;
    return [`@@ -${size} +${size} @@`, ...linesOf(from, to, start, end)].join('\n');
  });
  const name = printable(path);
  return `--- a/${name}\n+++ b/${name}\n${hunks.join('\n')}\n`;
}

/** The last line is empty where the text ends with the end of a line. */
function lineCount(lines: readonly string[]): number {
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}

/** Changes whose surroundings touch are shown together. */
function hunksOf(changed: readonly number[]): (readonly [first: number, last: number])[] {
  const hunks: [number, number][] = [];
  for (const at of changed) {
    const hunk = hunks.at(-1);
    if (hunk && at - hunk[1] <= 2 * AROUND) hunk[1] = at;
    else hunks.push([at, at]);
  }
  return hunks;
}

const NO_END = '\n\\ No newline at end of file';

function linesOf(from: readonly string[], to: readonly string[], start: number, end: number): string[] {
  const lines: string[] = [];
  let added: string[] = [];
  for (let at = start; at < end; at++) {
    const last = at === from.length - 1 ? NO_END : '';
    const [old, now] = [from[at] ?? '', to[at] ?? ''];
    if (old === now) {
      for (const line of added) lines.push(line);
      added = [];
      lines.push(` ${old}${last}`);
    } else {
      lines.push(`-${old}${last}`);
      added.push(`+${now}${last}`);
    }
  }
  return lines.concat(added);
}
