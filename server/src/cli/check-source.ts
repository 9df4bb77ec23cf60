import type { Readable } from 'node:stream';
import { type Analysis, analyse } from '../checks/analysis.ts';
import { encode } from '../files/encoding.ts';
import { fixText, replaceFile } from './fix.ts';
import { type Contents, readSource } from './read.ts';
import type { Checked, Result, Source } from './result.ts';

/** What was found in a source and, when standard input is to be fixed, the bytes to pass on. */
export interface Outcome {
  readonly result: Result;
  readonly output?: Buffer;
}

/** Reads and judges one source and, if wanted, makes the safe repairs in it. Never throws for what a file holds. */
export async function checkSource(source: Source, fix: boolean, stdin: Readable): Promise<Outcome> {
  const contents = await readSource(source, stdin);
  // What is not understood passes through as it is: a filter must never swallow a text.
  if (contents.kind === 'skipped') {
    const { bytes, ...result } = contents;
    return bytes && fix && source.stdin ? { result, output: bytes } : { result };
  }
  const analysis = analyse(contents.decoded.text);
  if (!analysis) {
    const result: Result = { kind: 'skipped', source, reason: 'not-a-report' };
    return fix && source.stdin ? { result, output: contents.bytes } : { result };
  }
  if (!fix) return { result: { kind: 'report', source, analysis, changes: [] } };
  return fixSource(source, contents, analysis);
}

async function fixSource(source: Source, { bytes, decoded }: Contents, analysis: Analysis): Promise<Outcome> {
  const { text, changes } = fixText(analysis);
  const asItWas: Checked = { kind: 'report', source, analysis, changes: [] };
  const after = changes.length > 0 ? encode(text, decoded) : bytes;
  if (source.stdin) return { result: recheck(asItWas, text, changes), output: after };
  if (changes.length === 0) return { result: asItWas };
  const failure = await replaceFile(source.path, bytes, after);
  return { result: failure === undefined ? recheck(asItWas, text, changes) : { ...asItWas, failure } };
}

/** What is left after the changes. */
function recheck(before: Checked, text: string, changes: Checked['changes']): Checked {
  return { ...before, analysis: analyse(text, { always: true }) ?? before.analysis, changes };
}
