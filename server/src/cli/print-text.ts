import { remark } from './locale.ts';
import { skipText } from './notices.ts';
import { NOTES } from './office-file.ts';
import { printable } from './printable.ts';
import { readSource } from './read.ts';
import type { ExitCode } from './result.ts';
import { fileSource, stdinSource } from './sources.ts';
import { type Circumstances, write } from './terminal.ts';

/** `zfxxgk text FILE`: the text that is checked of a file, whatever it is; the line numbers of findings refer to it. */
export async function printText(path: string, { stdin, stdout, stderr, locale }: Circumstances): Promise<ExitCode> {
  const source = path === '-' ? stdinSource(undefined) : fileSource(path, true);
  const contents = await readSource(source, stdin);
  if (contents.kind === 'skipped') {
    await write(stderr, remark(skipText(contents, locale), locale));
    return 2;
  }
  await write(stdout, contents.decoded.text);
  for (const note of contents.imported?.notes ?? [])
    await write(
      stderr,
      remark(`${printable(source.path)}${locale === 'zh' ? '：' : ': '}${NOTES[note][locale]}`, locale),
    );
  return 0;
}
