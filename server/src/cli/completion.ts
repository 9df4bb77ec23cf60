import type { Argument, Command, Option } from 'commander';
import { RULE_CODES } from '../checks/rules/index.ts';
import type { Shell } from './other-arguments.ts';

/** A command as the shells need to know it. */
interface Words {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly Flag[];
  /** What may stand for its argument; none: a file. */
  readonly values: readonly string[];
}

interface Flag {
  readonly names: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** The values that it may have; none: a file, or anything. */
  readonly values: readonly string[];
}

/** A script for the shell that completes the commands of a program, their options and values, and files. */
export function completionScript(program: Command, shell: Shell): string {
  return SCRIPTS[shell](program.commands.map(wordsOf));
}

function wordsOf(command: Command): Words {
  return {
    name: command.name(),
    summary: command.summary(),
    options: command.createHelp().visibleOptions(command).map(flagOf),
    values:
      command.name() === 'rule'
        ? RULE_CODES
        : ((command.registeredArguments[0] as Argument | undefined)?.argChoices ?? []),
  };
}

function flagOf({ long, short, description, argChoices, required }: Option): Flag {
  const isRule = long === '--rule';
  return {
    names: [long, short].filter((flag): flag is string => typeof flag === 'string'),
    description,
    takesValue: required,
    values: isRule ? RULE_CODES.map((code) => `${code}=`) : (argChoices ?? []),
  };
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Words[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

const names = (commands: readonly Words[]) => commands.map(({ name }) => name).join(' ');
const flags = ({ options }: Words) => options.flatMap((option) => option.names).join(' ');
const withValues = ({ options }: Words) => options.filter(({ values }) => values.length > 0);
const withFiles = ({ options }: Words) => options.filter(({ takesValue, values }) => takesValue && values.length === 0);

function bashScript(commands: readonly Words[]): string {
  const cases = commands.map((command) => {
    const values = withValues(command).map(
      ({ names: [flag], values: words }) => `      ${flag}) words="${words.join(' ')}" ;;`,
    );
    const files = withFiles(command).flatMap((option) => option.names);
    return `    ${command.name})
      case "$before" in
${values.join('\n')}
${files.length > 0 ? `      ${files.join('|')}) words= ;;\n` : ''}      *) case "$word" in -*) words="${flags(command)}" ;; *) words="${command.values.join(' ')}" ;; esac ;;
      esac ;;`;
  });
  return `# bash completion for zfxxgk
_zfxxgk() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names(commands)} --help --version"
  else
    case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o bashdefault -o default -F _zfxxgk zfxxgk
`;
}

/** For zsh: between single quotes, and without what \`_arguments\` and \`_describe\` take for their own. */
const zshText = (text: string) => text.replaceAll("'", "'\\\\''").replace(/[[\]:]/g, ' ');

function zshScript(commands: readonly Words[]): string {
  const described = commands.map(({ name, summary }) => `'${name}:${zshText(summary)}'`);
  const cases = commands.map((command) => {
    const specs = command.options.flatMap(({ names: all, description, takesValue, values }) =>
      all.map((flag) => {
        const value = values.length > 0 ? `:value:(${values.join(' ')})` : ':value:_files';
        return `'*${flag}[${zshText(description)}]${takesValue ? value : ''}'`;
      }),
    );
    const rest = command.values.length > 0 ? `'*:value:(${command.values.join(' ')})'` : "'*:file:_files'";
    return `      ${command.name}) _arguments ${[...specs, rest].join(' ')} ;;`;
  });
  return `#compdef zfxxgk
_zfxxgk() {
  if (( CURRENT == 2 )); then
    local -a commands=(${described.join(' ')})
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _zfxxgk zfxxgk
`;
}

const fishText = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

function fishScript(commands: readonly Words[]): string {
  const lines = commands.flatMap((command) => {
    const here = `complete -c zfxxgk -n '__fish_seen_subcommand_from ${command.name}'`;
    const options = command.options.map(({ names: all, description, takesValue, values }) => {
      const words = all.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
      const value = values.length > 0 ? ` -xa '${values.join(' ')}'` : takesValue ? ' -r' : '';
      return `${here} ${words.join(' ')}${value} -d ${fishText(description)}`;
    });
    const values = command.values.length > 0 ? [`${here} -f -a '${command.values.join(' ')}'`] : [];
    const name = `complete -c zfxxgk -f -n __fish_use_subcommand -a ${command.name} -d ${fishText(command.summary)}`;
    return [name, ...options, ...values];
  });
  return `# fish completion for zfxxgk\n${lines.join('\n')}\n`;
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ');

function powershellScript(commands: readonly Words[]): string {
  const tables = commands.map((command) => {
    const values = withValues(command).map(
      ({ names: [flag = ''], values: words }) => `'${flag}' = @(${quoted(words)})`,
    );
    const all = command.options.flatMap((option) => option.names);
    return `    '${command.name}' = @{ options = @(${quoted(all)}); arguments = @(${quoted(command.values)}); values = @{ ${values.join('; ')} } }`;
  });
  return `# PowerShell completion for zfxxgk
Register-ArgumentCompleter -Native -CommandName zfxxgk -ScriptBlock {
  param($word, $ast, $cursor)
  $commands = @{
${tables.join('\n')}
  }
  $given = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -ne '') { $given = @($given | Select-Object -SkipLast 1) }
  if ($given.Count -lt 2) { $words = @(${quoted([...commands.map(({ name }) => name), '--help', '--version'])}) }
  else {
    $command = $commands[$given[1]]
    $before = $given[$given.Count - 1]
    if ($command -eq $null) { $words = @() }
    elseif ($command.values.ContainsKey($before)) { $words = $command.values[$before] }
    elseif ($word.StartsWith('-')) { $words = $command.options }
    else { $words = $command.arguments }
  }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
