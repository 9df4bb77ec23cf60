import type { Command, CommanderError } from 'commander';
import { RULE_CODES } from '../checks/rules/index.ts';
import { addCheck, type CheckOptions } from './check-arguments.ts';
import { complaint, meant, similarTo } from './complaint.ts';
import { type Locale, localeOf, remark, type Say, sayIn } from './locale.ts';
import { UnknownRule } from './options.ts';
import { addOthers, type Other } from './other-arguments.ts';
import { langOption, newProgram, type Said } from './program.ts';
import { addSummary, type SummaryOptions } from './summary/arguments.ts';

/** Either something to do, or an answer that is complete already: help, the version, or what is wrong. */
export type Invocation = { readonly locale: Locale } & (
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'summary'; readonly options: SummaryOptions }
  | Other
  | { readonly kind: 'answer'; readonly code: 0 | 2; readonly stdout: string; readonly stderr: string }
);

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the arguments after the program's name. Never ends the process. */
export function readArguments(argv: readonly string[], version: string, env: Env = {}): Invocation {
  const asked = languageIn(argv);
  const locale = asked ?? localeOf(env);
  const said = { stdout: '', stderr: '' };
  let invocation: Invocation | undefined;
  const accept: Accept = {
    check: ({ format, ...options }) => {
      // What programs read is the same wherever it is made, unless somebody asks for a language.
      const language = format === 'text' ? locale : (asked ?? 'zh');
      invocation = { kind: 'check', locale, options: { ...options, format, locale: language } };
    },
    summary: (options) => {
      invocation = { kind: 'summary', locale, options };
    },
    other: (other) => {
      invocation = { ...other, locale };
    },
  };
  // Whoever says at once which command is meant has no use for the others.
  const add = ADD[argv[0] ?? ''];
  const program = completeProgram(locale, version, said, accept, add ? [add] : undefined);
  const say = sayIn(locale);
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof UnknownRule) return { ...noSuchRule(error.rule, locale), locale };
    const { code, exitCode } = error as CommanderError;
    if (typeof code !== 'string' || !code.startsWith('commander.')) throw error;
    if (exitCode === 0) return { kind: 'answer', locale, code: 0, ...said };
    // Without a command the help itself is the answer, though a wrong use.
    const words = complaint(error as CommanderError, say);
    const stderr = code === 'commander.help' ? said.stderr : `${remark(words, locale)}${hint(program, argv, locale)}\n`;
    return { kind: 'answer', locale, code: 2, stdout: '', stderr };
  }
  return invocation ?? { kind: 'answer', locale, code: 2, stdout: '', stderr: `${hint(program, argv, locale)}\n` };
}

interface Accept {
  readonly check: (options: Omit<CheckOptions, 'locale'>) => void;
  readonly summary: (options: SummaryOptions) => void;
  readonly other: (other: Other) => void;
}

type Add = (program: Command, say: Say, accept: Accept) => void;

const ADD: Readonly<Record<string, Add>> = {
  check: (program, say, { check }) => addCheck(program, say, check),
  summary: (program, say, { summary }) => addSummary(program, say, summary),
};
const ADD_OTHERS: Add = (program, say, { other }) => addOthers(program, say, other);

const NOWHERE: Accept = { check: () => {}, summary: () => {}, other: () => {} };

/**
 * All commands with their options, from which help, completion and the manual page are made.
 *
 * @param adds the commands, where not all are wanted
 */
export function completeProgram(
  locale: Locale,
  version: string,
  said: Said = { stdout: '', stderr: '' },
  accept: Accept = NOWHERE,
  adds: readonly Add[] = [...Object.values(ADD), ADD_OTHERS],
): Command {
  const say = sayIn(locale);
  const program = newProgram(locale, version, said);
  for (const add of adds) add(program, say, accept);
  for (const command of program.commands) command.addOption(langOption(say));
  return program;
}

/** What `--lang` says; it must be known before the first word of help is written. */
function languageIn(argv: readonly string[]): Locale | undefined {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.lastIndexOf('--lang');
  const given = at < 0 ? words.findLast((word) => word.startsWith('--lang='))?.slice('--lang='.length) : words[at + 1];
  return given === 'zh' || given === 'en' ? given : undefined;
}

/** Where the help of the command is that was meant. */
function hint({ commands }: Command, argv: readonly string[], locale: Locale): string {
  const name = commands.find((command) => argv.includes(command.name()))?.name();
  const help = `zfxxgk ${name === undefined ? '' : `${name} `}--help`;
  return sayIn(locale)(`用法见 ${help}`, `See ${help}`);
}

/** There is no such rule: which one may have been meant. */
export function noSuchRule(code: string, locale: Locale) {
  const say = sayIn(locale);
  const words = say(`没有规则“${code}”`, `no rule "${code}"`) + meant(similarTo(code, RULE_CODES), say);
  const hint = say('全部规则见 zfxxgk rules', 'See zfxxgk rules');
  return { kind: 'answer', code: 2, stdout: '', stderr: `${remark(words, locale)}${hint}\n` } as const;
}
