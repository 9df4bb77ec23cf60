// Ways to run a program and wait for its end.
import { run } from '../scripts/run.mjs';

export { run as exec };

/**
 * The output of a program, or undefined when it is missing or fails: for questions such as "is there a Chromium?".
 * @param {string} command
 * @param {readonly string[]} args
 */
export function ask(command, args) {
  return run(command, args).catch(() => undefined);
}
