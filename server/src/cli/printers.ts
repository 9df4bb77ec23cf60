import type { CheckOptions, Format } from './arguments.ts';
import { skippedJson } from './json-format.ts';
import { EMPTY_TALLY, type Result, type Skipped, type Tally, tallied } from './result.ts';
import { type Io, type Output, terminalOf, write } from './terminal.ts';
import { changesText, explanationText, reportText, tallyText } from './text-format.ts';

/** Prints results as they come, so that none is kept, and counts them. */
export type Printer = (
  results: AsyncIterable<Result>,
  out: Output,
  io: Pick<Io, 'stderr'>,
  options: CheckOptions,
) => Promise<Tally>;

/** The printer of a format. Those that bring a package along are loaded only when they are asked for. */
export async function printerOf({ format, explain }: CheckOptions): Promise<Printer> {
  return explain ? printExplanation : LOADERS[format]();
}

const LOADERS: Readonly<Record<Format, () => Promise<Printer> | Printer>> = {
  text: () => printText,
  json: () => printJson,
  sarif: async () => (await import('./sarif-format.ts')).printSarif,
  github: async () => (await import('./github-format.ts')).printGithub,
  csv: async () => (await import('./csv-format.ts')).printCsv,
};

/** Prints each report with its findings, and their number below. */
const printText: Printer = async (results, out, _io, { quiet }) => {
  const terminal = terminalOf(out);
  let tally = EMPTY_TALLY;
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind === 'report') await write(out, changesText(result) + (await reportText(result, terminal)));
  }
  if (!quiet) await write(out, `${tallyText(tally)}\n`);
  return tally;
};

/** Prints how each report was read. */
const printExplanation: Printer = async (results, out) => {
  let tally = EMPTY_TALLY;
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind === 'report') await write(out, explanationText(result));
  }
  return tally;
};

/** Prints one object; what was changed is told beside it, unless the object itself stands there. */
const printJson: Printer = async (results, out, { stderr }) => {
  const skipped: Skipped[] = [];
  let tally = EMPTY_TALLY;
  await write(out, '{"version":1,"reports":[');
  for await (const result of results) {
    if (result.kind === 'skipped') skipped.push(result);
    else await write(out, `${tally.reports > 0 ? ',' : ''}${JSON.stringify(result.report)}`);
    if (result.kind === 'report' && out !== stderr) await write(stderr, changesText(result));
    tally = tallied(tally, result);
  }
  await write(out, `],"skipped":${JSON.stringify(skipped.map(skippedJson))}}\n`);
  return tally;
};
