import type { Notification } from 'sarif';
import { jsonText } from '../text/foreign.ts';
import type { CheckOptions } from './check-arguments.ts';
import { EMPTY_TALLY, exitCode, type Result, type Tally, tallied } from './result.ts';
import { ruleTexts } from './rule-texts.ts';
import { invocationOf, notificationOf, resultOf, runHead, SCHEMA } from './sarif.ts';
import { type Circumstances, type Output, write } from './terminal.ts';
import { changesText } from './text-format.ts';
import { VERSION } from './version.ts';

/**
 * Prints a log in SARIF 2.1.0: its head, the results of each report as soon as it is checked, and at the end what was
 * not checked, so that a folder of any size is never held as a whole.
 */
export async function printSarif(
  results: AsyncIterable<Result>,
  out: Output,
  { stderr, locale: spoken }: Pick<Circumstances, 'stderr' | 'locale'>,
  { locale }: Pick<CheckOptions, 'locale'>,
): Promise<Tally> {
  const rules = ruleTexts(locale);
  const index = new Map(rules.map(({ code }, at) => [code, at]));
  const notifications: Notification[] = [];
  const head = jsonText(runHead(rules, VERSION, process.cwd(), locale));
  await write(out, `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[${head.slice(0, -1)},"results":[`);
  let tally = EMPTY_TALLY;
  let comma = '\n';
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind === 'skipped') {
      notifications.push(notificationOf(result, locale));
      continue;
    }
    if (out !== stderr) await write(stderr, changesText(result, spoken));
    const { source, report } = result;
    let text = '';
    for (const found of report.diagnostics) {
      text += comma + jsonText(resultOf(source, report, found, index));
      comma = ',\n';
    }
    await write(out, text);
  }
  const invocations = [invocationOf(exitCode(tally), notifications)];
  await write(out, `\n],"invocations":${jsonText(invocations)}}]}\n`);
  return tally;
}
