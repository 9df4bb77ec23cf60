import { Command, type CommanderError } from 'commander';
import type { Say } from './locale.ts';

/** Two options of which the first needs the second. */
export const NO_BASELINE = 'commander.zfxxgk.noBaseline';
export const NO_FIX = 'commander.zfxxgk.noFix';

/** What is wrong with the arguments, in words. Commander names what it is about between the first quotation marks. */
export function complaint({ code, message }: CommanderError, say: Say): string {
  const about = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return say(`没有命令“${about}”`, `unknown command "${about}"`) + meant(suggestions(message), say);
    case 'commander.unknownOption':
      return say(`没有选项“${about}”`, `unknown option "${about}"`) + meant(suggestions(message), say);
    case 'commander.missingArgument':
      return about === '路径' || about === 'path'
        ? say('没有给出要检查的文件或文件夹', 'no file or folder given')
        : say(`没有给出${about}`, `no ${about} given`);
    case 'commander.excessArguments':
      return say('参数太多', 'too many arguments');
    case 'commander.optionMissingArgument':
      return say(`选项“${about}”缺少值`, `option "${about}" needs a value`);
    case 'commander.conflictingOption':
      return conflict(message, say);
    case 'commander.invalidArgument':
      return invalid(about, message, say);
    case NO_FIX:
      return say('--dry-run 要与 --fix 一起使用', '--dry-run needs --fix');
    case NO_BASELINE:
      return say('--update-baseline 要与 --baseline <文件> 一起使用', '--update-baseline needs --baseline <file>');
    default:
      return message.replace(/^error: /, '');
  }
}

/** `；是不是 --fix？`, when there is something to suggest. */
export function meant(similar: readonly string[], say: Say): string {
  if (similar.length === 0) return '';
  return say(`；是不是 ${similar.join('、')}？`, `; did you mean ${similar.join(', ')}?`);
}

/** Those of some words that are like one that was mistyped: commander knows of its commands, so they become commands. */
export function similarTo(word: string, words: readonly string[]): readonly string[] {
  const program = new Command().exitOverride().configureOutput({ outputError: () => {} });
  for (const each of words) program.command(each);
  try {
    program.parse([word.startsWith('-') ? ` ${word}` : word], { from: 'user' });
    return [];
  } catch (error) {
    return suggestions((error as CommanderError).message);
  }
}

function suggestions(message: string): readonly string[] {
  const [, found] = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message) ?? [];
  return found === undefined ? [] : found.split(', ');
}

/** `error: option '--fix' cannot be used with option '--watch'` */
function conflict(message: string, say: Say): string {
  const [one = '', other = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, flags = '']) => flags);
  return say(`选项“${one}”不能与“${other}”一起使用`, `option "${one}" cannot be used with "${other}"`);
}

/** What commander says of the values that an option may have, in our words. */
function invalid(about: string, message: string, say: Say): string {
  const choices = /Allowed choices are ([^.]*)\./.exec(message)?.[1]?.split(', ');
  if (choices === undefined) {
    const why = message.replace(/^[\s\S]*? is invalid\. /, '');
    return say(`选项“${about}”的值${why}`, `the value of "${about}" ${why}`);
  }
  const given = / argument '([^']*)' is invalid/.exec(message)?.[1] ?? '';
  return (
    say(
      `选项“${about}”的值只能是 ${choices.join('、')} 之一`,
      `the value of "${about}" must be one of ${choices.join(', ')}`,
    ) + meant(similarTo(given, choices), say)
  );
}
