import { InvalidArgumentError, Option } from 'commander';

/** Options that several commands have. */

const MOST_JOBS = 256;

export function jobsOption(): Option {
  return wholeNumber(
    '--jobs <个数>',
    '最多同时使用几个线程，默认按处理器核数、不超过 6 (threads, default: all cores, at most 6)',
    1,
    MOST_JOBS,
  );
}

export function quietOption(): Option {
  return new Option('--quiet', '不显示进度和末尾的统计 (no progress bar, no totals)');
}

/** An option whose value is a whole number between two others. */
export function wholeNumber(flags: string, description: string, least: number, most: number): Option {
  return new Option(flags, description).argParser((text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`应为 ${least} 至 ${most} 的整数`);
  });
}
