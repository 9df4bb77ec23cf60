import { NOTES } from '../import/wording.ts';
import { printableLines } from '../text/foreign.ts';
import { remark } from './locale.ts';
import { skipText } from './notices.ts';
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
  // For a program the text is what it is; a terminal would do what stands in it.
  const { text } = contents.decoded;
  await write(stdout, stdout.isTTY ? printableLines(text.replace(/\r\n?/g, '\n').replaceAll('\t', '  ')) : text);
  for (const note of contents.imported?.notes ?? [])
    await write(stderr, remark(`${source.path}${locale === 'zh' ? '：' : ': '}${NOTES[note][locale]}`, locale));
  return 0;
}
