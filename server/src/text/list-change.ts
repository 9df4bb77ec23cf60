/** Which items of a list are to be replaced by which, so that it becomes another one. */
export interface ListChange<Item> {
  readonly from: number;
  readonly removed: number;
  readonly items: readonly Item[];
}

/** What stands between the items that both lists begin and end with. */
export function listChange<Item>(before: readonly Item[], after: readonly Item[]): ListChange<Item> {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let behind = 0;
  while (behind < shorter - from && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  return { from, removed: before.length - behind - from, items: after.slice(from, after.length - behind) };
}
