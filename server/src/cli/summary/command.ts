import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSmallFile } from '../../files/small-file.ts';
import type { Counted } from '../../summary/counted.ts';
import { organsIn, type Reporter } from '../../summary/expected.ts';
import { byYear, nameOf, type Summary, summaryOf } from '../../summary/model.ts';
import { newWorkerPool } from '../batch/worker-pool.ts';
import { prepareDisplayWidth } from '../display-width.ts';
import { type SkippedJson, skippedJson } from '../json-format.ts';
import { type Locale, remark, sayIn } from '../locale.ts';
import { noticeText } from '../notices.ts';
import { openOutput } from '../output-file.ts';
import { showProgress } from '../progress.ts';
import { inProjects } from '../projects.ts';
import { type ExitCode, type Input, isFailure } from '../result.ts';
import { fileSource, findSources } from '../sources.ts';
import { systemError } from '../system-error.ts';
import { type Circumstances, write } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import type { SummaryFormat, SummaryOptions } from './arguments.ts';
import { printed } from './printed.ts';
import { summarise } from './summarise.ts';
import { repeatedText } from './words.ts';

/** Reads all reports and prints what they add up to. */
export async function summary(options: SummaryOptions, io: Circumstances): Promise<ExitCode> {
  const expected = options.expect === undefined ? undefined : organsIn(readList(options.expect));
  const own = options.against === undefined ? undefined : await readOwn(options.against, io);
  if (own === 'unreadable') return 2;
  const gathered = await gather(options, own, io);
  if (io.signal?.aborted) return 2;
  const { organ } = options;
  const result = summaryOf(gathered.reports, { own, organ, all: gathered.all, expected });
  await write(io.stderr, repeatedText(result, io.locale));
  if (gathered.reports.length === 0) {
    const words = sayIn(io.locale)('没有找到可以汇总的年度报告', 'no report found');
    await write(io.stderr, remark(words, io.locale));
  }
  await prepareDisplayWidth(result.reports.map(nameOf).join(''));
  await put(result, options, gathered.skipped, io);
  if (gathered.failures > 0) return 2;
  const { against } = result;
  if (against && !against.comparison) return 2;
  return against?.comparison && against.comparison.differences.length > 0 ? 1 : 0;
}

const EXTENSIONS: Readonly<Record<SummaryFormat, string>> = {
  text: 'txt',
  markdown: 'md',
  csv: 'csv',
  json: 'json',
  xlsx: 'xlsx',
  html: 'html',
};

/** Prints the summary, or writes it into a file, or for each year into one of a folder. */
async function put(
  result: Summary,
  options: SummaryOptions,
  skipped: readonly SkippedJson[],
  { stdout, locale }: Circumstances,
): Promise<void> {
  const { output, format } = options;
  const content = (part: Summary) => printed(part, options, skipped, locale);
  if (output === undefined) {
    if (format === 'xlsx' && stdout.isTTY) throw new UsageError(NO_TERMINAL);
    return write(stdout, await content(result));
  }
  if (!isFolder(output)) return writeTo(output, await content(result));
  makeFolder(output);
  for (const { year, summary: part } of byYear(result)) {
    await writeTo(join(output, `${year ?? '年度不明'}.${EXTENSIONS[format]}`), await content(part));
  }
}

const NO_TERMINAL = {
  zh: 'Excel 文件不能显示在终端；请加上 -o 汇总.xlsx',
  en: 'a workbook cannot be shown on a terminal; add -o summary.xlsx',
};

const isFolder = (path: string) =>
  /[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const { zh, en } = systemError(error);
    throw new UsageError({ zh: `${path}：无法写入（${zh}）`, en: `${path}: cannot be written (${en})` });
  }
}

async function writeTo(path: string, content: string | Buffer): Promise<void> {
  const file = await openOutput(path);
  await write(file.out, content);
  await file.done();
}

function readList(path: string): string {
  const file = readSmallFile(path);
  if (file.kind === 'text') return file.text;
  throw new UsageError({
    zh: `${path}：无法读取机关名单${file.kind === 'absent' ? '（找不到文件）' : ''}`,
    en: `${path}: the list of organs cannot be read${file.kind === 'absent' ? ' (no such file)' : ''}`,
  });
}

async function readOwn(path: string, io: Circumstances): Promise<Counted | 'unreadable'> {
  const { result } = await summarise(fileSource(path, true), {}, io.stdin);
  if (result.kind === 'counted') return result;
  await write(io.stderr, remark(noticeText(result, io.locale) ?? path, io.locale));
  return 'unreadable';
}

interface Gathered {
  readonly reports: readonly Counted[];
  /** Whose reports were found, on whatever year. */
  readonly all: readonly Reporter[];
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
  const all: Reporter[] = [];
  const skipped: SkippedJson[] = [];
  let failures = 0;
  const pool = newWorkerPool({ jobs, stdin: io.stdin, signal: io.signal });
  try {
    for await (const { result } of pool.each('summarise', found, {})) {
      progress?.advance();
      if (result.kind === 'skipped') {
        skipped.push(skippedJson(result));
        if (isFailure(result)) failures++;
        const notice = noticeText(result, locale);
        if (notice) await complain(notice);
      } else {
        all.push({ agency: result.agency, year: result.year });
        if (year === undefined || result.year === year) reports.push(result);
      }
    }
  } finally {
    await pool.close();
  }
  progress?.end();
  const undated = year === undefined ? 0 : all.filter((each) => each.year === undefined).length;
  if (undated > 0) await complain(undatedText(undated, year, locale));
  return { reports, all, skipped, failures };
}

function undatedText(count: number, year: number | undefined, locale: Locale): string {
  return sayIn(locale)(
    `${count} 份报告的标题没有年度，没有计入 ${year} 年的合计`,
    `${count} reports name no year and are not in the sum of ${year}`,
  );
}

/** Everything but one file, however its path is written. */
function without(path: string, inputs: readonly Input[]): Input[] {
  const name = basename(path);
  const place = realpathSync(path);
  return inputs.filter((each) => 'kind' in each || basename(each.path) !== name || realpathSync(each.path) !== place);
}
