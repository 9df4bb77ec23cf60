/** A text as a snippet of LSP that says just this. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
