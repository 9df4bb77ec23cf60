import type { Words } from './system-error.ts';

/** Something given on the command line that cannot be used, in words for the reader. */
export class UsageError extends Error {
  constructor(readonly words: Words) {
    super(words.zh);
  }
}
