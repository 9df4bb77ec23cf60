import { type Command, Option } from 'commander';
import type { Say } from '../locale.ts';
import { excludeOption, jobsOption, outputOption, quietOption, wholeNumber } from '../options.ts';

export const SUMMARY_FORMATS = ['text', 'markdown', 'csv', 'json', 'xlsx', 'html'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

/** What `zfxxgk summary` is asked to do. */
export interface SummaryOptions {
  readonly paths: readonly string[];
  /** Globs of files to leave out. */
  readonly exclude: readonly string[];
  readonly format: SummaryFormat;
  /** A file for the summary, or a folder for one file a year. */
  readonly output?: string;
  /** Only the reports on this year. */
  readonly year?: number;
  /** The organ that the sum is for; the title of its report names it. */
  readonly organ?: string;
  /** A government's own report, to be compared with the sum. */
  readonly against?: string;
  /** A file with the names of the organs that should have a report, one a line. */
  readonly expect?: string;
  /** Tell which reports put something into a cell that differs. */
  readonly verbose: boolean;
  readonly jobs?: number;
  readonly quiet: boolean;
}

interface Given extends Partial<Omit<SummaryOptions, 'paths' | 'format'>> {
  readonly format: SummaryFormat;
}

export function addSummary(program: Command, say: Say, accept: (options: SummaryOptions) => void): void {
  const command = program
    .command('summary')
    .summary(say('汇总报告', 'add reports up'))
    .description(say('列出各机关报告的主要数字，并按格式中的各表求和', 'Lists reports and adds up their tables'))
    .usage(say('[选项] <路径...>', '[options] <path...>'))
    .argument(
      say('<路径...>', '<path...>'),
      say('文件、文件夹或通配符，与 check 相同', 'files, folders or globs, as for check'),
    );
  for (const option of options(say)) command.addOption(option);
  command.addHelpText('after', `\n${notes(say)}`).action((paths: string[], given: Given) => {
    const { exclude = [], verbose = false, quiet = false } = given;
    accept({ ...given, paths, exclude, verbose, quiet });
  });
}

function options(say: Say): Option[] {
  const file = say('<文件>', '<file>');
  return [
    new Option(
      say('--format <格式>', '--format <format>'),
      say(
        '输出 text（默认）、markdown、csv、json、xlsx 或 html（一个网页文件）',
        'text (default), markdown, csv, json, xlsx or html (one page)',
      ),
    )
      .choices(SUMMARY_FORMATS)
      .default('text'),
    outputOption(say),
    wholeNumber(
      say,
      say('--year <年度>', '--year <year>'),
      say('只汇总这一年度的报告', 'reports on this year only'),
      1990,
      2100,
    ),
    new Option(
      say('--organ <机关>', '--organ <name>'),
      say(
        '合计是哪个机关的：写进标题，--format markdown 的结果可以再用 check 检查',
        'the organ that the sum is for, named in the title, so that check reads the result of --format markdown',
      ),
    ),
    new Option(
      `--against ${file}`,
      say('把本级政府的报告与合计逐格比较', 'compare a report with the sum, cell by cell'),
    ),
    new Option(
      `--expect ${file}`,
      say(
        '应有报告的机关，一行一个；列出缺了哪些',
        'the organs that should have a report, one a line; name those missing',
      ),
    ),
    new Option('--verbose', say('比较时列出不一致之处各机关的数', 'list the reports behind each difference')),
    excludeOption(say),
    jobsOption(say),
    quietOption(say),
  ];
}

function notes(say: Say): string {
  return say(
    `不同年度、不同格式（2019 年、2021 年）的报告分别求和；空白和无法识别的数不按 0 计，
而是注明缺几份、缺哪些报告。--against 的文件即使在文件夹中也不计入合计。
有几个年度时，-o 文件夹/ 把每个年度写成一个文件。没有 --expect 时，上年有报告而本年没有的机关也会列出。

退出码：
  0  完成；与 --against 的报告没有不一致
  1  与 --against 的报告有不一致
  2  用法不对，或有文件无法读取`,
    `Sums are made for each year and form (2019, 2021); a blank is never zero: the reports that lack a value are named.
The file of --against does not count, even where it lies in a folder.
With several years, -o FOLDER/ writes one file a year. Without --expect, organs are named that have a report on the year
before and none on this.

Exit code:
  0  done; no difference from the report of --against
  1  the report of --against differs from the sum
  2  bad usage, or a file could not be read`,
  );
}
