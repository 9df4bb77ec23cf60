import { type Analysis, analyse } from '../../server/src/checks/analysis.ts';
import type { Locale } from '../../server/src/checks/finding.ts';
import { Buffer } from '../../server/src/files/browser-buffer.ts';
import { decode, encode } from '../../server/src/files/encoding.ts';
import { importFile } from '../../server/src/import/import.ts';
import { FAILURES, NOTES } from '../../server/src/import/wording.ts';
import { type Judged, judge, NO_PROJECT } from '../../server/src/project/project.ts';
import { drawReport } from '../../server/src/view/draw.ts';
import { fixOfButton, placeAt, spanOfPlace } from '../../server/src/view/places.ts';
import type { Answer, Opened, Question, Requests } from './messages.ts';

/** The engine of the page, in a worker: it reads, checks, draws and mends, and sends nothing anywhere. */

let analysis: Analysis | undefined;
let findings: readonly Judged[] = [];

type Work = {
  readonly [Kind in keyof Requests]: (
    value: Requests[Kind][0],
    locale: Locale,
  ) => Requests[Kind][1] | Promise<Requests[Kind][1]>;
};

const WORK: Work = {
  draw: ({ text, name }, locale) => {
    analysis = analyse(text, { name }, analysis);
    findings = analysis ? judge(analysis, NO_PROJECT).shown : [];
    return analysis && { elements: drawReport(analysis, findings, { locale, live: true }) };
  },
  place: (id) => analysis && spanOfPlace(analysis.report, findings, id),
  caret: (offset) => analysis && placeAt(analysis.report, offset),
  fix: (button, locale) => analysis && fixOfButton(analysis, findings, button, locale)?.edits,
  keep: (_, locale) =>
    analysis && {
      title: analysis.report.agency,
      html: drawReport(analysis, findings, { locale }).join('\n'),
    },
  open: ({ bytes, name }, locale) => open(bytes, name, locale),
  write: ({ text, writing }) => encode(text, writing),
};

async function open(bytes: Uint8Array, name: string, locale: Locale): Promise<Opened> {
  const imported = await importFile(bytes, name);
  if (imported?.kind === 'imported')
    return { text: imported.text, notes: imported.notes.map((note) => NOTES[note][locale]) };
  if (imported)
    return { failure: imported.reason === 'no-pdf-reader' ? NO_PDF[locale] : FAILURES[imported.reason][locale] };
  const decoded = decode(Buffer.from(bytes));
  if (decoded.kind !== 'text') return { failure: NO_TEXT[locale] };
  const { text, encoding, bom } = decoded;
  return { text, writing: { encoding, bom }, notes: [] };
}

const NO_PDF = {
  zh: '这个网页不读 PDF；请用命令行程序或 VS Code 扩展检查，或打开它的 Word 原稿',
  en: 'this page reads no PDF; use the command line or the VS Code extension, or open the Word document',
} as const;

const NO_TEXT = { zh: '不是文本，或编码无法识别', en: 'no text, or in an unknown encoding' } as const;

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { id, kind, value, locale } = data;
  const answer = (message: Omit<Answer, 'id'>) => self.postMessage({ id, ...message });
  try {
    answer({ value: await (WORK[kind] as (value: unknown, locale: Locale) => unknown)(value, locale) });
  } catch (error) {
    answer({ error: String(error) });
  }
});
