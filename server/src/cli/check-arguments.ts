import { type Command, Option } from 'commander';
import type { Severities } from '../project/project.ts';
import { NO_BASELINE, NO_FIX } from './complaint.ts';
import { exitCodes } from './exit-codes.ts';
import type { Locale, Say } from './locale.ts';
import {
  colorOptions,
  excludeOption,
  jobsOption,
  outputOption,
  projectOptions,
  quietOption,
  wholeNumber,
} from './options.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'csv', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** What bears on settings: which file, and levels of rules that go before it. */
export interface SettingsOptions {
  /** The only file of settings; false: none at all; undefined: those in the folders above each report. */
  readonly config?: string | false;
  readonly rules: Severities;
}

/** What `zfxxgk check` is asked to do. */
export interface CheckOptions extends SettingsOptions {
  readonly paths: readonly string[];
  /** Globs of files to leave out. */
  readonly exclude: readonly string[];
  readonly format: Format;
  /** A file for the results. */
  readonly output?: string;
  readonly fix: boolean;
  /** With `fix`: show what it would change, and write nothing. */
  readonly dryRun: boolean;
  /** Repair also what a link out of the folder leads to. */
  readonly follow: boolean;
  /** Show how each report was read instead of its findings. */
  readonly explain: boolean;
  /** A file of known findings, which are not reported. */
  readonly baseline?: string;
  /** Take the findings of this run for known from now on. */
  readonly updateBaseline: boolean;
  readonly stdinFilename?: string;
  /** Take every file for a report or a piece of one, which lacks nothing that is not there. */
  readonly assumeReport: boolean;
  /** More warnings than these count as an error. */
  readonly maxWarnings?: number;
  /** Tell also of what was dismissed, and why. */
  readonly showDismissed: boolean;
  /** Tell of errors only. */
  readonly errorsOnly: boolean;
  /** Go on, and check again what changes. */
  readonly watch: boolean;
  /** Tell of every file that was not checked. */
  readonly verbose: boolean;
  /** How many threads at most; as many as the machine has cores unless said otherwise. */
  readonly jobs?: number;
  /** Neither a progress bar nor the sum at the end. */
  readonly quiet: boolean;
  /** Whether the output has colours, where that was said. */
  readonly color?: boolean;
  /** The language of the results. */
  readonly locale: Locale;
}

type Options = Omit<CheckOptions, 'locale'>;

/** The options of `check` as they are given; a switch that is not is absent. */
interface Given extends Partial<Omit<Options, 'rules' | 'config'>> {
  readonly format: Format;
  readonly rule?: Severities;
  /** True is what commander says of `--no-config` that is not there. */
  readonly config?: string | boolean;
}

const MOST_WARNINGS = 999_999_999;

export function addCheck(program: Command, say: Say, accept: (options: Options) => void): void {
  const command = program
    .command('check')
    .summary(say('检查报告', 'check reports'))
    .description(say('检查报告，指出对不上的数', 'Checks reports and points at the numbers that do not add up'))
    .usage(say('[选项] <路径...>', '[options] <path...>'))
    .argument(
      say('<路径...>', '<path...>'),
      say(
        '文件；文件夹则查其中的文本（.txt、.md、.html）、Word、Excel 和 PDF 文件；通配符，如 "**/*2024*.md"，以 ! 开头的排除；- 为标准输入',
        'files; folders, searched for text (.txt, .md, .html), Word, Excel and PDF files; globs such as "**/*2024*.md", those that begin with ! leave out; - for standard input',
      ),
    );
  for (const option of [...workOptions(say), ...resultOptions(say)]) command.addOption(option);
  command.addHelpText('after', `\n${exitCodes(say)}`).action((paths: string[], given: Given) => {
    if (given.dryRun && !given.fix) command.error('', { code: NO_FIX });
    if (given.updateBaseline && given.baseline === undefined) command.error('', { code: NO_BASELINE });
    accept(optionsOf(paths, given));
  });
}

/** What is read, and what is done with it. */
function workOptions(say: Say): Option[] {
  return [
    new Option(
      '--fix',
      say('改正可以确定的总计和序号，写回原文件；标准输入则写到标准输出', 'repair what is certain, in place'),
    ),
    new Option(
      '--dry-run',
      say(
        '与 --fix 同用：只显示将改什么（统一差异格式），不写文件',
        'with --fix: print a unified diff, and write nothing',
      ),
    ),
    new Option('--follow', say('--fix 也改写链接指向的、文件夹以外的文件', '--fix also writes where links lead')),
    new Option('--watch', say('检查后不退出，文件一改动就重新检查', 'go on, and check again what changes')).conflicts(
      'fix',
    ),
    new Option(
      '--explain',
      say('显示报告是怎样读取的：版式、格式、各行的数、未识别的行', 'show how each report was read'),
    ),
    new Option(
      '--assume-report',
      say(
        '不判断是不是年报，照样检查；只有一部分（如表三的 25 行）也可以，缺少的不提示',
        'take every file for a report, or for a piece of one such as the 25 rows of table 3',
      ),
    ),
    excludeOption(say),
    new Option(
      say('--stdin-filename <名称>', '--stdin-filename <name>'),
      say('标准输入的文件名，按它找设置文件', 'the name of standard input, by which settings are found'),
    ),
    ...projectOptions(say),
    jobsOption(say),
  ];
}

/** What is told of it, how and where. */
function resultOptions(say: Say): Option[] {
  const file = say('<文件>', '<file>');
  const formats = `${FORMATS.slice(1, -1).join(say('、', ', '))}${say(' 或 ', ' or ')}${FORMATS.at(-1)}`;
  return [
    new Option(
      say('--format <格式>', '--format <format>'),
      say(`输出 text（默认）、${formats}`, `text (default), ${formats}`),
    )
      .choices(FORMATS)
      .default('text'),
    outputOption(say),
    new Option(`--baseline ${file}`, say('文件中记录的已知问题不再报告', 'do not report what this file knows')),
    new Option('--update-baseline', say('把这次发现的问题记入基线文件', 'write what is found to the baseline')),
    new Option(
      '--show-dismissed',
      say(
        '也列出按 .zfxxgk.json 忽略的问题、理由和指纹；删去其中的一项即恢复提示',
        'also list what .zfxxgk.json dismisses, with reason and fingerprint; take an entry out to have it reported again',
      ),
    ),
    new Option('--errors-only', say('只报告错误，不报告警告和信息', 'report errors only')),
    wholeNumber(
      say,
      say('--max-warnings <个数>', '--max-warnings <number>'),
      say('警告多于这个数也以 1 退出', 'exit with 1 when there are more warnings than these'),
      0,
      MOST_WARNINGS,
    ),
    new Option('--verbose', say('列出没有检查的每个文件和原因', 'name every file that was not checked, and why')),
    quietOption(say),
    ...colorOptions(say),
  ];
}

function optionsOf(paths: readonly string[], { rule = {}, config, ...given }: Given): Options {
  const isOn = (name: keyof typeof given) => given[name] === true;
  return {
    ...given,
    ...(config === true || config === undefined ? {} : { config }),
    paths,
    rules: rule,
    exclude: given.exclude ?? [],
    fix: isOn('fix'),
    dryRun: isOn('dryRun'),
    follow: isOn('follow'),
    explain: isOn('explain'),
    assumeReport: isOn('assumeReport'),
    updateBaseline: isOn('updateBaseline'),
    showDismissed: isOn('showDismissed'),
    errorsOnly: isOn('errorsOnly'),
    watch: isOn('watch'),
    verbose: isOn('verbose'),
    quiet: isOn('quiet'),
  };
}
