/** What is kept in an object; neither compared, copied nor printed with it. */
const MEMO = Symbol('memo');

type Keeping = { [MEMO]?: Map<unknown, unknown> };

/**
 * Works something out of an object once, and keeps it in the object: a part of a report, of which every version of the text
 * has its own.
 *
 * A WeakMap is for keys that stay, like the rows of a form. Of one that has grown old V8 takes every value for needed until
 * it looks at the whole heap: each version of a text that a value leads to would outlive the next twenty, and to move
 * these out of the way took longer than to read the text.
 *
 * @param make gives something else than undefined
 */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    const memo = memoOf(key);
    const known = memo.get(make) as Value | undefined;
    if (known !== undefined) return known;
    const value = make(key);
    memo.set(make, value);
    return value;
  };
}

function memoOf(key: Keeping): Map<unknown, unknown> {
  const known = key[MEMO];
  if (known) return known;
  const memo = new Map<unknown, unknown>();
  Object.defineProperty(key, MEMO, { value: memo });
  return memo;
}
