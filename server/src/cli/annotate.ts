import { existsSync, readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { analyse } from '../checks/analysis.ts';
import { remarkOn } from '../features/remarks.ts';
import { lockFileOf } from '../files/lock-file.ts';
import { writeWhole } from '../files/write-whole.ts';
import { annotateDocx } from '../import/annotate-docx.ts';
import { commentsOnlyIn } from '../import/comment-package.ts';
import { isWord } from '../import/names.ts';
import { REFUSALS } from '../import/wording.ts';
import { judge, NO_PROJECT } from '../project/project.ts';
import { printable } from '../text/foreign.ts';
import { openElsewhere } from './fix-office.ts';
import { remark, sayIn } from './locale.ts';
import { skipText } from './notices.ts';
import { inProjects } from './projects.ts';
import { readSource } from './read.ts';
import type { ExitCode, Source } from './result.ts';
import { fileSource } from './sources.ts';
import { systemError, type Words } from './system-error.ts';
import { type Circumstances, write } from './terminal.ts';

/** `zfxxgk annotate FILE -o OUT`: a copy of a Word document in which every finding is a comment at its place. */
export async function annotate(
  { path, output }: { readonly path: string; readonly output: string | undefined },
  io: Circumstances,
): Promise<ExitCode> {
  const { stdout, stderr, locale } = io;
  const to = output ?? `${path.slice(0, path.length - extname(path).length)}-批注${extname(path)}`;
  const complain = (words: string) => write(stderr, remark(words, locale));
  const [source] = (await inProjects([fileSource(path, true)], { rules: {} }, { complain, locale })) as [Source];
  const outcome = await annotated(source, to, io);
  if ('failure' in outcome) {
    await complain(outcome.failure);
    return 2;
  }
  const say = sayIn(locale);
  await write(stdout, `${printable(to)}${say(`：${outcome.count} 条批注`, `: ${outcome.count} comments`)}\n`);
  return 0;
}

async function annotated(
  source: Source,
  to: string,
  { stdin, locale }: Circumstances,
): Promise<{ readonly count: number } | { readonly failure: string }> {
  const fail = (place: string, why: Words) => ({
    failure: `${printable(place)}${locale === 'zh' ? '：' : ': '}${why[locale]}`,
  });
  if (!isWord(source.path) || !isWord(to)) return fail(isWord(source.path) ? to : source.path, NOT_WORD);
  const contents = await readSource(source, stdin);
  if (contents.kind === 'skipped') return { failure: skipText(contents, locale) };
  const analysis = analyse(contents.decoded.text, { name: source.path });
  if (!analysis) return { failure: skipText({ kind: 'skipped', source, reason: 'not-a-report' }, locale) };
  const { shown } = judge(analysis, source.project ?? NO_PROJECT);
  const remarks = shown.map((each) => remarkOn(analysis, each, locale));
  const copy = annotateDocx(contents.bytes, remarks, new Date());
  if (copy.kind === 'refused') return fail(source.path, REFUSALS[copy.reason]);
  const hindrance = whyNotWritten(to, source.path, contents.bytes);
  if (hindrance) return fail(to, hindrance);
  try {
    await writeWhole(to, copy.bytes);
    return { count: remarks.length };
  } catch (error) {
    const why = systemError(error);
    return fail(to, { zh: `没有写入（${why.zh}）`, en: `was not written (${why.en})` });
  }
}

const NOT_WORD: Words = {
  zh: '批注只能写进 Word 文件（.docx、.docm）',
  en: 'comments can only be written into Word files (.docx, .docm)',
};

/** A copy that is open, or in which people have written comments that the original lacks, is not put aside. */
function whyNotWritten(to: string, from: string, bytes: Uint8Array): Words | undefined {
  const lock = lockFileOf(to);
  if (lock !== undefined) return openElsewhere(lock);
  if (!existsSync(to) || resolve(to) === resolve(from)) return undefined;
  const others = commentsOnlyIn(readFileSync(to), bytes);
  if (others === 0) return undefined;
  return {
    zh: `已有 ${others} 条别人的批注，没有覆盖；要保留它们，请对它运行 annotate，或另写一个文件名`,
    en: `holds ${others} comments of other people and was left alone; annotate it instead, or give another name`,
  };
}
