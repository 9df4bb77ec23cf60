import { xmlText } from '../text/foreign.ts';
import type { CheckOptions } from './check-arguments.ts';
import type { Diagnostic } from './json-format.ts';
import type { Locale } from './locale.ts';
import { skipText } from './notices.ts';
import { type Checked, EMPTY_TALLY, isFailure, type Result, type Skipped, type Tally, tallied } from './result.ts';
import { severityLook } from './severity-words.ts';
import { placeText } from './source-place.ts';
import { type Circumstances, type Output, write } from './terminal.ts';
import { changesText } from './text-format.ts';

/**
 * Prints JUnit's XML, which most CI servers show: a suite for each report, a failed case for each error or warning. What
 * is only information does not fail: it stands in the output of a case that passes.
 */
export async function printJunit(
  results: AsyncIterable<Result>,
  out: Output,
  { stderr, locale: spoken }: Pick<Circumstances, 'stderr' | 'locale'>,
  { locale }: Pick<CheckOptions, 'locale'>,
): Promise<Tally> {
  let tally = EMPTY_TALLY;
  await write(out, '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="zfxxgk">\n');
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind === 'skipped') await write(out, skippedSuite(result, locale));
    else {
      if (out !== stderr) await write(stderr, changesText(result, spoken));
      await write(out, reportSuite(result, locale));
    }
  }
  await write(out, '</testsuites>\n');
  return tally;
}

function reportSuite({ report: { path, diagnostics } }: Checked, locale: Locale): string {
  const failed = diagnostics.filter(({ severity }) => severity <= 2).length;
  const cases = diagnostics.map((found) => findingCase(path, found, locale));
  return suite(
    path,
    cases.length > 0 ? cases : [`    <testcase${attributes({ name: path, classname: path })}/>\n`],
    failed,
    0,
  );
}

function findingCase(path: string, found: Diagnostic, locale: Locale): string {
  const { code, severity, message } = found;
  const place = placeText(found, locale);
  const head = `    <testcase${attributes({ name: `${code} ${place}`, classname: path })}>`;
  const words = `${path}:${place} ${severityLook(severity, locale).word} ${message}`;
  if (severity > 2) return `${head}<system-out>${xmlText(words)}</system-out></testcase>\n`;
  const type = severity === 1 ? 'error' : 'warning';
  return `${head}<failure${attributes({ type, message })}>${xmlText(words)}</failure></testcase>\n`;
}

/** A file that could not be read is an error; one that is no report is a skipped case. */
function skippedSuite(skipped: Skipped, locale: Locale): string {
  const { path } = skipped.source;
  const failure = isFailure(skipped);
  const outcome = `<${failure ? 'error' : 'skipped'}${attributes({ message: skipText(skipped, locale) })}/>`;
  return suite(
    path,
    [`    <testcase${attributes({ name: path, classname: path })}>${outcome}</testcase>\n`],
    0,
    failure ? 1 : 0,
    failure ? 0 : 1,
  );
}

function suite(name: string, cases: readonly string[], failures: number, errors: number, skipped = 0): string {
  const counts = { tests: cases.length, failures, errors, skipped };
  return `  <testsuite${attributes({ name, ...counts })}>\n${cases.join('')}  </testsuite>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
