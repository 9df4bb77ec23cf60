import type { Say } from './locale.ts';

/** What the exit codes of `check` mean, for its help. */
export function exitCodes(say: Say): string {
  return say(
    `退出码：
  0  没有错误级的问题
  1  至少有一个错误，或警告多于 --max-warnings
  2  用法不对，设置文件有错，或有文件无法读写；其余文件照常检查`,
    `Exit code:
  0  no error
  1  at least one error, or more warnings than --max-warnings
  2  bad usage, bad settings, or a file could not be read or written; the others are checked`,
  );
}
