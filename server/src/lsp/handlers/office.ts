import { analyse } from '../../checks/analysis.ts';
import type { Locale } from '../../checks/finding.ts';
import { toMarkdown } from '../../features/markdown.ts';
import { remarkOn } from '../../features/remarks.ts';
import type { DocumentDisk } from '../../files/disk.ts';
import type { ImportFormat } from '../../import/imported.ts';
import { isWord } from '../../import/names.ts';
import { judge } from '../../project/project.ts';
import { logFailure } from '../connection.ts';
import type { Server } from '../context.ts';
import { fileOf, isExtract } from '../office/address.ts';
import type { Office, ReadFile } from '../office/office.ts';

/** What the client asks of a file of an office suite, by its address (`file:`). */
export interface FileParams {
  readonly uri: string;
}

/** Replacements in the text that is shown of a file: UTF-16 offsets. */
export interface WriteParams extends FileParams {
  /** The text that they are meant for. */
  readonly text: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
}

/** Why something was not done, in words for people. */
export interface Failure {
  readonly failure: string;
}

export type ExtractResult =
  | { readonly text: string; readonly format: ImportFormat; readonly notes: readonly string[] }
  | Failure;
export type WriteResult = { readonly written: true } | Failure;
export type AnnotateResult = { readonly uri: string; readonly count: number } | Failure;
export type MarkdownResult = { readonly text: string } | Failure;

/** A file as it was read, and the disk that it lies on. */
interface OfficeFile extends ReadFile {
  readonly disk: DocumentDisk;
}

/** 检查此文件 and what goes with it: the text of a file, writing into it, its copy with comments, its text as Markdown. */
export function handleOffice(server: Server, office: Office | undefined): void {
  const { connection, client } = server;
  if (office) followFiles(server, office);
  const onFile = <Params extends FileParams, Result>(
    method: string,
    work: (file: OfficeFile, params: Params) => Promise<Result | Failure> | Result | Failure,
  ) => {
    connection.onRequest(method, async (params: Params): Promise<unknown> => {
      if (!office) return { failure: TEXTS_ONLY[client.locale] };
      const file = await office.read(fileOf(params.uri));
      if (!file) return { failure: GONE[client.locale] };
      const { part, result } = file;
      if (result.kind === 'failed') return { failure: part.FAILURES[result.reason][client.locale] };
      return work({ ...file, disk: office.disk }, params);
    });
  };
  onFile('zfxxgk/extract', ({ part, result }): ExtractResult => {
    if (result.kind === 'failed') return { failure: '' };
    return {
      text: result.text,
      format: result.format,
      notes: result.notes.map((note) => part.NOTES[note][client.locale]),
    };
  });
  onFile('zfxxgk/writeFix', (file, params: WriteParams) => writeFix(server, file, params));
  onFile('zfxxgk/annotate', (file, { uri }) => annotate(server, file, fileOf(uri)));
  onFile('zfxxgk/markdown', ({ result }, { uri }): MarkdownResult => {
    if (result.kind === 'failed') return { failure: '' };
    return { text: toMarkdown(result.text, analyse(result.text, { name: fileOf(uri) })?.report) };
  });
}

/** As long as the text of a file is shown the client is told whenever the file was saved. */
function followFiles({ connection, documents }: Server, { disk }: Office): void {
  const followed = new Map<string, () => void>();
  documents.onDidOpen(({ document: { uri } }) => {
    if (!isExtract(uri)) return;
    const tell = () => logFailure(connection, connection.sendNotification('zfxxgk/extractChanged', { uri }));
    followed.set(uri, disk.watch(fileOf(uri), tell));
  });
  documents.onDidClose(({ document: { uri } }) => {
    followed.get(uri)?.();
    followed.delete(uri);
  });
}

const TEXTS_ONLY = {
  zh: '浏览器里的编辑器只检查文本；Word、Excel、PDF 文件请用桌面版 VS Code 或命令行检查',
  en: 'an editor in a browser checks texts only; check Word, Excel and PDF files in VS Code on the desktop or on the command line',
} as const;
const GONE = { zh: '文件不在了', en: 'the file is gone' } as const;

async function writeFix({ client }: Server, file: OfficeFile, { uri, text, edits }: WriteParams): Promise<WriteResult> {
  const { locale } = client;
  const { disk, part, bytes, result } = file;
  const target = fileOf(uri);
  const lock = disk.lockOf(target);
  if (lock !== undefined) return { failure: openElsewhere(lock, locale) };
  if (result.kind === 'failed' || result.text !== text) return { failure: CHANGED[locale] };
  const wanted = edits.map(({ start, end, newText }) => ({ span: { start, end }, newText }));
  const edited = part.editDocx(bytes, wanted);
  if (edited.kind === 'refused') return { failure: part.REFUSALS[edited.reason][locale] };
  const refusal = edited.refusals.find((each) => each !== undefined);
  // A fix is made as a whole or not at all.
  if (refusal) return { failure: part.REFUSALS[refusal][locale] };
  try {
    const outcome = await disk.replace(target, bytes, edited.bytes);
    return outcome.kind === 'written' ? { written: true } : { failure: CHANGED[locale] };
  } catch (error) {
    return { failure: whyNot(error, locale) };
  }
}

async function annotate(
  { client, configuration }: Server,
  { disk, part, bytes, result }: OfficeFile,
  file: string,
): Promise<AnnotateResult> {
  const { locale } = client;
  if (result.kind === 'failed' || !isWord(file)) return { failure: NOT_WORD[locale] };
  const analysis = analyse(result.text, { name: file, always: true });
  if (!analysis) return { failure: NOT_WORD[locale] };
  const { shown } = judge(analysis, configuration.rulesFor(file));
  const remarks = shown.map((each) => remarkOn(analysis, each, locale));
  const copy = part.annotateDocx(bytes, remarks, new Date());
  if (copy.kind === 'refused') return { failure: part.REFUSALS[copy.reason][locale] };
  const dot = file.lastIndexOf('.');
  const uri = `${file.slice(0, dot)}${encodeURIComponent('-批注')}${file.slice(dot)}`;
  const before = await disk.readBytes(uri);
  const lock = disk.lockOf(uri);
  if (lock !== undefined) return { failure: openElsewhere(lock, locale) };
  const others = before ? part.commentsOnlyIn(before, bytes) : 0;
  if (others > 0) return { failure: OTHERS[locale](others) };
  try {
    await disk.write(uri, copy.bytes);
    return { uri, count: remarks.length };
  } catch (error) {
    return { failure: whyNot(error, locale) };
  }
}

const NOT_WORD = {
  zh: '批注只能写进 Word 文件（.docx、.docm）',
  en: 'comments can only be written into Word files (.docx, .docm)',
} as const;
const CHANGED = {
  zh: '文件已被改动，请等新的检查结果出来再改',
  en: 'the file has changed; wait for its new findings',
} as const;
const OTHERS = {
  zh: (count: number) => `批注文件里已有 ${count} 条别人的批注，没有覆盖；请先把它改名`,
  en: (count: number) =>
    `the annotated copy holds ${count} comments of other people and was left alone; rename it first`,
} as const;

function openElsewhere(lock: string, locale: Locale): string {
  return {
    zh: `文件正在 Word 或 WPS 中打开（旁边有 ${lock}），没有写入；请先关闭`,
    en: `the file is open in Word or WPS (${lock} lies beside it) and was not written; close it first`,
  }[locale];
}

function whyNot(error: unknown, locale: Locale): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return { zh: `没有写入（${code}）`, en: `it was not written (${code})` }[locale];
}
