import { displayWidth } from './display-width.ts';
import type { Locale } from './locale.ts';
import { beforeWrite, type Circumstances, type Output } from './terminal.ts';

/** Tells a waiting person how far the work has come. */
export interface Progress {
  /** One more is done. */
  readonly advance: () => void;
  readonly end: () => void;
}

/** To the first column, and nothing left of the line (ECMA-48: EL). */
const CLEAR_LINE = '\r\u001b[2K';

/** Milliseconds: work that is done sooner needs no bar, and nobody reads faster than the bar is drawn. */
const PATIENCE = 1000;
const BETWEEN = 100;

/** Whether a bar can be drawn and somebody may look at it. */
export function showsProgress(stderr: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  return stderr.isTTY === true && env.TERM !== 'dumb' && (env.CI === undefined || env.CI === '' || env.CI === 'false');
}

/** The first word of the bar, and what stands before and after the seconds. */
export interface BarWords {
  readonly work: string;
  readonly left: (seconds: number) => string;
}

export type Work = 'check' | 'summary';

const zhLeft = (seconds: number) => `约剩 ${seconds} 秒`;
const enLeft = (seconds: number) => `${seconds} s left`;

export const BAR_WORDS: Readonly<Record<Work, Readonly<Record<Locale, BarWords>>>> = {
  check: { zh: { work: '检查', left: zhLeft }, en: { work: 'checking', left: enLeft } },
  summary: { zh: { work: '汇总', left: zhLeft }, en: { work: 'adding up', left: enLeft } },
};

/** A bar for work on so many files, when somebody may be looking. */
export function showProgress(
  quiet: boolean,
  { stdout, stderr, locale }: Circumstances,
  total: number,
  work: Work,
): Progress | undefined {
  if (quiet || !showsProgress(stderr, process.env)) return undefined;
  return newProgress(stderr, [stdout, stderr], total, BAR_WORDS[work][locale]);
}

/**
 * A bar in the last line of the terminal. It leaves the screen before anything is written to any of the streams, so
 * that it never stands among the findings.
 */
export function newProgress(
  stderr: Output,
  streams: readonly Output[],
  total: number,
  words: BarWords,
  clock: () => number = () => performance.now(),
): Progress {
  const begin = clock();
  let drawn = begin + PATIENCE - BETWEEN;
  let done = 0;
  let visible = false;

  function clear(): void {
    if (visible) stderr.write(CLEAR_LINE);
    visible = false;
  }
  for (const stream of streams) beforeWrite(stream, clear);

  function draw(now: number): void {
    stderr.write(
      CLEAR_LINE + progressText({ done, total, seconds: (now - begin) / 1000 }, stderr.columns ?? 80, words),
    );
    visible = true;
    drawn = now;
  }

  return {
    advance: () => {
      done++;
      const now = clock();
      if (now - drawn >= BETWEEN) draw(now);
    },
    end: () => {
      clear();
      for (const stream of streams) beforeWrite(stream, undefined);
    },
  };
}

/** How far the work has come after so many seconds. */
export interface Stage {
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
}

const WIDEST_BAR = 30;
const NARROWEST_BAR = 8;

/** `检查 █████░░░░░  34%  3,412/10,002  约剩 12 秒`, as much of it as fits into one line of so many columns. */
export function progressText(
  { done, total, seconds }: Stage,
  columns: number,
  { work, left: leftWords }: BarWords,
): string {
  const part = total === 0 ? 1 : done / total;
  const percent = `${Math.floor(part * 100)}%`.padStart(4);
  const left = Math.ceil((seconds / Math.max(done, 1)) * (total - done));
  const ahead = `${work} `;
  const numbers = ` ${percent}  ${done.toLocaleString('en')}/${total.toLocaleString('en')}`;
  const time = `  ${leftWords(left)}`;
  // The last column stays free: some terminals begin a new line once it is written.
  const room = columns - 1 - displayWidth(ahead + numbers);
  const rest = room - displayWidth(time) >= NARROWEST_BAR ? time : '';
  const width = Math.min(WIDEST_BAR, room - displayWidth(rest));
  const full = Math.round(part * width);
  const bar = width >= NARROWEST_BAR ? '█'.repeat(full) + '░'.repeat(width - full) : '';
  return (ahead + bar + numbers + rest).replace(/ +/, ' ');
}
