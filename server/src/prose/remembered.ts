/** Remembers what a function made of a text. */
export function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

/** What a function made of two things is remembered as long as the first of them lives. */
export function rememberedWith<K extends object, T>(
  make: (first: K, second: string) => T,
): (first: K, second: string) => T {
  const known = new WeakMap<K, (second: string) => T>();
  return (first, second) => {
    let of = known.get(first);
    if (!of) {
      of = remembered((key) => make(first, key));
      known.set(first, of);
    }
    return of(second);
  };
}
