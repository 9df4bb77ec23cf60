import type { Notification } from 'sarif';
import { EMPTY_TALLY, exitCode, type Result, type Tally, tallied } from './result.ts';
import { ruleTexts } from './rule-texts.ts';
import { invocationOf, notificationOf, resultOf, runHead, SCHEMA } from './sarif.ts';
import { type Output, write } from './terminal.ts';
import { changesText } from './text-format.ts';
import { readVersion } from './version.ts';

/**
 * Prints a log in SARIF 2.1.0: its head, the results of each report as soon as it is checked, and at the end what was
 * not checked, so that a folder of any size is never held as a whole.
 */
export async function printSarif(
  results: AsyncIterable<Result>,
  out: Output,
  { stderr }: { readonly stderr: Output },
): Promise<Tally> {
  const rules = ruleTexts();
  const index = new Map(rules.map(({ code }, at) => [code, at]));
  const notifications: Notification[] = [];
  const head = JSON.stringify(runHead(rules, readVersion(), process.cwd()));
  await write(out, `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${head.slice(0, -1)},"results":[`);
  let tally = EMPTY_TALLY;
  let comma = '\n';
  for await (const result of results) {
    tally = tallied(tally, result);
    if (result.kind === 'skipped') {
      notifications.push(notificationOf(result));
      continue;
    }
    if (out !== stderr) await write(stderr, changesText(result));
    const { source, report } = result;
    let text = '';
    for (const found of report.diagnostics) {
      text += comma + JSON.stringify(resultOf(source, report, found, index));
      comma = ',\n';
    }
    await write(out, text);
  }
  const invocations = [invocationOf(exitCode(tally), notifications)];
  await write(out, `\n],"invocations":${JSON.stringify(invocations)}}]}\n`);
  return tally;
}
