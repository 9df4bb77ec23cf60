type Cost = (self: { readonly length: number }, args: readonly unknown[], result: unknown) => number;

const one: Cost = () => 1;
const all: Cost = ({ length }) => length;
const copied: Cost = (_, __, result) => (result as { readonly length: number }).length;
/** What was searched: from the given place to the one found, or to the end. */
const searched: Cost = ({ length }, [, from], result) =>
  ((result as number) < 0 ? length : (result as number) + 1) - ((from as number | undefined) ?? 0);
const searchedBack: Cost = ({ length }, _, result) => length - Math.max(0, result as number);

/** What takes time in proportion to something: the method, and how much of it one call looks at. */
const COUNTED: readonly (readonly [object, string | symbol, Cost])[] = [
  [String.prototype, 'charCodeAt', one],
  [String.prototype, 'indexOf', searched],
  [String.prototype, 'lastIndexOf', searchedBack],
  [String.prototype, 'includes', all],
  [String.prototype, 'toLowerCase', all],
  [String.prototype, 'trim', all],
  [Array.prototype, Symbol.iterator, all],
  [Array.prototype, 'map', all],
  [Array.prototype, 'filter', all],
  [Array.prototype, 'flatMap', all],
  [Array.prototype, 'reduce', all],
  [Array.prototype, 'slice', copied],
];

/** What looks at elements one by one until it knows: each call of what it is given is one look. */
const LOOKING = ['some', 'every', 'find', 'findIndex'] as const;

/**
 * Characters looked at and elements walked over or copied while a task runs: a measure of its time that no clock
 * disturbs. Loops over indices are not seen, but they look at characters or walk over what they made.
 */
export function workOf(task: () => void): number {
  let work = 0;
  const undo = COUNTED.map(([holder, name, cost]) => {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name) as PropertyDescriptor;
    const method = descriptor.value as (...args: unknown[]) => unknown;
    Object.defineProperty(holder, name, {
      ...descriptor,
      value(this: { length: number }, ...args: unknown[]) {
        const result = Reflect.apply(method, this, args);
        work += cost(this, args, result);
        return result;
      },
    });
    return () => Object.defineProperty(holder, name, descriptor);
  });
  for (const name of LOOKING) {
    const method = Array.prototype[name] as (this: unknown, ...args: unknown[]) => unknown;
    const looking = function (this: unknown[], test: (...args: unknown[]) => unknown, self?: unknown): unknown {
      const counted = (...args: unknown[]) => {
        work += 1;
        return test.apply(self, args);
      };
      return method.call(this, counted);
    };
    Object.defineProperty(Array.prototype, name, { value: looking, writable: true, configurable: true });
    undo.push(() =>
      Object.defineProperty(Array.prototype, name, { value: method, writable: true, configurable: true }),
    );
  }
  try {
    task();
  } finally {
    for (const restore of undo) restore();
  }
  return work;
}
