import { newWorkerPool } from './batch/worker-pool.ts';
import type { CheckOptions } from './check-arguments.ts';
import type { CheckSourceOptions } from './check-source.ts';
import { remark, sayIn } from './locale.ts';
import { balanceText, noticeText } from './notices.ts';
import { printerOf } from './printers.ts';
import { showProgress } from './progress.ts';
import { inProjects } from './projects.ts';
import { type ExitCode, exitCode, type Result, type Tally } from './result.ts';
import { findSources } from './sources.ts';
import { type Circumstances, type Output, write } from './terminal.ts';
import { checkWithYearBefore } from './year-before.ts';

/** `zfxxgk check`. */
export async function check(options: CheckOptions, io: Circumstances): Promise<ExitCode> {
  if (options.output === undefined) return checkInto(outputOf(options, io), options, io);
  const { openOutput } = await import('./output-file.ts');
  const file = await openOutput(options.output);
  try {
    const code = await checkInto(file.out, options, io);
    await file.done();
    return code;
  } catch (error) {
    await file.drop();
    throw error;
  }
}

/** The repaired text of standard input takes the place of the findings. */
function outputOf({ fix, dryRun, paths }: CheckOptions, { stdout, stderr }: Circumstances): Output {
  return fix && !dryRun && paths.includes('-') ? stderr : stdout;
}

async function checkInto(out: Output, options: CheckOptions, io: Circumstances): Promise<ExitCode> {
  const say = sayIn(io.locale);
  const print = await printerOf(options);
  const baseline = options.baseline === undefined ? undefined : await open(options.baseline, options.updateBaseline);
  const troubles = { settings: false, warnings: 0 };
  const results = checkSources(options, io, troubles);
  const left = baseline ? baseline.unknown(results) : results;
  const tally = await print(shown(left, options, troubles), out, io, options);
  const balance = await baseline?.finish();
  // Beside an object or a table for programs there is no room for a line of text.
  const line = options.format === 'text' || options.format === 'github' ? out : io.stderr;
  if (balance) await write(line, `${balanceText(balance, options.locale)}\n`);
  if (tally.reports === 0 && tally.failures === 0) {
    await write(io.stderr, remark(say('没有找到政府信息公开工作年度报告', 'no report found'), io.locale));
  }
  return codeOf(tally, troubles, options, io);
}

async function codeOf(
  tally: Tally,
  { settings, warnings }: Troubles,
  { maxWarnings = Number.POSITIVE_INFINITY }: CheckOptions,
  { stderr, locale }: Circumstances,
): Promise<ExitCode> {
  if (settings) return 2;
  const code = exitCode(tally);
  if (code !== 0 || warnings <= maxWarnings) return code;
  const words = sayIn(locale)(
    `警告 ${warnings} 个，多于 --max-warnings 允许的 ${maxWarnings} 个`,
    `${warnings} warnings are more than --max-warnings ${maxWarnings}`,
  );
  await write(stderr, remark(words, locale));
  return 1;
}

async function open(file: string, update: boolean) {
  const { openBaseline } = await import('./baseline.ts');
  return openBaseline(file, update);
}

/** What bears on the exit code beside the tally of what is shown. */
interface Troubles {
  /** A file of settings could not be used as it is. */
  settings: boolean;
  /** Warnings, shown or not. */
  warnings: number;
}

/** What is to be told of the results; with `--errors-only` warnings are counted all the same. */
async function* shown(
  results: AsyncIterable<Result>,
  { errorsOnly }: CheckOptions,
  troubles: Troubles,
): AsyncGenerator<Result> {
  for await (const result of results) {
    if (result.kind === 'skipped') yield result;
    else {
      const { report, lines } = result;
      troubles.warnings += report.diagnostics.filter(({ severity }) => severity === 2).length;
      const isShown = ({ severity }: { severity: number }) => !errorsOnly || severity === 1;
      const diagnostics = report.diagnostics.filter(isShown);
      const left = lines?.filter((_, at) => isShown(report.diagnostics[at] ?? { severity: 1 }));
      yield errorsOnly ? { ...result, report: { ...report, diagnostics }, ...(left ? { lines: left } : {}) } : result;
    }
  }
}

/** Checks all sources, in their order, and passes on the repaired text of standard input. */
async function* checkSources(options: CheckOptions, io: Circumstances, troubles: Troubles): AsyncGenerator<Result> {
  const { jobs, quiet, verbose } = options;
  const { stdin, stdout, stderr, signal, locale } = io;
  const complain = (message: string) => write(stderr, remark(message, locale));
  const inputs = await inProjects(await findSources(options), options, {
    locale,
    complain: (message) => {
      troubles.settings = true;
      return complain(message);
    },
  });
  const pool = newWorkerPool({ jobs, stdin, signal });
  try {
    const progress = showProgress(quiet, io, inputs.length, 'check');
    const outcomes = checkWithYearBefore(
      inputs,
      sourceOptions(options, inputs.length),
      (some, how) => pool.each('check', some, how, how.fix),
      () => progress?.advance(),
    );
    for await (const { result, output } of outcomes) {
      if (output) await write(stdout, output);
      const notice = noticeText(result, locale, verbose);
      if (notice) await complain(notice);
      yield result;
    }
    progress?.end();
  } finally {
    await pool.close();
  }
  if (signal?.aborted)
    await complain(sayIn(locale)('已中断，其余文件没有检查', 'interrupted; the others were not checked'));
}

/** Of each finding only what is going to be shown, or compared with a baseline. */
export function sourceOptions(
  { format, fix, follow, dryRun, explain, baseline, assumeReport, showDismissed, locale }: CheckOptions,
  inputs: number,
): CheckSourceOptions {
  const isLog = format === 'json' || format === 'sarif';
  return {
    fix,
    dryRun,
    countsFixes: format === 'text' && !fix && !explain,
    follow,
    explain,
    assumeReport,
    showDismissed: showDismissed && format === 'text',
    locale,
    parts: {
      values: format === 'json',
      related: isLog,
      data: isLog || format === 'csv' || format === 'text',
      fingerprints: isLog || format === 'gitlab' || baseline !== undefined,
      fixes: format === 'sarif',
      ways: format === 'text' && !explain,
    },
    lines: format === 'text' && !explain,
    digest: !explain && inputs > 1,
    drawing: format === 'html',
  };
}
