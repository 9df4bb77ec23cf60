import { type Invocation, readArguments } from './arguments.ts';
import { remark } from './locale.ts';
import type { ExitCode } from './result.ts';
import { type Circumstances, guard, type Io, write } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

/** Does what the arguments (those after the program's name) ask for. */
export async function run(
  argv: readonly string[],
  io: Io,
  signal?: AbortSignal,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ExitCode> {
  guard(io.stdout);
  guard(io.stderr);
  const invocation = readArguments(argv, VERSION, env);
  try {
    return await perform(invocation, { ...io, signal, locale: invocation.locale });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await write(io.stderr, remark(error.words[invocation.locale], invocation.locale));
    return 2;
  }
}

async function perform(invocation: Invocation, io: Circumstances): Promise<ExitCode> {
  switch (invocation.kind) {
    case 'check':
      if (invocation.options.watch) return (await import('./watch.ts')).watch(invocation.options, io);
      return (await import('./check-command.ts')).check(invocation.options, io);
    case 'summary':
      return (await import('./summary/command.ts')).summary(invocation.options, io);
    case 'text':
      return (await import('./print-text.ts')).printText(invocation.path, io);
    case 'annotate':
      return (await import('./annotate.ts')).annotate(invocation, io);
    case 'answer':
      await write(io.stdout, invocation.stdout);
      await write(io.stderr, invocation.stderr);
      return invocation.code;
    default:
      return (await import('./reference.ts')).printReference(invocation, io);
  }
}
