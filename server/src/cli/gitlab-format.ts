import { jsonText } from '../text/foreign.ts';
import type { CheckOptions } from './check-arguments.ts';
import type { Diagnostic } from './json-format.ts';
import type { Locale } from './locale.ts';
import { pathFrom } from './projects.ts';
import { EMPTY_TALLY, type Result, type Source, type Tally, tallied } from './result.ts';
import { placedMessage } from './source-place.ts';
import { type Circumstances, type Output, write } from './terminal.ts';
import { changesText } from './text-format.ts';

/** GitLab's words, by LSP's severities. */
const SEVERITIES = { 1: 'major', 2: 'minor', 3: 'info', 4: 'info' } as const;

/**
 * Prints a Code Quality report (GitLab CI, `artifacts:reports:codequality`): a list with an object for every finding,
 * whose fingerprint is the same in every run.
 */
export async function printGitlab(
  results: AsyncIterable<Result>,
  out: Output,
  { stderr, locale }: Pick<Circumstances, 'stderr' | 'locale'>,
  _options: CheckOptions,
): Promise<Tally> {
  let tally = EMPTY_TALLY;
  let comma = '\n';
  await write(out, '[');
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind !== 'report') continue;
    if (out !== stderr) await write(stderr, changesText(result, locale));
    let text = '';
    for (const found of result.report.diagnostics) {
      text += comma + jsonText(issueOf(result.source, found, locale));
      comma = ',\n';
    }
    await write(out, text);
  }
  await write(out, '\n]\n');
  return tally;
}

function issueOf(source: Source, found: Diagnostic, locale: Locale) {
  const {
    code,
    severity,
    fingerprint = '',
    range: { start, end },
  } = found;
  const path = pathFrom('.', source) ?? source.path;
  return {
    type: 'issue',
    description: placedMessage(found, locale),
    check_name: code,
    // The same slip in two files is two findings, and GitLab takes one of each fingerprint.
    fingerprint: `${fingerprint}:${path}`,
    severity: SEVERITIES[severity],
    categories: ['Bug Risk'],
    location: {
      path,
      lines: { begin: start.line + 1, end: end.line + 1 },
      positions: {
        begin: { line: start.line + 1, column: start.character + 1 },
        end: { line: end.line + 1, column: end.character + 1 },
      },
    },
  };
}
