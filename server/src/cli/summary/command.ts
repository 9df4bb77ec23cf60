import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { newWorkerPool } from '../batch/worker-pool.ts';
import { prepareDisplayWidth } from '../display-width.ts';
import { type SkippedJson, skippedJson } from '../json-format.ts';
import { remark, sayIn } from '../locale.ts';
import { noticeText } from '../notices.ts';
import { showProgress } from '../progress.ts';
import { inProjects } from '../projects.ts';
import { type ExitCode, type Input, isFailure } from '../result.ts';
import { fileSource, findSources } from '../sources.ts';
import { type Circumstances, write } from '../terminal.ts';
import type { SummaryOptions } from './arguments.ts';
import { summaryCsv } from './csv.ts';
import { summaryJson } from './json.ts';
import { summaryMarkdown } from './markdown.ts';
import { nameOf, type Summary, summaryOf } from './model.ts';
import { type Counted, summarise } from './summarise.ts';
import { repeatedText, summaryText } from './text.ts';

/** Reads all reports and prints what they add up to. */
export async function summary(options: SummaryOptions, io: Circumstances): Promise<ExitCode> {
  const say = sayIn(io.locale);
  const own = options.against === undefined ? undefined : await readOwn(options.against, io);
  if (own === 'unreadable') return 2;
  const gathered = await gather(options, own, io);
  if (io.signal?.aborted) return 2;
  const result = summaryOf(gathered.reports, own);
  await write(io.stderr, repeatedText(result));
  if (gathered.reports.length === 0) {
    await write(io.stderr, remark(say('没有找到可以汇总的年度报告', 'no report found'), io.locale));
  }
  await prepareDisplayWidth(result.reports.map(nameOf).join(''));
  await write(io.stdout, printed(result, options, gathered.skipped));
  if (gathered.failures > 0) return 2;
  const { against } = result;
  if (against && !against.comparison) return 2;
  return against?.comparison && against.comparison.differences.length > 0 ? 1 : 0;
}

async function readOwn(path: string, io: Circumstances): Promise<Counted | 'unreadable'> {
  const { result } = await summarise(fileSource(path, true), {}, io.stdin);
  if (result.kind === 'counted') return result;
  await write(io.stderr, remark(noticeText(result, io.locale) ?? path, io.locale));
  return 'unreadable';
}

interface Gathered {
  readonly reports: readonly Counted[];
  readonly skipped: readonly SkippedJson[];
  /** How many files could not be read. */
  readonly failures: number;
}

async function gather(options: SummaryOptions, own: Counted | undefined, io: Circumstances): Promise<Gathered> {
  const { jobs, quiet } = options;
  const year = options.year ?? own?.year;
  const { locale } = io;
  const complain = (message: string) => write(io.stderr, remark(message, locale));
  const sources = await inProjects(await findSources(options), { rules: {} }, { locale, complain });
  const found = own ? without(own.path, sources) : sources;
  const progress = showProgress(quiet, io, found.length, 'summary');
  const reports: Counted[] = [];
  const skipped: SkippedJson[] = [];
  let failures = 0;
  let undated = 0;
  const pool = newWorkerPool({ jobs, stdin: io.stdin, signal: io.signal });
  try {
    for await (const { result } of pool.each('summarise', found, {})) {
      progress?.advance();
      if (result.kind === 'skipped') {
        skipped.push(skippedJson(result));
        if (isFailure(result)) failures++;
        const notice = noticeText(result, locale);
        if (notice) await complain(notice);
      } else if (year === undefined || result.year === year) reports.push(result);
      else if (result.year === undefined) undated++;
    }
  } finally {
    await pool.close();
  }
  progress?.end();
  if (undated > 0)
    await complain(
      sayIn(locale)(
        `${undated} 份报告的标题没有年度，没有计入 ${year} 年的合计`,
        `${undated} reports name no year and are not in the sum of ${year}`,
      ),
    );
  return { reports, skipped, failures };
}

/** Everything but one file, however its path is written. */
function without(path: string, inputs: readonly Input[]): Input[] {
  const name = basename(path);
  const place = realpathSync(path);
  return inputs.filter((each) => 'kind' in each || basename(each.path) !== name || realpathSync(each.path) !== place);
}

function printed(result: Summary, options: SummaryOptions, skipped: readonly SkippedJson[]): string {
  switch (options.format) {
    case 'text':
      return summaryText(result, options.verbose);
    case 'markdown':
      return summaryMarkdown(result, options.verbose);
    case 'csv':
      return summaryCsv(result);
    case 'xlsx':
    case 'json':
      return `${JSON.stringify(summaryJson(result, skipped))}\n`;
  }
}
