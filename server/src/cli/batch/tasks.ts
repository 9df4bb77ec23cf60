import type { Readable } from 'node:stream';
import { checkSource } from '../check-source.ts';
import { readOrigin } from '../origin.ts';
import type { Found, Outcome, Skipped, Source } from '../result.ts';
import { summarise } from '../summary/summarise.ts';
import { systemError } from '../system-error.ts';

/** Work on one source, which any thread can do: options and value are plain data. */
export type Task<Options, Value> = (source: Source, options: Options, stdin: Readable) => Promise<Outcome<Value>>;

/** All there is for threads to do, by the name that is sent to them. */
export const TASKS = { check: checkSource, origin: readOrigin, summarise } as const;

export type TaskName = keyof typeof TASKS;
export type OptionsOf<Name extends TaskName> =
  (typeof TASKS)[Name] extends Task<infer Options, unknown> ? Options : never;
export type ValueOf<Name extends TaskName> = (typeof TASKS)[Name] extends Task<never, infer Value> ? Value : never;

/** Does the work on one source. A mistake in this program fails that one source and no other. */
export async function perform<Name extends TaskName>(
  name: Name,
  found: Found,
  options: OptionsOf<Name>,
  stdin: Readable,
): Promise<Outcome<ValueOf<Name>>> {
  if ('kind' in found) return { result: found };
  const task = TASKS[name] as unknown as Task<OptionsOf<Name>, ValueOf<Name>>;
  try {
    return await task(found, options, stdin);
  } catch (error) {
    return failed(found, systemError(error));
  }
}

export function failed(found: Found, detail: string): { readonly result: Skipped } {
  if ('kind' in found) return { result: found };
  return { result: { kind: 'skipped', source: found, reason: 'failed', detail } };
}
