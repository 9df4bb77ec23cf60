import type { Readable } from 'node:stream';
import { checkSource } from '../check-source.ts';

import type { Input, Outcome, Skipped, Source } from '../result.ts';
import { summarise } from '../summary/summarise.ts';
import { systemError, type Words } from '../system-error.ts';

/** Work on one source, which any thread can do: options and value are plain data. */
export type Task<Options, Value> = (source: Source, options: Options, stdin: Readable) => Promise<Outcome<Value>>;

/** All there is for threads to do, by the name that is sent to them. */
export const TASKS = { check: checkSource, summarise } as const;

export type TaskName = keyof typeof TASKS;
export type OptionsOf<Name extends TaskName> =
  (typeof TASKS)[Name] extends Task<infer Options, unknown> ? Options : never;
export type ValueOf<Name extends TaskName> = (typeof TASKS)[Name] extends Task<never, infer Value> ? Value : never;

/** Does the work on one source. A mistake in this program fails that one source and no other. */
export async function perform<Name extends TaskName>(
  name: Name,
  input: Input,
  options: OptionsOf<Name>,
  stdin: Readable,
): Promise<Outcome<ValueOf<Name>>> {
  if ('kind' in input) return { result: input };
  const task = TASKS[name] as unknown as Task<OptionsOf<Name>, ValueOf<Name>>;
  try {
    return await task(input, options, stdin);
  } catch (error) {
    return failed(input, systemError(error));
  }
}

/** An outcome on its way from a thread: the source is known to whoever asked. */
export function withoutSource({ result, ...rest }: Outcome<object>): Outcome<object> {
  if (!('source' in result)) return { result, ...rest };
  const { source, ...facts } = result;
  return { result: facts, ...rest };
}

/** The outcome that a thread has sent, with the source that it was asked about. */
export function withSource({ result, ...rest }: Outcome<object>, input: Input): Outcome<object> {
  const source = 'kind' in input ? input.source : input;
  return { result: { ...result, source }, ...rest };
}

export function failed(input: Input, detail: Words): { readonly result: Skipped } {
  if ('kind' in input) return { result: input };
  return { result: { kind: 'skipped', source: input, reason: 'failed', detail } };
}
