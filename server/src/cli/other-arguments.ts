import { Argument, type Command, Option } from 'commander';
import type { Say } from './locale.ts';
import { colorOptions } from './options.ts';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** What the small commands are asked to do. */
export type Other =
  | { readonly kind: 'text'; readonly path: string }
  | { readonly kind: 'annotate'; readonly path: string; readonly output: string | undefined }
  | { readonly kind: 'rules'; readonly format: 'text' | 'json'; readonly color?: boolean }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'completion'; readonly shell: Shell }
  | { readonly kind: 'man' };

export function addOthers(program: Command, say: Say, accept: (other: Other) => void): void {
  addText(program, say, accept);
  addAnnotate(program, say, accept);
  addRules(program, say, accept);
  program
    .command('completion')
    .summary(say('命令行补全', 'shell completion'))
    .description(
      say(
        '输出补全脚本：命令、选项和规则名按 Tab 补全',
        'Prints a script that completes commands, options and rules on Tab',
      ),
    )
    .usage('<shell>')
    .addArgument(new Argument('<shell>', 'bash、zsh、fish、powershell').choices(SHELLS))
    .addHelpText('after', `\n${HOW_TO_COMPLETE}`)
    .action((shell: Shell) => accept({ kind: 'completion', shell }));
  program
    .command('man')
    .summary(say('手册页', 'manual page'))
    .description(say('输出手册页（man）的源文件', 'Prints the manual page in its source form (man)'))
    .usage(' ')
    .addHelpText('after', '\nzfxxgk man > zfxxgk.1 && man ./zfxxgk.1')
    .action(() => accept({ kind: 'man' }));
}

function addText(program: Command, say: Say, accept: (other: Other) => void): void {
  program
    .command('text')
    .summary(say('显示读出的文字', 'print the text that is checked'))
    .description(
      say(
        '显示从 Word、Excel、PDF 文件中读出的文字，检查结果中的行号按它计',
        'Prints the text of a Word, Excel or PDF file, to which line numbers refer',
      ),
    )
    .usage(say('<文件>', '<file>'))
    .argument(say('<文件>', '<file>'), say('要读的文件；- 为标准输入', 'a file, or - for standard input'))
    .addHelpText('after', `\n${say('退出码：0  完成；2  无法读取', 'Exit code: 0  done; 2  unreadable')}`)
    .action((path: string) => accept({ kind: 'text', path }));
}

function addAnnotate(program: Command, say: Say, accept: (other: Other) => void): void {
  program
    .command('annotate')
    .summary(say('把检查结果写成 Word 批注', 'write the findings as Word comments'))
    .description(
      say(
        '另存一份 Word 文件，把每个问题写成批注；再次运行只更换自己的批注，保留别人的',
        'Writes a copy of a Word file with each finding as a comment; run again, it replaces only its own comments',
      ),
    )
    .usage(say('[选项] <文件>', '[options] <file>'))
    .argument(say('<文件>', '<file>'), say('要检查的 Word 文件', 'the Word file to check'))
    .option(
      say('-o, --output <文件>', '-o, --output <file>'),
      say('写到这个文件，默认在文件名后加“-批注”', 'where to write; by default beside it, its name with -批注'),
    )
    .addHelpText(
      'after',
      `\n${say('退出码：0  完成；2  无法读取或写入', 'Exit code: 0  done; 2  unreadable or unwritable')}`,
    )
    .action((path: string, { output }: { output?: string }) => accept({ kind: 'annotate', path, output }));
}

function addRules(program: Command, say: Say, accept: (other: Other) => void): void {
  const rules = program
    .command('rules')
    .summary(say('列出全部规则', 'list all rules'))
    .description(say('列出全部规则和级别', 'Lists all rules with their levels'))
    .usage(say('[选项]', '[options]'))
    .addOption(
      new Option(say('--format <格式>', '--format <format>'), say('输出 text（默认）或 json', 'text (default) or json'))
        .choices(['text', 'json'])
        .default('text'),
    );
  for (const option of colorOptions(say)) rules.addOption(option);
  rules.action((given: { format: 'text' | 'json'; color?: boolean }) => accept({ kind: 'rules', ...given }));
  program
    .command('rule')
    .summary(say('一条规则的说明', 'the page of a rule'))
    .description(
      say(
        '显示一条规则的说明：什么时候提示、为什么、怎么改',
        'Prints the page of a rule: when it strikes, why, what to do',
      ),
    )
    .usage(say('<规则>', '<code>'))
    .argument(say('<规则>', '<code>'), say('规则代码，如 row-total', 'the code of a rule, such as row-total'))
    .action((code: string) => accept({ kind: 'rule', code }));
}

const HOW_TO_COMPLETE = `bash:        source <(zfxxgk completion bash)        # ~/.bashrc
zsh:         source <(zfxxgk completion zsh)         # ~/.zshrc
fish:        zfxxgk completion fish | source         # ~/.config/fish/config.fish
PowerShell:  zfxxgk completion powershell | Out-String | Invoke-Expression   # $PROFILE`;
