/**
 * Pages that Word saved. It breaks lines at some 70 columns wherever a blank may stand, in the middle of a tag, too, so
 * that no line of them begins with what it shows.
 */

const OFFICE = 'urn:schemas-microsoft-com:office';
/** What the declaration of namespaces is looked for in. */
const HEAD = 4096;
const ENDS = ['</p>', '</tr>', '</td>', '</table>', '</div>', '</h1>', '</h2>', '</h3>', '</li>', '<br>', '-->', ']>'];
const LONGEST_END = 8;

/** A tag that goes on in the next line. */
const BROKEN = /<(?:span|p|td)\b[^<>]*\n/i;

/** Whether Word, or WPS as Word does, has written a page, and lines are broken in the middle of its tags. */
export function isWordPage(text: string): boolean {
  const head = text.slice(0, HEAD);
  return head.includes(OFFICE) && /<html\b/i.test(head) && BROKEN.test(text);
}

/** The page with lines that end where a paragraph, a row or a cell ends; every character keeps its place. */
export function unbroken(page: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let end = page.indexOf('\n'); end >= 0; end = page.indexOf('\n', end + 1)) {
    const start = page[end - 1] === '\r' ? end - 1 : end;
    const before = page.slice(Math.max(0, start - LONGEST_END), start).toLowerCase();
    if (ENDS.some((each) => before.endsWith(each))) continue;
    parts.push(page.slice(at, start), ' '.repeat(end + 1 - start));
    at = end + 1;
  }
  return parts.join('') + page.slice(at);
}
