import type { Readable } from 'node:stream';
import { type CheckOptions, readArguments } from './arguments.ts';
import { checkSource, type Outcome } from './check-source.ts';
import { type OutputJson, type ReportJson, type SkippedJson, skippedJson } from './json-format.ts';
import { count, type ExitCode, exitCode, NOTHING, type Result, type Tally } from './result.ts';
import { findSources } from './sources.ts';
import { guard, type Output, terminalOf, write } from './terminal.ts';
import { changesText, explanationText, noticeText, reportText, summaryText } from './text-format.ts';
import { readVersion } from './version.ts';

/** The three streams of the process, or a test's. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Does what the arguments (those after the program's name) ask for. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  guard(io.stdout);
  guard(io.stderr);
  const invocation = readArguments(argv, readVersion());
  if (invocation.kind === 'check') return check(invocation.options, io);
  await write(io.stdout, invocation.stdout);
  await write(io.stderr, invocation.stderr);
  return invocation.code;
}

async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  // The repaired text of standard input takes the place of the findings.
  const isFilter = options.fix && options.paths.includes('-');
  const out = isFilter ? io.stderr : io.stdout;
  const print = options.explain ? printExplanation : options.format === 'json' ? printJson : printText;
  const tally = await print(outcomes(options, io), out, io);
  if (tally.reports === 0 && tally.failures === 0) {
    await write(io.stderr, 'zfxxgk：没有找到政府信息公开工作年度报告 (no report found)\n');
  }
  return exitCode(tally);
}

/** Checks one source after the other, and passes on the repaired text of standard input. */
async function* outcomes(options: CheckOptions, io: Io): AsyncGenerator<Result> {
  for await (const found of findSources(options.paths, options.stdinFilename)) {
    const { result, output }: Outcome =
      'source' in found ? { result: found } : await checkSource(found, options, io.stdin);
    if (output) await write(io.stdout, output);
    const notice = noticeText(result);
    if (notice) await write(io.stderr, `zfxxgk：${notice}\n`);
    yield result;
  }
}

/** Prints each report as soon as it is checked, and keeps none. */
async function printText(results: AsyncIterable<Result>, out: Output): Promise<Tally> {
  const terminal = terminalOf(out);
  let tally = NOTHING;
  for await (const result of results) {
    tally = count(tally, result);
    if (result.kind === 'report') await write(out, changesText(result) + reportText(result, terminal));
  }
  await write(out, `${summaryText(tally)}\n`);
  return tally;
}

/** Prints how each report was read. */
async function printExplanation(results: AsyncIterable<Result>, out: Output): Promise<Tally> {
  let tally = NOTHING;
  for await (const result of results) {
    tally = count(tally, result);
    if (result.kind === 'report') await write(out, explanationText(result));
  }
  return tally;
}

/** Prints one object at the end; what was changed is told beside it, unless the object itself stands there. */
async function printJson(results: AsyncIterable<Result>, out: Output, { stderr }: Io): Promise<Tally> {
  const reports: ReportJson[] = [];
  const skipped: SkippedJson[] = [];
  let tally = NOTHING;
  for await (const result of results) {
    tally = count(tally, result);
    if (result.kind === 'skipped') skipped.push(skippedJson(result));
    else reports.push(result.report);
    if (result.kind === 'report' && out !== stderr) await write(stderr, changesText(result));
  }
  const output: OutputJson = { version: 1, reports, skipped };
  await write(out, `${JSON.stringify(output)}\n`);
  return tally;
}
