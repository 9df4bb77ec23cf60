/** Which elements of a list are to be replaced by which, so that it becomes another one. */
export interface Change {
  readonly from: number;
  readonly removed: number;
  readonly elements: readonly string[];
}

/** What stands between the elements that both lists begin and end with. */
export function changeOf(before: readonly string[], after: readonly string[]): Change {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let behind = 0;
  while (behind < shorter - from && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  return { from, removed: before.length - behind - from, elements: after.slice(from, after.length - behind) };
}
