const LF = 0x0a;
const CR = 0x0d;

/** How the lines of a text end: `\r\n` where one of them does. */
export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Whether a line ends between two offsets (UTF-16). */
export function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return true;
  }
  return false;
}
