import { type CheckOptions, type Format, readArguments } from './arguments.ts';
import { BaselineError, openBaseline } from './baseline.ts';
import { newCrew } from './batch/crew.ts';
import { printCsv } from './csv-format.ts';
import { printGithub } from './github-format.ts';
import { type SkippedJson, skippedJson } from './json-format.ts';
import { showProgress } from './progress.ts';
import { inProjects } from './projects.ts';
import { count, type ExitCode, exitCode, NOTHING, type Result, type Tally } from './result.ts';
import { printSarif } from './sarif-format.ts';
import { findSources } from './sources.ts';
import { summary } from './summary/command.ts';
import { type Circumstances, guard, type Io, type Output, terminalOf, write } from './terminal.ts';
import { balanceText, changesText, explanationText, noticeText, reportText, summaryText } from './text-format.ts';
import { readVersion } from './version.ts';
import { withYearsBefore } from './years.ts';

/** Does what the arguments (those after the program's name) ask for. */
export async function run(argv: readonly string[], io: Io, signal?: AbortSignal): Promise<ExitCode> {
  guard(io.stdout);
  guard(io.stderr);
  const invocation = readArguments(argv, readVersion());
  if (invocation.kind === 'check') {
    return check(invocation.options, { ...io, signal }).catch(async (error: unknown) => {
      if (!(error instanceof BaselineError)) throw error;
      await write(io.stderr, `zfxxgk：${error.message}\n`);
      return 2 as const;
    });
  }
  if (invocation.kind === 'summary') return summary(invocation.options, { ...io, signal });
  await write(io.stdout, invocation.stdout);
  await write(io.stderr, invocation.stderr);
  return invocation.code;
}

async function check(options: CheckOptions, io: Circumstances): Promise<ExitCode> {
  // The repaired text of standard input takes the place of the findings.
  const isFilter = options.fix && options.paths.includes('-');
  const out = isFilter ? io.stderr : io.stdout;
  const print = options.explain ? printExplanation : PRINTERS[options.format];
  const baseline =
    options.baseline === undefined ? undefined : await openBaseline(options.baseline, options.updateBaseline);
  const results = outcomes(options, io);
  const tally = await print(baseline ? baseline.accept(results) : results, out, io, options);
  const balance = await baseline?.finish();
  // Beside an object or a table for programs there is no room for a line of text.
  const line = options.format === 'text' || options.format === 'github' ? out : io.stderr;
  if (balance) await write(line, `${balanceText(balance)}\n`);
  if (tally.reports === 0 && tally.failures === 0) {
    await write(io.stderr, 'zfxxgk：没有找到政府信息公开工作年度报告 (no report found)\n');
  }
  return exitCode(tally);
}

type Printer = (results: AsyncIterable<Result>, out: Output, io: Io, options: CheckOptions) => Promise<Tally>;

const PRINTERS: Readonly<Record<Format, Printer>> = {
  text: printText,
  json: printJson,
  sarif: printSarif,
  github: printGithub,
  csv: printCsv,
};

/** Checks all sources, in their order, and passes on the repaired text of standard input. */
async function* outcomes(options: CheckOptions, io: Circumstances) {
  const { paths, stdinFilename, fix, fixes, explain, jobs, quiet } = options;
  const { stdin, stdout, stderr, signal } = io;
  const complain = (message: string) => write(stderr, `zfxxgk：${message}\n`);
  const sources = await inProjects(await findSources(paths, stdinFilename), complain);
  const crew = newCrew({ jobs, stdin, signal });
  try {
    const reading = showProgress(quiet, io, sources.length, '读取');
    const found = explain ? sources : await withYearsBefore(sources, crew, () => reading?.advance());
    reading?.end();
    const progress = showProgress(quiet, io, sources.length, '检查');
    const work = { fix, fixes, explain, values: options.format === 'json' };
    for await (const { result, output } of crew.each('check', found, work, fix)) {
      if (output) await write(stdout, output);
      const notice = noticeText(result);
      if (notice) await complain(notice);
      progress?.advance();
      yield result;
    }
    progress?.end();
  } finally {
    await crew.close();
  }
  if (signal?.aborted) await write(stderr, 'zfxxgk：已中断，其余文件没有检查 (interrupted)\n');
}

/** Prints each report as soon as it is checked, and keeps none. */
async function printText(
  results: AsyncIterable<Result>,
  out: Output,
  _io: Io,
  { quiet }: CheckOptions,
): Promise<Tally> {
  const terminal = terminalOf(out);
  let tally = NOTHING;
  for await (const result of results) {
    tally = count(tally, result);
    if (result.kind === 'report') await write(out, changesText(result) + reportText(result, terminal));
  }
  if (!quiet) await write(out, `${summaryText(tally)}\n`);
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

/**
 * Prints one object, its reports as they come, so that none is kept; what was changed is told beside it, unless the
 * object itself stands there.
 */
async function printJson(results: AsyncIterable<Result>, out: Output, { stderr }: Io): Promise<Tally> {
  const skipped: SkippedJson[] = [];
  let tally = NOTHING;
  await write(out, '{"version":1,"reports":[');
  for await (const result of results) {
    if (result.kind === 'skipped') skipped.push(skippedJson(result));
    else await write(out, `${tally.reports > 0 ? ',' : ''}${JSON.stringify(result.report)}`);
    if (result.kind === 'report' && out !== stderr) await write(stderr, changesText(result));
    tally = count(tally, result);
  }
  await write(out, `],"skipped":${JSON.stringify(skipped)}}\n`);
  return tally;
}
