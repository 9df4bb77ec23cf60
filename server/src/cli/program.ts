import { Command, Option } from 'commander';
import { displayWidth } from './display-width.ts';
import { type Locale, type Say, sayIn } from './locale.ts';

/** What help and complaints were written into, instead of the streams of the process. */
export interface Said {
  stdout: string;
  stderr: string;
}

/** The program without its commands. Help, completion and the manual page are all made from the finished one. */
export function newProgram(locale: Locale, version: string, said: Said): Command {
  const say = sayIn(locale);
  const titles = TITLES[locale];
  return new Command('zfxxgk')
    .description(
      say('政府信息公开工作年度报告检查', 'Checks annual reports on open government information (政府信息公开)'),
    )
    .usage(say('<命令> [选项]', '<command> [options]'))
    .version(version, '-V, --version', say('显示版本', 'show the version'))
    .helpOption('-h, --help', say('显示帮助', 'show this help'))
    .helpCommand(say('help [命令]', 'help [command]'), say('显示命令的帮助', 'help for a command'))
    .addOption(langOption(say))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        // Commander puts a blank after the title, which a full-width colon has already.
        said.stdout += text.replace(/^用法： /m, '用法：');
      },
      writeErr: (text) => {
        said.stderr += text.replace(/^用法： /m, '用法：');
      },
      outputError: () => {},
    })
    .configureHelp({
      displayWidth,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description }) => description,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
    .addHelpText('after', say('\nEnglish: zfxxgk --lang en --help', ''));
}

/** The language; it is looked for before all else (see arguments.ts), and stands here for help and completion. */
export function langOption(say: Say): Option {
  return new Option(
    say('--lang <语言>', '--lang <language>'),
    say(
      '显示的语言：zh 中文，en 英文；不写则按系统的语言 (LANG)',
      'language of the output: zh Chinese, en English; default: that of the system (LANG)',
    ),
  ).choices(['zh', 'en']);
}

const TITLES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
  en: {},
};
