// One way to run a program and wait for its end.
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, show?: boolean, env?: NodeJS.ProcessEnv }} [options] `show` passes the output through.
 * @returns {Promise<string>} the standard output; empty when it was shown
 * @throws {Error} when the program is missing or fails; the message ends with what it printed
 */
export async function exec(command, args, { cwd, show = false, env = process.env } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  // Whoever ends this process has no use for what it was waiting for.
  const end = () => child.kill();
  process.once('exit', end);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? signal));
  }).finally(() => process.off('exit', end));
  if (code === 0) return out;
  const printed = `${out}${err}`.trim().split('\n').slice(-20).join('\n');
  throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${printed}`);
}

/**
 * The output of a program, or undefined when it is missing or fails: for questions such as "is there a Chromium?".
 * @param {string} command
 * @param {readonly string[]} args
 */
export function ask(command, args) {
  return exec(command, args).catch(() => undefined);
}
