import { NOTES } from './office-file.ts';
import { readSource } from './read.ts';
import type { ExitCode } from './result.ts';
import { fileSource, stdinSource } from './sources.ts';
import { type Io, write } from './terminal.ts';
import { skipText } from './text-format.ts';

/** `zfxxgk text FILE`: the text that is checked of a file, whatever it is; the line numbers of findings refer to it. */
export async function printText(path: string, { stdin, stdout, stderr }: Io): Promise<ExitCode> {
  const source = path === '-' ? stdinSource(undefined) : fileSource(path, true);
  const contents = await readSource(source, stdin);
  if (contents.kind === 'skipped') {
    await write(stderr, `zfxxgk：${skipText(contents)}\n`);
    return 2;
  }
  await write(stdout, contents.decoded.text);
  for (const note of contents.imported?.notes ?? []) await write(stderr, `zfxxgk：${source.path}：${NOTES[note]}\n`);
  return 0;
}
