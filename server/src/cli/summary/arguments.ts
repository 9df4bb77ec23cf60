import { type Command, Option } from 'commander';
import { jobsOption, quietOption, wholeNumber } from '../options.ts';

export const SUMMARY_FORMATS = ['text', 'markdown', 'csv', 'json'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

/** What `zfxxgk summary` is asked to do. */
export interface SummaryOptions {
  readonly paths: readonly string[];
  readonly format: SummaryFormat;
  /** Only the reports on this year. */
  readonly year?: number;
  /** A government's own report, to be compared with the sum. */
  readonly against?: string;
  /** Tell which reports put something into a cell that differs. */
  readonly verbose: boolean;
  readonly jobs?: number;
  readonly quiet: boolean;
}

interface Given extends Omit<SummaryOptions, 'paths' | 'verbose' | 'quiet'> {
  readonly verbose?: true;
  readonly quiet?: true;
}

export function addSummary(program: Command, accept: (options: SummaryOptions) => void): void {
  program
    .command('summary')
    .summary('汇总报告 (add reports up)')
    .description('列出各机关报告的主要数字，并按格式中的各表求和 (lists reports and adds up their tables)')
    .usage('[选项] <路径...>')
    .argument('<路径...>', '文件或文件夹，与 check 相同 (files or folders, as for check)')
    .addOption(
      new Option('--format <格式>', '输出 text（默认）、markdown、csv 或 json (output format)')
        .choices(SUMMARY_FORMATS)
        .default('text'),
    )
    .addOption(wholeNumber('--year <年度>', '只汇总这一年度的报告 (reports on this year only)', 1990, 2100))
    .option('--against <文件>', '把本级政府的报告与合计逐格比较 (compare a report with the sum, cell by cell)')
    .option('--verbose', '比较时列出不一致之处各机关的数 (list the reports behind each difference)')
    .addOption(jobsOption())
    .addOption(quietOption())
    .addHelpText('after', `\n${NOTES}`)
    .action((paths: string[], given: Given) => {
      accept({ ...given, paths, verbose: given.verbose === true, quiet: given.quiet === true });
    });
}

const NOTES = `不同年度、不同格式（2019 年、2021 年）的报告分别求和；空白和无法识别的数不按 0 计，
而是注明缺几份、缺哪些报告。--against 的文件即使在文件夹中也不计入合计。
(sums are made for each year and form; a blank is never zero: reports that lack a value are named)

退出码 (exit code)：
  0  完成；与 --against 的报告没有不一致 (done; no difference)
  1  与 --against 的报告有不一致 (the report differs from the sum)
  2  用法不对，或有文件无法读取 (bad usage, or a file could not be read)`;
