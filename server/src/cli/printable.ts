const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text of the user's file on one line of a terminal: what could move the cursor, colour the screen or turn the
 * direction of writing becomes a blank. As many UTF-16 code units come out as went in.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ');
}
