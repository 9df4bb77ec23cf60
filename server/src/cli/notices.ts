import { printable } from '../text/foreign.ts';
import type { Balance } from './baseline.ts';
import { type Locale, sayIn } from './locale.ts';
import type { Checked, Skipped, Tally } from './result.ts';
import type { Words } from './system-error.ts';

/** What is told beside the findings: files that were not checked, and sums. */

const REASONS: Readonly<Record<Skipped['reason'], Words>> = {
  'not-a-report': {
    zh: '不像政府信息公开工作年度报告，已跳过',
    en: 'does not read like an annual report on open government information; skipped',
  },
  binary: { zh: '是二进制文件，已跳过', en: 'is binary; skipped' },
  unreadable: { zh: '无法读取', en: 'cannot be read' },
  'too-large': {
    zh: '太大，没有检查（文本不超过 16 MB，其他文件不超过 64 MB）',
    en: 'is too large and was not checked (at most 16 MB of text, 64 MB of other files)',
  },
  ignored: { zh: '按 .zfxxgk.json 中的 ignore 不检查', en: 'is not checked, for .zfxxgk.json ignores it' },
  excluded: { zh: '按 --exclude 不检查', en: 'is not checked, for --exclude leaves it out' },
  failed: { zh: '处理时出错，没有检查', en: 'was not checked for an error of this program' },
};

const NOT_CHECKED: Words = { zh: '没有检查', en: 'was not checked' };

/**
 * Why a file was not checked, or not written; undefined when that goes without saying.
 *
 * @param verbose whether nothing goes without saying
 */
export function noticeText(result: Checked | Skipped, locale: Locale, verbose = false): string | undefined {
  const say = sayIn(locale);
  if (result.kind === 'report') {
    const { failure, notes = [], source } = result;
    const unwritten = failure && unwrittenText(failure, locale);
    const said = [...(unwritten ? [unwritten] : []), ...notes.map((note) => note[locale])];
    return said.length > 0
      ? printable(say(`${source.path}：`, `${source.path}: `) + said.join(say('；', '; ')))
      : undefined;
  }
  const quiet = result.reason === 'not-a-report' || result.reason === 'ignored' || result.reason === 'excluded';
  if (quiet && !result.source.named && !verbose) return undefined;
  return skipText(result, locale);
}

/** `无法写入（没有权限），文件未改动` */
function unwrittenText(failure: Words, locale: Locale): string {
  return sayIn(locale)(
    `无法写入（${failure.zh}），文件未改动`,
    `cannot be written (${failure.en}), and is left as it was`,
  );
}

/** Why a file was not checked. */
export function skipText({ source, reason, detail }: Skipped, locale: Locale): string {
  const words = (reason === 'binary' && detail ? NOT_CHECKED : REASONS[reason])[locale];
  const { path } = source;
  return printable(
    sayIn(locale)(
      `${path}：${words}${detail ? `（${detail.zh}）` : ''}`,
      `${path}: ${words}${detail ? ` (${detail.en})` : ''}`,
    ),
  );
}

/** `基线 known.json：12 处已知问题不计，3 处已不再出现` */
export function balanceText({ file, accepted, gone, written }: Balance, locale: Locale): string {
  const name = printable(file);
  const left = gone > 0 ? { zh: `，${gone} 处已不再出现`, en: `, ${gone} gone` } : { zh: '', en: '' };
  const what =
    written === undefined
      ? { zh: `${accepted} 处已知问题不计`, en: `${accepted} known findings not counted` }
      : { zh: `已写入 ${written} 处`, en: `${written} findings written` };
  return sayIn(locale)(`基线 ${name}：${what.zh}${left.zh}`, `Baseline ${name}: ${what.en}${left.en}`);
}

/** `3 份报告，2 个错误，1 个警告，4 条信息；跳过 2 个文件` */
export function tallyText(tally: Tally, locale: Locale, dryRun = false): string {
  const { reports, errors, warnings, notes, dismissed, changes, fixable, skipped } = tally;
  const parts: readonly (readonly [number, Words])[] = [
    [dismissed, { zh: `按 .zfxxgk.json 忽略 ${dismissed} 处`, en: `${dismissed} dismissed by .zfxxgk.json` }],
    [changes, changedText(changes, dryRun)],
    [fixable, { zh: `--fix 可改正 ${fixable} 处`, en: `--fix would correct ${fixable}` }],
    [skipped, { zh: `跳过 ${skipped} 个文件`, en: `${plural(skipped, 'file')} skipped` }],
  ];
  const more = parts.flatMap(([count, words]) => (count > 0 ? [words[locale]] : []));
  const say = sayIn(locale);
  const found = say(
    `${reports} 份报告，${errors} 个错误，${warnings} 个警告，${notes} 条信息`,
    [plural(reports, 'report'), plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].join(', '),
  );
  return [found, ...more].join(say('；', '; '));
}

function changedText(changes: number, dryRun: boolean): Words {
  return dryRun
    ? { zh: `将改正 ${changes} 处，没有写入`, en: `${changes} to be corrected, nothing written` }
    : { zh: `改正 ${changes} 处`, en: `${changes} corrected` };
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** `用时 0.3 秒` */
export function timeText(milliseconds: number, locale: Locale): string {
  const seconds = milliseconds < 10_000 ? (milliseconds / 1000).toFixed(2) : (milliseconds / 1000).toFixed(0);
  return sayIn(locale)(`用时 ${seconds} 秒`, `${seconds} s`);
}
