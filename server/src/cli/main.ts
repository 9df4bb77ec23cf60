import { isMainThread } from 'node:worker_threads';
import { printableLines } from '../text/foreign.ts';
import { run } from './run.ts';
import { systemError } from './system-error.ts';

/** How long a run may take to come to an end in peace once it was told to. */
const PATIENCE = 5000;

// One program for all threads, so that the command line stays a single file.
if (isMainThread) main();
else void import('./batch/serve.ts').then(({ serve }) => serve());

function main(): void {
  const stop = new AbortController();
  // What is being written is finished first; whoever presses Ctrl-C twice, or whose screen is stuck, need not wait.
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      stop.abort(name);
      setTimeout(() => process.kill(process.pid, name), PATIENCE).unref();
    });
  }
  // The process ends by itself once everything is written; process.exit would cut off what a slow reader has not taken.
  run(process.argv.slice(2), standardStreams(), stop.signal).then(
    (code) => {
      process.exitCode = code;
      if (stop.signal.aborted) process.kill(process.pid, stop.signal.reason);
    },
    (error: unknown) => {
      process.exitCode = 2;
      process.stderr.write(printableLines(`zfxxgk：${systemError(error).zh}\n`));
    },
  );
}

function standardStreams() {
  const { stdin, stdout, stderr } = process;
  return { stdin, stdout, stderr };
}
