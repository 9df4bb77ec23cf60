import { jsonText, printableLines } from '../text/foreign.ts';
import type { CheckOptions, Format } from './check-arguments.ts';
import { skippedJson } from './json-format.ts';
import type { Locale } from './locale.ts';
import { tallyText, timeText } from './notices.ts';
import { type Checked, EMPTY_TALLY, type Result, type Skipped, type Tally, tallied } from './result.ts';
import { type Circumstances, type Output, type Terminal, terminalOf, write } from './terminal.ts';
import { changesText, dismissedText, explanationText, reportText } from './text-format.ts';

/** Prints results as they come, so that none is kept, and counts them. */
export type Printer = (
  results: AsyncIterable<Result>,
  out: Output,
  io: Pick<Circumstances, 'stderr' | 'locale'>,
  options: CheckOptions,
) => Promise<Tally>;

/** The printer of a format. Those that bring a package along are loaded only when they are asked for. */
export async function printerOf({ format, explain }: CheckOptions): Promise<Printer> {
  return explain && format === 'text' ? printExplanation : LOADERS[format]();
}

const LOADERS: Readonly<Record<Format, () => Promise<Printer> | Printer>> = {
  text: () => printText,
  json: () => printJson,
  sarif: async () => (await import('./sarif-format.ts')).printSarif,
  github: async () => (await import('./github-format.ts')).printGithub,
  gitlab: async () => (await import('./gitlab-format.ts')).printGitlab,
  junit: async () => (await import('./junit-format.ts')).printJunit,
  csv: async () => (await import('./csv-format.ts')).printCsv,
  html: async () => (await import('./html-format.ts')).printHtml,
};

/** Of a dry run the changes alone, which `patch` can read. */
async function resultText(result: Checked, terminal: Terminal, locale: Locale): Promise<string> {
  if (result.diff !== undefined) return result.diff;
  return changesText(result, locale) + (await reportText(result, terminal, locale)) + dismissedText(result, locale);
}

/** Prints each report with its findings, and their number below. */
const printText: Printer = async (results, out, { stderr }, { quiet, locale, color, dryRun }) => {
  const terminal = terminalOf(out, color);
  const began = performance.now();
  let tally = EMPTY_TALLY;
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind !== 'report') continue;
    const text = await resultText(result, terminal, locale);
    await write(out, result.diff !== undefined && out.isTTY ? printableLines(text) : text);
  }
  // The time is for people: whatever else reads this is to get the same bytes every time.
  const time =
    out.isTTY === true ? `${locale === 'zh' ? '；' : '; '}${timeText(performance.now() - began, locale)}` : '';
  if (!quiet) await write(dryRun ? stderr : out, `${tallyText(tally, locale, dryRun)}${time}\n`);
  return tally;
};

/** Prints how each report was read. */
const printExplanation: Printer = async (results, out) => {
  let tally = EMPTY_TALLY;
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind === 'report') await write(out, explanationText(result));
  }
  return tally;
};

/** Prints one object; what was changed is told beside it, unless the object itself stands there. */
const printJson: Printer = async (results, out, { stderr, locale }) => {
  const skipped: Skipped[] = [];
  let tally = EMPTY_TALLY;
  await write(out, '{"version":1,"reports":[');
  for await (const result of results) {
    if (result.kind === 'skipped') skipped.push(result);
    else await write(out, `${tally.reports > 0 ? ',' : ''}${jsonText(explained(result))}`);
    if (result.kind === 'report' && out !== stderr) await write(stderr, changesText(result, locale));
    tally = tallied(tally, result);
  }
  await write(out, `],"skipped":${jsonText(skipped.map(skippedJson))}}\n`);
  return tally;
};

/** The report, with how it was read where that was asked for. */
function explained({ report, explanation }: Checked): object {
  return explanation === undefined ? report : { ...report, explanation };
}
