import { run } from './run.ts';
import { systemError } from './system-error.ts';

// The process ends by itself once everything is written; process.exit would cut off what a slow reader has not taken.
run(process.argv.slice(2), process).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = 2;
    process.stderr.write(`zfxxgk：${systemError(error)}\n`);
  },
);
