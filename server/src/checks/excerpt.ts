const LONGEST = 40;

/** What a message quotes of the user's text: all of it, or its beginning and `…`. Never half of a surrogate pair. */
export function excerpt(text: string): string {
  if (text.length <= LONGEST) return text;
  const code = text.charCodeAt(LONGEST - 1);
  return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? LONGEST - 1 : LONGEST)}…`;
}
