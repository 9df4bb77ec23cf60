import { Command, type CommanderError, Option } from 'commander';
import { displayWidth } from './display-width.ts';
import { jobsOption, quietOption } from './options.ts';
import { addSummary, type SummaryOptions } from './summary/arguments.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** What `zfxxgk check` is asked to do. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  /** Show how each report was read instead of its findings. */
  readonly explain: boolean;
  /** A file of known findings, which are not reported. */
  readonly baseline?: string;
  /** Take the findings of this run for known from now on. */
  readonly updateBaseline: boolean;
  readonly stdinFilename?: string;
  /** How many threads at most; as many as the machine has cores unless said otherwise. */
  readonly jobs?: number;
  /** Neither a progress bar nor the sum at the end. */
  readonly quiet: boolean;
}

/** Either something to check, or an answer that is complete already: help, the version, or what is wrong. */
export type Invocation =
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'summary'; readonly options: SummaryOptions }
  | { readonly kind: 'text'; readonly path: string }
  | { readonly kind: 'answer'; readonly code: 0 | 2; readonly stdout: string; readonly stderr: string };

/** Reads the arguments after the program's name. Never ends the process. */
export function readArguments(argv: readonly string[], version: string): Invocation {
  const said = { stdout: '', stderr: '' };
  let asked: Invocation | undefined;
  const program = newProgram(version, said);
  addCheck(program, (options) => {
    asked = { kind: 'check', options };
  });
  addSummary(program, (options) => {
    asked = { kind: 'summary', options };
  });
  addText(program, (path) => {
    asked = { kind: 'text', path };
  });
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    const { code, message, exitCode } = error as CommanderError;
    if (typeof code !== 'string' || !code.startsWith('commander.')) throw error;
    if (exitCode === 0) return { kind: 'answer', code: 0, ...said };
    // Without a command the help itself is the answer, though a wrong use.
    const stderr = code === 'commander.help' ? said.stderr : `zfxxgk：${complaint(code, message)}\n${HINT}\n`;
    return { kind: 'answer', code: 2, stdout: '', stderr };
  }
  return asked ?? { kind: 'answer', code: 2, stdout: '', stderr: `${HINT}\n` };
}

function newProgram(version: string, said: { stdout: string; stderr: string }): Command {
  return new Command('zfxxgk')
    .description('政府信息公开工作年度报告检查 (checks annual reports on open government information)')
    .usage('<命令> [选项]')
    .version(version, '-V, --version', '显示版本 (version)')
    .helpOption('-h, --help', '显示帮助 (help)')
    .helpCommand('help [命令]', '显示命令的帮助 (help for a command)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        said.stdout += text;
      },
      writeErr: (text) => {
        said.stderr += text;
      },
      outputError: () => {},
    })
    .configureHelp({
      displayWidth,
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description }) => description,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    });
}

function addCheck(program: Command, accept: (options: CheckOptions) => void): void {
  program
    .command('check')
    .summary('检查报告 (check reports)')
    .description('检查报告，指出对不上的数 (checks reports and points at the numbers that do not add up)')
    .usage('[选项] <路径...>')
    .argument(
      '<路径...>',
      '文件；文件夹则查其中的文本（.txt、.md、.html）、Word、Excel 和 PDF 文件；- 为标准输入 (files, folders, or - for stdin)',
    )
    .addOption(
      new Option('--format <格式>', '输出 text（默认）、json、sarif、github 或 csv (output format)')
        .choices(FORMATS)
        .default('text'),
    )
    .option('--fix', '改正可以确定的总计，写回原文件；标准输入则写到标准输出 (repair what is certain)')
    .option('--baseline <文件>', '文件中记录的已知问题不再报告 (accept the findings known to this file)')
    .option('--update-baseline', '把这次发现的问题记入基线文件 (write the findings to the baseline file)')
    .option('--explain', '显示报告是怎样读取的：版式、格式、各行的数、未识别的行 (show what was read)')
    .option('--stdin-filename <名称>', '标准输入的文件名 (name shown for stdin)')
    .addOption(jobsOption())
    .addOption(quietOption())
    .addHelpText('after', `\n${EXIT_CODES}`)
    .action((paths: string[], { fix, explain, quiet, updateBaseline, ...given }: Given, command: Command) => {
      if (updateBaseline && given.baseline === undefined) command.error('', { code: NO_BASELINE });
      accept({
        ...given,
        paths,
        fix: fix === true,
        explain: explain === true,
        quiet: quiet === true,
        updateBaseline: updateBaseline === true,
      });
    });
}

function addText(program: Command, accept: (path: string) => void): void {
  program
    .command('text')
    .summary('显示读出的文字 (print the text that is checked)')
    .description(
      '显示从 Word、Excel、PDF 文件中读出的文字，检查结果中的行号按它计 (prints the text that line numbers refer to)',
    )
    .usage('<文件>')
    .argument('<文件>', '要读的文件；- 为标准输入 (file, or - for stdin)')
    .addHelpText('after', `\n退出码 (exit code)：0  完成 (done)；2  无法读取 (unreadable)`)
    .action(accept);
}

const NO_BASELINE = 'commander.zfxxgk.noBaseline';

/** The options of `check` as they are given; a switch that is not is absent. */
interface Given extends Omit<CheckOptions, 'paths' | 'fix' | 'explain' | 'quiet' | 'updateBaseline'> {
  readonly fix?: true;
  readonly explain?: true;
  readonly quiet?: true;
  readonly updateBaseline?: true;
}

const HINT = '用法见 zfxxgk check --help (see the help)';

const EXIT_CODES = `退出码 (exit code)：
  0  没有错误级的问题 (no error)
  1  至少有一个错误 (at least one error)
  2  用法不对，或有文件无法读写，其余文件照常检查 (bad usage, or a file could not be read or written)`;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 (usage)：',
  'Arguments:': '参数 (arguments)：',
  'Options:': '选项 (options)：',
  'Commands:': '命令 (commands)：',
};

/** Commander's complaints name what they are about between the first quotation marks. */
function complaint(code: string, message: string): string {
  const about = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return `没有命令“${about}” (unknown command)`;
    case 'commander.unknownOption':
      return `没有选项“${about}” (unknown option)`;
    case 'commander.missingArgument':
      return '没有给出要检查的文件或文件夹 (no path given)';
    case 'commander.optionMissingArgument':
      return `选项“${about}”缺少值 (option needs a value)`;
    case 'commander.invalidArgument':
      return `选项“${about}”的值${allowed(message)} (invalid value)`;
    case NO_BASELINE:
      return '--update-baseline 要与 --baseline <文件> 一起使用 (needs --baseline)';
    default:
      return message;
  }
}

/** What commander says of the values that an option may have, in our words. */
function allowed(message: string): string {
  const choices = /Allowed choices are ([^.]*)\./.exec(message)?.[1];
  return choices === undefined
    ? message.replace(/^.*is invalid\. /, '')
    : `只能是 ${choices.split(', ').join('、')} 之一`;
}
