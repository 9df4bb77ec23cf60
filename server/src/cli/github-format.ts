import { printable } from '../text/foreign.ts';
import type { CheckOptions } from './check-arguments.ts';
import type { Diagnostic } from './json-format.ts';
import type { Locale } from './locale.ts';
import { noticeText, tallyText } from './notices.ts';
import { pathFrom } from './projects.ts';
import { type Checked, EMPTY_TALLY, isFailure, type Result, type Tally, tallied } from './result.ts';
import { ruleTitle } from './rule-texts.ts';
import type { Source } from './source.ts';
import { placedMessage } from './source-place.ts';
import { type Circumstances, type Output, write } from './terminal.ts';
import { changesText } from './text-format.ts';

const COMMANDS = ['error', 'warning', 'notice', 'notice'] as const;

/** Prints workflow commands, which GitHub Actions shows as annotations in the files, and the summary below them. */
export async function printGithub(
  results: AsyncIterable<Result>,
  out: Output,
  { stderr, locale: spoken }: Pick<Circumstances, 'stderr' | 'locale'>,
  { locale }: Pick<CheckOptions, 'locale'>,
): Promise<Tally> {
  let tally = EMPTY_TALLY;
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind === 'report') {
      if (out !== stderr) await write(stderr, changesText(result, spoken));
      await write(out, annotations(result, locale));
    } else if (isFailure(result)) {
      const message = noticeText(result, locale) ?? '';
      await write(out, `${command('error', { file: fileOf(result.source) }, message)}\n`);
    }
  }
  await write(out, `${tallyText(tally, locale)}\n`);
  return tally;
}

/** The findings of a report, a line each. */
export function annotations({ source, report }: Pick<Checked, 'source' | 'report'>, locale: Locale): string {
  return report.diagnostics.map((found) => `${annotation(source, found, locale)}\n`).join('');
}

function annotation(source: Source, found: Diagnostic, locale: Locale): string {
  const {
    code,
    severity,
    range: { start, end },
  } = found;
  // GitHub refuses columns that are on different lines.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const place = { file: fileOf(source), line: start.line + 1, endLine: end.line + 1, ...columns };
  const title = `${ruleTitle(code, locale)} (${code})`;
  return command(COMMANDS[severity - 1] ?? 'notice', { ...place, title }, placedMessage(found, locale));
}

/** Relative to the folder that the command runs in, which in a workflow is the checked-out repository. */
function fileOf(source: Source): string {
  const path = pathFrom('.', source);
  return path === undefined || path.startsWith('../') ? source.path : path;
}

/** `::error file=a.txt,line=1::message`, escaped as GitHub's own toolkit does. */
function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(printable(String(value)))}`,
  );
  return `::${name} ${written.join(',')}::${escapeData(printable(message))}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
