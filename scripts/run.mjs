// One way to run a program, on every system. Uses nothing but Node itself.
import { spawn } from 'node:child_process';

/**
 * How a program is started. On Windows npm is a batch file (`npm.cmd`), which only a shell can run, and a shell parts its
 * words at blanks: each is put into quotation marks.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.Platform} [platform]
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function commandOn(command, args, platform = process.platform) {
  if (platform !== 'win32' || !/^(?:npm|npx|code)$/.test(command)) return { command, args: [...args], shell: false };
  return {
    command: `${command}.cmd`,
    args: args.map((word) => (/[\s&|<>^"()]/.test(word) ? `"${word}"` : word)),
    shell: true,
  };
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` passes the output through
 * @returns {Promise<string>} what it printed; empty when that was shown
 * @throws {Error} when it is missing or fails; the message ends with what it printed
 */
export async function run(command, args, { show = false, ...options } = {}) {
  const how = commandOn(command, args);
  const stdio = /** @type {const} */ (['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe']);
  const child = spawn(how.command, how.args, { ...options, shell: how.shell, stdio: [...stdio] });
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
 * The program that opens an address in the browser.
 * @param {string} address
 * @param {NodeJS.Platform} [platform]
 * @returns {{ command: string, args: string[] }}
 */
export function openerOn(address, platform = process.platform) {
  if (platform === 'darwin') return { command: 'open', args: [address] };
  // `start` is a word of the shell; its first argument in quotation marks would be the title of a window.
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '""', address.replaceAll('&', '^&')] };
  return { command: 'xdg-open', args: [address] };
}
