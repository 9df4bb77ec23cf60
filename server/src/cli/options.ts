import { InvalidArgumentError, Option } from 'commander';
import { RULE_CODES } from '../checks/rules/index.ts';
import { SEVERITIES, type Severities } from '../project/project.ts';
import type { Say } from './locale.ts';

/** Options that several commands have. */

const MOST_JOBS = 256;

export function jobsOption(say: Say): Option {
  return wholeNumber(
    say,
    say('--jobs <个数>', '--jobs <number>'),
    say('最多同时使用几个线程，默认按处理器核数、不超过 6', 'threads; default: all cores, at most 6'),
    1,
    MOST_JOBS,
  );
}

export function quietOption(say: Say): Option {
  return new Option('--quiet', say('不显示进度和末尾的统计', 'no progress bar, no totals'));
}

export function outputOption(say: Say): Option {
  return new Option(
    say('-o, --output <文件>', '-o, --output <file>'),
    say('把结果写入文件，而不是显示在终端', 'write the results to a file'),
  );
}

/** `--exclude`, as often as wanted. */
export function excludeOption(say: Say): Option {
  return repeated(
    say('--exclude <通配符>', '--exclude <glob>'),
    say('不查这些文件，如 "**/归档/**"；可以写多次', 'leave these files out, such as "**/archive/**"; may be repeated'),
  );
}

/** `--color` and `--no-color`. */
export function colorOptions(say: Say): readonly Option[] {
  return [
    new Option(
      '--color',
      say(
        '输出带颜色；不写则只在终端中带（也可用环境变量 FORCE_COLOR、NO_COLOR）',
        'coloured output; default: on a terminal only (see also FORCE_COLOR and NO_COLOR)',
      ),
    ),
    new Option('--no-color', say('输出不带颜色', 'no colours')),
  ];
}

/** Where settings come from: `--config`, `--no-config`, `--rule`. */
export function projectOptions(say: Say): readonly Option[] {
  return [
    new Option(
      say('--config <文件>', '--config <file>'),
      say('只用这个设置文件，不找各文件夹中的 .zfxxgk.json', 'use these settings only, and look for no .zfxxgk.json'),
    ),
    new Option('--no-config', say('不用任何 .zfxxgk.json', 'use no .zfxxgk.json')),
    ruleOption(say),
  ];
}

/** `--rule code=level`, as often as wanted. */
function ruleOption(say: Say): Option {
  const levels: readonly string[] = SEVERITIES;
  const option = new Option(
    say('--rule <规则=级别>', '--rule <code=level>'),
    say(
      `改一条规则的级别（${levels.join('、')}），优先于设置文件；可以写多次`,
      `the level of a rule (${levels.join(', ')}), before any file of settings; may be repeated`,
    ),
  );
  return option.argParser((text, given: Severities = {}) => {
    const [code = '', level = '', ...rest] = text.split('=');
    if (rest.length > 0 || !levels.includes(level)) {
      throw new InvalidArgumentError(
        say(
          `应为 规则=级别，级别是 ${levels.join('、')} 之一`,
          `should be code=level, the level one of ${levels.join(', ')}`,
        ),
      );
    }
    if (!RULE_CODES.includes(code)) throw new UnknownRule(code);
    return { ...given, [code]: level } as Severities;
  });
}

/** A rule that there is none of; whoever tells of it looks for similar ones. */
export class UnknownRule extends Error {
  constructor(readonly rule: string) {
    super(rule);
  }
}

/** An option whose value is a whole number between two others. */
export function wholeNumber(say: Say, flags: string, description: string, least: number, most: number): Option {
  return new Option(flags, description).argParser((text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(
      say(`应为 ${least} 至 ${most} 的整数`, `should be a whole number from ${least} to ${most}`),
    );
  });
}

/** An option that may be given several times; its value is the list. */
function repeated(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text, given: readonly string[] = []) => [...given, text]);
}
