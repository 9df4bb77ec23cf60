import { completeProgram, type Invocation, noSuchRule } from './arguments.ts';
import { completionScript } from './completion.ts';
import { sayIn } from './locale.ts';
import { manualPage } from './manual.ts';
import type { ExitCode } from './result.ts';
import { rulePageOf, rulesJson, rulesText } from './rules-command.ts';
import { type Circumstances, terminalOf, write } from './terminal.ts';
import { VERSION } from './version.ts';

type Reference = Extract<Invocation, { kind: 'rules' | 'rule' | 'completion' | 'man' }>;

/** The commands that tell of the program itself. */
export async function printReference(asked: Reference, { stdout, stderr }: Circumstances): Promise<ExitCode> {
  const { locale } = asked;
  const answer = textOf(asked, terminalOf(stdout, asked.kind === 'rules' ? asked.color : undefined));
  if (answer === undefined && asked.kind === 'rule') {
    await write(stderr, noSuchRule(asked.code, locale).stderr);
    return 2;
  }
  await write(stdout, answer ?? '');
  return 0;
}

/** Undefined when there is no such rule. */
function textOf(asked: Reference, terminal: ReturnType<typeof terminalOf>): string | undefined {
  const { locale } = asked;
  switch (asked.kind) {
    case 'rules':
      return asked.format === 'json' ? rulesJson(locale) : rulesText(terminal, locale);
    case 'rule':
      return rulePageOf(asked.code, locale);
    case 'completion':
      return completionScript(completeProgram(locale, VERSION), asked.shell);
    case 'man':
      return manualPage(completeProgram(locale, VERSION), VERSION, sayIn(locale));
  }
}
