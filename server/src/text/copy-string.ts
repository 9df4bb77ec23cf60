/**
 * The same characters in memory of their own. What is cut from a text holds on to all of it; whatever outlives the text
 * must be copied.
 */
export function copyString(cut: string): string {
  return cut.split('').join('');
}
