import { type CheckOptions, readArguments } from './arguments.ts';
import { newWorkerPool } from './batch/worker-pool.ts';
import type { CheckSourceOptions } from './check-source.ts';
import { printerOf } from './printers.ts';
import { showProgress } from './progress.ts';
import { inProjects } from './projects.ts';
import { type ExitCode, exitCode, type Result } from './result.ts';
import { findSources } from './sources.ts';
import { type Circumstances, guard, type Io, write } from './terminal.ts';
import { balanceText, noticeText } from './text-format.ts';
import { UsageError } from './usage-error.ts';
import { readVersion } from './version.ts';
import { checkWithYearBefore } from './year-before.ts';

/** Does what the arguments (those after the program's name) ask for. */
export async function run(argv: readonly string[], io: Io, signal?: AbortSignal): Promise<ExitCode> {
  guard(io.stdout);
  guard(io.stderr);
  const invocation = readArguments(argv, readVersion());
  if (invocation.kind === 'check') {
    return check(invocation.options, { ...io, signal }).catch(async (error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      await write(io.stderr, `zfxxgk：${error.message}\n`);
      return 2 as const;
    });
  }
  if (invocation.kind === 'summary') {
    const { summary } = await import('./summary/command.ts');
    return summary(invocation.options, { ...io, signal });
  }
  if (invocation.kind === 'text') {
    const { printText } = await import('./print-text.ts');
    return printText(invocation.path, io);
  }
  await write(io.stdout, invocation.stdout);
  await write(io.stderr, invocation.stderr);
  return invocation.code;
}

async function check(options: CheckOptions, io: Circumstances): Promise<ExitCode> {
  // The repaired text of standard input takes the place of the findings.
  const isFilter = options.fix && options.paths.includes('-');
  const out = isFilter ? io.stderr : io.stdout;
  const print = await printerOf(options);
  const baseline = options.baseline === undefined ? undefined : await open(options.baseline, options.updateBaseline);
  const results = checkSources(options, io);
  const tally = await print(baseline ? baseline.unknown(results) : results, out, io, options);
  const balance = await baseline?.finish();
  // Beside an object or a table for programs there is no room for a line of text.
  const line = options.format === 'text' || options.format === 'github' ? out : io.stderr;
  if (balance) await write(line, `${balanceText(balance)}\n`);
  if (tally.reports === 0 && tally.failures === 0) {
    await write(io.stderr, 'zfxxgk：没有找到政府信息公开工作年度报告 (no report found)\n');
  }
  return exitCode(tally);
}

async function open(file: string, update: boolean) {
  const { openBaseline } = await import('./baseline.ts');
  return openBaseline(file, update);
}

/** Checks all sources, in their order, and passes on the repaired text of standard input. */
async function* checkSources(options: CheckOptions, io: Circumstances): AsyncGenerator<Result> {
  const { paths, stdinFilename, jobs, quiet } = options;
  const { stdin, stdout, stderr, signal } = io;
  const complain = (message: string) => write(stderr, `zfxxgk：${message}\n`);
  const inputs = await inProjects(await findSources(paths, stdinFilename), complain);
  const pool = newWorkerPool({ jobs, stdin, signal });
  try {
    const progress = showProgress(quiet, io, inputs.length, '检查');
    const outcomes = checkWithYearBefore(
      inputs,
      sourceOptions(options, inputs.length),
      (some, how) => pool.each('check', some, how, how.fix),
      () => progress?.advance(),
    );
    for await (const { result, output } of outcomes) {
      if (output) await write(stdout, output);
      const notice = noticeText(result);
      if (notice) await complain(notice);
      yield result;
    }
    progress?.end();
  } finally {
    await pool.close();
  }
  if (signal?.aborted) await write(stderr, 'zfxxgk：已中断，其余文件没有检查 (interrupted)\n');
}

/** Of each finding only what is going to be shown, or compared with a baseline. */
function sourceOptions({ format, fix, explain, baseline }: CheckOptions, inputs: number): CheckSourceOptions {
  const isLog = format === 'json' || format === 'sarif';
  return {
    fix,
    explain,
    parts: {
      values: format === 'json',
      related: isLog,
      data: isLog || format === 'csv',
      fingerprints: isLog || baseline !== undefined,
      fixes: format === 'sarif',
    },
    lines: format === 'text' && !explain,
    digest: !explain && inputs > 1,
  };
}
