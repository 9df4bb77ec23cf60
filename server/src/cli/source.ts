import type { Others } from '../checks/finding.ts';
import type { FileProject } from '../project/project.ts';
import type { Words } from './system-error.ts';

/**
 * Why a file was not checked. `ignored`: a `.zfxxgk.json` says so; `excluded`: the command line says so; `failed`: this program went wrong over it, or the
 * thread that read it ended.
 */
export type SkipReason = 'not-a-report' | 'binary' | 'unreadable' | 'too-large' | 'ignored' | 'excluded' | 'failed';

/** Something to be checked: a file, or standard input under a name. */
export interface Source {
  /** As it is shown: as given, or the folder as given and the way from there, with `/`. */
  readonly path: string;
  /** What the editor would call it. */
  readonly uri: string;
  readonly stdin: boolean;
  /** Whether the user named it, so that leaving it out wants a word; files of folders are left out silently. */
  readonly named: boolean;
  /** The folder that was given and in which it was found; of a file that was named its own. */
  readonly folder?: string;
  /** What the `.zfxxgk.json` files above it say, where there are any. */
  readonly project?: FileProject;
  /** The reports that it is to be compared with, where they are known already. */
  readonly others?: Others;
}

export interface Skipped {
  readonly kind: 'skipped';
  readonly source: Source;
  readonly reason: SkipReason;
  /** What the system said, in words. */
  readonly detail?: Words;
}
