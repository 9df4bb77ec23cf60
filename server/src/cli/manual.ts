import type { Command, Option } from 'commander';
import type { Say } from './locale.ts';

/** The manual page of a program, in man(7): what its help says, command by command. */
export function manualPage(program: Command, version: string, say: Say): string {
  const name = program.name();
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}"`,
    // Neither stretched lines nor hyphens: between Chinese characters there is no room for either.
    '.ad l',
    '.nh',
    `.SH ${say('名称', 'NAME')}`,
    `${name} \\- ${roff(program.description())}`,
    `.SH ${say('用法', 'SYNOPSIS')}`,
    ...program.commands.flatMap((command) => [
      '.br',
      `\\fB${name} ${command.name()}\\fR ${roff(command.usage().trim())}`,
    ]),
    `.SH ${say('选项', 'OPTIONS')}`,
    ...program.options.flatMap(option),
    `.SH ${say('命令', 'COMMANDS')}`,
    ...program.commands.flatMap((command) => commandLines(command, say)),
    '',
  ].join('\n');
}

function commandLines(command: Command, say: Say): string[] {
  const help = command.createHelp();
  const values = command.registeredArguments.flatMap((each) => [
    '.TP',
    `\\fI${roff(each.name())}\\fR`,
    roff(each.description),
  ]);
  return [
    `.SS ${roff(`${command.name()} ${command.usage()}`.trim())}`,
    roff(command.description()),
    ...values,
    ...help.visibleOptions(command).flatMap(option),
    ...after(command, say),
  ];
}

function option({ flags, description }: Option): string[] {
  return ['.TP', `\\fB${roff(flags)}\\fR`, roff(description)];
}

/** What stands below the options in the help: the exit codes and the like. */
function after(command: Command, _say: Say): string[] {
  let text = '';
  const say = { writeOut: (part: string) => (text += part) };
  const before = command.helpInformation();
  command.configureOutput(say);
  command.outputHelp();
  const rest = text.slice(text.indexOf(before) + before.length).trim();
  return rest === '' ? [] : ['.PP', '.nf', ...rest.split('\n').map(roff), '.fi'];
}

/** A line of text: what man(7) would take for a request or an escape is none. */
function roff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}
