import type { Readable } from 'node:stream';
import { type CheckOptions, type Format, readArguments } from './arguments.ts';
import { BaselineError, openBaseline } from './baseline.ts';
import { checkSource, type Outcome } from './check-source.ts';
import { printCsv } from './csv-format.ts';
import { printGithub } from './github-format.ts';
import { type OutputJson, type ReportJson, type SkippedJson, skippedJson } from './json-format.ts';
import { inProjects, Projects } from './projects.ts';
import { count, type ExitCode, exitCode, NOTHING, type Result, type Tally } from './result.ts';
import { printSarif } from './sarif-format.ts';
import { findSources } from './sources.ts';
import { guard, type Output, terminalOf, write } from './terminal.ts';
import { balanceText, changesText, explanationText, noticeText, reportText, summaryText } from './text-format.ts';
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
  if (invocation.kind === 'check') {
    return check(invocation.options, io).catch(async (error: unknown) => {
      if (!(error instanceof BaselineError)) throw error;
      await write(io.stderr, `zfxxgk：${error.message}\n`);
      return 2 as const;
    });
  }
  await write(io.stdout, invocation.stdout);
  await write(io.stderr, invocation.stderr);
  return invocation.code;
}

async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  // The repaired text of standard input takes the place of the findings.
  const isFilter = options.fix && options.paths.includes('-');
  const out = isFilter ? io.stderr : io.stdout;
  const print = options.explain ? printExplanation : PRINTERS[options.format];
  const baseline =
    options.baseline === undefined ? undefined : await openBaseline(options.baseline, options.updateBaseline);
  const results = outcomes(options, io);
  const tally = await print(baseline ? baseline.accept(results) : results, out, io);
  const balance = await baseline?.finish();
  // Beside an object or a table for programs there is no room for a line of text.
  const line = options.format === 'text' || options.format === 'github' ? out : io.stderr;
  if (balance) await write(line, `${balanceText(balance)}\n`);
  if (tally.reports === 0 && tally.failures === 0) {
    await write(io.stderr, 'zfxxgk：没有找到政府信息公开工作年度报告 (no report found)\n');
  }
  return exitCode(tally);
}

type Printer = (results: AsyncIterable<Result>, out: Output, io: Io) => Promise<Tally>;

const PRINTERS: Readonly<Record<Format, Printer>> = {
  text: printText,
  json: printJson,
  sarif: printSarif,
  github: printGithub,
  csv: printCsv,
};

/** Checks one source after the other, and passes on the repaired text of standard input. */
async function* outcomes(options: CheckOptions, io: Io): AsyncGenerator<Result> {
  const projects = new Projects((message) => write(io.stderr, `zfxxgk：${message}\n`));
  for await (const found of inProjects(findSources(options.paths, options.stdinFilename), projects)) {
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
