import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Origin } from '../digest/digest.ts';
import { identify } from '../digest/organ.ts';
import { findReportTitle } from '../report/parse.ts';
import { readSource } from './read.ts';
import type { Outcome, Skipped, Source } from './result.ts';

/** Whose report a source is, and on which year. */
export interface Titled {
  readonly kind: 'titled';
  readonly origin: Origin;
}

/** Reads the title of one source, and nothing else of it. What is ignored is neither checked nor compared. */
export async function readOrigin(
  source: Source,
  _options: Readonly<Record<string, never>>,
  stdin: Readable,
): Promise<Outcome<Titled>> {
  const nothing = (reason: Skipped['reason']): { result: Skipped } => ({ result: { kind: 'skipped', source, reason } });
  if (source.project?.ignored) return nothing('ignored');
  if (!canBeReadAgain(source)) return nothing('unreadable');
  const contents = await readSource(source, stdin);
  if (contents.kind === 'skipped') return nothing(contents.reason);
  const origin = identify(findReportTitle(contents.decoded.text));
  return origin ? { result: { kind: 'titled', origin } } : nothing('not-a-report');
}

/** Standard input and pipes give what they hold once only, and the check still needs it; a folder's files are files. */
function canBeReadAgain({ path, stdin, named }: Source): boolean {
  return !stdin && (!named || statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}
